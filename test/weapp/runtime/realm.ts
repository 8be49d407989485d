// Where the package's scripts run: a realm of their own with what WeChat gives them and nothing of Node or a browser.
import vm from 'node:vm';

/** Younger than the oldest phones we serve (Chrome 80, iOS 13): what is used of it without a replacement fails there. */
const TOO_YOUNG = `
for (const name of ['WebAssembly', 'Intl', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'SharedArrayBuffer',
  'Atomics', 'Iterator']) delete globalThis[name];
for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'])
  delete Array.prototype[name];
for (const name of ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']) delete String.prototype[name];
delete Object.hasOwn;
delete Object.groupBy;
delete Map.groupBy;
delete Promise.any;
delete Promise.withResolvers;
`;

export interface RealmOptions {
  /** Text of a script of the package, by its path with `.js`; undefined when there is none. */
  script: (path: string) => string | undefined;
  /** Something was thrown where nobody catches it. */
  onError: (error: unknown, where: string) => void;
  onConsole: (level: string, args: unknown[]) => void;
}

type Global = Record<string, unknown>;
type Timer = ReturnType<typeof setTimeout>;

export class Realm {
  readonly global: Global;
  readonly #options: RealmOptions;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #timers = new Set<Timer>();
  #closed = false;

  constructor(options: RealmOptions) {
    this.#options = options;
    this.global = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext(TOO_YOUNG, this.global);
    Object.assign(this.global, this.#timing(), { console: this.#console() });
  }

  /** Runs a script of the package once. @throws what it throws */
  require(path: string): unknown {
    const known = this.#modules.get(path);
    if (known) return known.exports;
    const text = this.#options.script(path);
    if (text === undefined) throw new Error(`module '${path}' is not defined`);
    const module: { exports: unknown } = { exports: this.value({}) };
    this.#modules.set(path, module);
    const load = vm.runInContext(`(function (require, module, exports) {${text}\n})`, this.global, { filename: path });
    load((target: string) => this.require(resolved(path, target)), module, module.exports);
    return module.exports;
  }

  /** The same data as objects of this realm. */
  value(data: unknown): unknown {
    if (data === undefined) return undefined;
    return this.evaluate('JSON.parse', JSON.stringify(data));
  }

  /** An array of this realm with things that are no data. */
  array(items: readonly unknown[]): unknown {
    return Object.assign(Object(this.value([])), items);
  }

  /** Calls a function given as text. @throws what it throws */
  evaluate(functionText: string, ...args: unknown[]): unknown {
    return vm.runInContext(`(${functionText})`, this.global)(...args);
  }

  /** Calls back into the package; what it throws is noted. */
  call(where: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.note(where, error);
    }
  }

  /** Notes what was thrown where nobody of the package caught it. */
  note(where: string, thrown: unknown): void {
    this.#options.onError(thrown, where);
  }

  /** No timer runs any more, and none is set. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #timing(): Global {
    const later =
      (repeat: boolean) =>
      (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        const run = () => {
          if (!repeat) this.#timers.delete(timer);
          this.call(repeat ? 'setInterval' : 'setTimeout', () => work(...args));
        };
        if (this.#closed) return 0;
        const timer: Timer = repeat ? setInterval(run, ms) : setTimeout(run, ms);
        this.#timers.add(timer);
        return Number(timer[Symbol.toPrimitive]());
      };
    const never = (timer: number | undefined) => {
      for (const known of this.#timers) {
        if (known[Symbol.toPrimitive]() !== timer) continue;
        clearTimeout(known);
        this.#timers.delete(known);
      }
    };
    return { setTimeout: later(false), setInterval: later(true), clearTimeout: never, clearInterval: never };
  }

  #console(): Global {
    return Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd'].map((level) => [
        level,
        (...args: unknown[]) => this.#options.onConsole(level, args),
      ]),
    );
  }
}

function resolved(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return path.endsWith('.js') ? path : `${path}.js`;
}
