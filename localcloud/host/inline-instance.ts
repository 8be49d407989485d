/**
 * An instance in the local cloud's own thread: the same bundle and the same SDK, whose requests to the local cloud are handed
 * over as they stand instead of through a socket. Several times cheaper; for simulations, where the sockets would take most of
 * the time. It is trusted: what it does to the process, it does to the local cloud.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';
import type { Call, StartInstance } from './instance';

/** The local cloud's answer to the SDK. */
export interface DirectWire {
  adminUrl: string;
  /** @param body of the SDK's request. @returns the text of the answer, undefined when the connection breaks without one */
  answer: (body: string) => Promise<string | undefined>;
}

export interface InlineTime {
  /**
   * Inside an invocation time stands still, for the clock and the stopwatch: it is what it was called for, whatever this machine
   * has to do beside. Otherwise it runs on from there.
   */
  stands: boolean;
}

type Bundle = { main?: (event: unknown, context: unknown) => unknown };
type OnResponse = (response: EventEmitter) => void;

/** Compiled once per file, however many instances. */
const sources = new Map<string, string>();
const sourceOf = (file: string): string => {
  const known = sources.get(file) ?? readFileSync(file, 'utf8');
  sources.set(file, known);
  return known;
};

/** As far as the SDK uses a request: written, ended, then answered or broken. */
class DirectRequest extends EventEmitter {
  readonly #send: (body: string) => Promise<string | undefined>;
  readonly #onResponse: OnResponse;
  #body = '';

  constructor(send: (body: string) => Promise<string | undefined>, onResponse: OnResponse) {
    super();
    this.#send = send;
    this.#onResponse = onResponse;
  }

  setTimeout(): this {
    return this;
  }

  write(text: string): void {
    this.#body += text;
  }

  end(): void {
    void this.#send(this.#body).then((text) => {
      if (text === undefined) {
        this.emit('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
        return;
      }
      const response = Object.assign(new EventEmitter(), {
        statusCode: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        setEncoding: () => undefined,
      });
      this.#onResponse(response);
      response.emit('data', Buffer.from(text));
      response.emit('end');
    });
  }
}

const dateAt = (now: () => number): DateConstructor =>
  new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new Date(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });

const standingStopwatch = { now: () => 0 };

/** @param wire of the local cloud it runs in */
export const inlineInstances =
  (wire: DirectWire, time: InlineTime): StartInstance =>
  ({ file, env: founded, offset, told, died }) => {
    let running: Call | null = null;
    let env = { ...founded };
    let ended = false;

    const request = (url: unknown, options: unknown, onResponse: OnResponse): unknown => {
      if (typeof url !== 'string' || !url.startsWith(wire.adminUrl))
        return Reflect.apply(http.request, http, [url, options, onResponse]);
      return new DirectRequest(async (body) => {
        const text = await wire.answer(body);
        // An instance that was ended meanwhile hears nothing any more.
        return ended ? new Promise<never>(() => undefined) : text;
      }, onResponse);
    };

    const requireReal = createRequire(file);
    const wiredHttp = { ...http, request };
    const requireWired = (id: string): unknown =>
      id === 'http' || id === 'node:http' ? wiredHttp : (requireReal(id) as unknown);
    const ownProcess = new Proxy(process, {
      get: (target, name) => {
        if (name === 'env') return env;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const say =
      (level: string) =>
      (...words: unknown[]) =>
        told({ type: 'log', level, requestId: running?.requestId ?? '-', text: format(...words) });
    const ownConsole = {
      ...console,
      ...Object.fromEntries(['log', 'info', 'warn', 'error', 'debug'].map((level) => [level, say(level)])),
    };

    const module = { exports: {} as Bundle };
    const load = compileFunction(
      sourceOf(file),
      ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'console', 'Date', 'performance'],
      { filename: file },
    ) as (...globals: unknown[]) => void;
    const date = dateAt(() =>
      time.stands && running !== null ? running.at : Date.now() + (running?.offset ?? offset),
    );
    const stopwatch = time.stands ? standingStopwatch : performance;
    const folder = file.replace(/\/[^/]*$/, '');
    load(module.exports, requireWired, module, file, folder, ownProcess, ownConsole, date, stopwatch);
    const { main } = module.exports;
    if (main === undefined) queueMicrotask(() => died(new Error(`${file} exports no main`), true));

    const carryOut = async (call: Call): Promise<void> => {
      running = call;
      env = { ...call.env };
      try {
        const result = await main?.(JSON.parse(call.event), call.context);
        if (!ended)
          told({
            type: 'result',
            requestId: call.requestId,
            result: JSON.stringify(result === undefined ? null : result),
          });
      } catch (thrown) {
        const { message = String(thrown), stack = message } = (thrown ?? {}) as Partial<Error>;
        if (!ended) told({ type: 'failure', requestId: call.requestId, message, text: stack });
      }
    };
    return {
      run: (call) => void carryOut(call),
      end: async () => {
        ended = true;
      },
    };
  };
