import { Failure } from '../failure';
import type { Call, Instance, InstanceMessage, StartInstance } from './instance';

interface Waiting {
  call: Call;
  resolve: (result: string) => void;
  reject: (error: Error) => void;
}

/** An instance and what it is doing. */
interface Member {
  instance: Instance;
  running: (Waiting & { timer: NodeJS.Timeout | undefined }) | undefined;
}

export interface PoolOptions {
  name: string;
  file: string;
  /** Infinity: an invocation may take as long as it likes. */
  timeoutMs: number;
  /** Most workers at a time; each runs one invocation, as an instance on the platform does. */
  size: number;
  env: Record<string, string>;
  offset: () => number;
  log: (line: string) => void;
  startInstance: StartInstance;
}

/** The instances of one cloud function. */
export class FunctionPool {
  private readonly options: PoolOptions;
  private readonly members = new Set<Member>();
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Starts one instance ahead of the first call. */
  warm(): void {
    if (!this.closed && this.members.size === 0) this.start();
  }

  /** @returns the JSON text of what `main` resolved to. */
  run(call: Call): Promise<string> {
    if (this.closed) return Promise.reject(new Failure('SYS_ERR', 'the local cloud is stopping'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ call, resolve, reject });
      this.next();
    });
  }

  /** Kills the instance that runs the invocation, as a crashing machine would. */
  kill(requestId: string): void {
    for (const member of this.members) {
      if (member.running?.call.requestId === requestId)
        this.end(member, new Failure('FUNCTIONS_EXECUTE_FAIL', 'the worker was killed'));
    }
  }

  get busy(): boolean {
    return this.waiting.length > 0 || [...this.members].some((member) => member.running);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Failure('SYS_ERR', 'the local cloud is stopping'));
    await Promise.all(
      [...this.members].map((member) => {
        this.settle(member)?.reject(new Failure('SYS_ERR', 'the local cloud is stopping'));
        return member.instance.end();
      }),
    );
    this.members.clear();
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const idle =
      [...this.members].find((member) => !member.running) ??
      (this.members.size < this.options.size ? this.start() : undefined);
    const waiting = idle && this.waiting.shift();
    if (!idle || !waiting) return;
    const { name, timeoutMs } = this.options;
    const timedOut = () =>
      this.end(
        idle,
        new Failure('FUNCTIONS_TIME_LIMIT_EXCEEDED', `function ${name} timed out after ${timeoutMs / 1000} seconds`),
      );
    const timer = Number.isFinite(timeoutMs) ? setTimeout(timedOut, timeoutMs) : undefined;
    idle.running = { ...waiting, timer };
    idle.instance.run(waiting.call);
  }

  private start(): Member {
    const { name, file, env, offset, startInstance, log } = this.options;
    const instance = startInstance({
      file,
      env,
      offset: offset(),
      told: (message) => this.received(member, message),
      died: (reason, toBeLogged) => {
        if (toBeLogged) log(`[${name}] the worker died: ${reason.stack ?? reason.message}`);
        this.end(member, new Failure('FUNCTIONS_EXECUTE_FAIL', `function ${name}: ${reason.message}`));
      },
    });
    const member: Member = { instance, running: undefined };
    this.members.add(member);
    return member;
  }

  private received(member: Member, message: InstanceMessage): void {
    const { name, log } = this.options;
    switch (message.type) {
      case 'ready':
        return;
      case 'log':
        log(`[${name} ${message.requestId}] ${message.level === 'log' ? '' : `${message.level}: `}${message.text}`);
        return;
      case 'result':
      case 'failure': {
        if (member.running?.call.requestId !== message.requestId) return;
        const settled = this.settle(member);
        if (message.type === 'result') settled?.resolve(message.result);
        else {
          log(`[${name} ${message.requestId}] failed: ${message.text}`);
          settled?.reject(new Failure('FUNCTIONS_EXECUTE_FAIL', message.message));
        }
        this.next();
      }
    }
  }

  private settle(member: Member): Waiting | undefined {
    const { running } = member;
    if (running) clearTimeout(running.timer);
    member.running = undefined;
    return running;
  }

  private end(member: Member, reason: Error): void {
    if (!this.members.delete(member)) return;
    const settled = this.settle(member);
    void member.instance.end();
    settled?.reject(reason);
    if (!this.closed) this.next();
  }
}
