import { Worker } from 'node:worker_threads';
import { Failure } from '../failure';

/** One invocation on its way into a worker. */
export interface Call {
  requestId: string;
  event: string;
  context: unknown;
  env: Record<string, string>;
  offset: number;
}

interface Waiting {
  call: Call;
  resolve: (result: string) => void;
  reject: (error: Error) => void;
}

interface Instance {
  worker: Worker;
  running: (Waiting & { timer: NodeJS.Timeout }) | undefined;
}

export interface PoolOptions {
  name: string;
  file: string;
  timeoutMs: number;
  /** Most workers at a time; each runs one invocation, as an instance on the platform does. */
  size: number;
  env: Record<string, string>;
  offset: () => number;
  log: (line: string) => void;
}

const WORKER_FILE = new URL('./worker.cjs', import.meta.url);

/** The instances of one cloud function. */
export class FunctionPool {
  private readonly options: PoolOptions;
  private readonly instances = new Set<Instance>();
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Starts one instance ahead of the first call. */
  warm(): void {
    if (!this.closed && this.instances.size === 0) this.start();
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
    for (const instance of this.instances) {
      if (instance.running?.call.requestId === requestId)
        this.end(instance, new Failure('FUNCTIONS_EXECUTE_FAIL', 'the worker was killed'));
    }
  }

  get busy(): boolean {
    return this.waiting.length > 0 || [...this.instances].some((instance) => instance.running);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Failure('SYS_ERR', 'the local cloud is stopping'));
    await Promise.all(
      [...this.instances].map((instance) => {
        this.settle(instance)?.reject(new Failure('SYS_ERR', 'the local cloud is stopping'));
        return instance.worker.terminate();
      }),
    );
    this.instances.clear();
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const idle =
      [...this.instances].find((instance) => !instance.running) ??
      (this.instances.size < this.options.size ? this.start() : undefined);
    const waiting = idle && this.waiting.shift();
    if (!idle || !waiting) return;
    const { name, timeoutMs } = this.options;
    const timer = setTimeout(
      () =>
        this.end(
          idle,
          new Failure('FUNCTIONS_TIME_LIMIT_EXCEEDED', `function ${name} timed out after ${timeoutMs / 1000} seconds`),
        ),
      timeoutMs,
    );
    idle.running = { ...waiting, timer };
    idle.worker.postMessage(waiting.call);
  }

  private start(): Instance {
    const { name, file, env, offset } = this.options;
    const worker = new Worker(WORKER_FILE, {
      workerData: { file, env, offset: offset() },
      env: { ...env },
      execArgv: [],
    });
    const instance: Instance = { worker, running: undefined };
    this.instances.add(instance);
    worker.on('message', (message: WorkerMessage) => this.received(instance, message));
    worker.on('error', (error) => {
      this.options.log(`[${name}] the worker died: ${error.stack ?? error.message}`);
      this.end(instance, new Failure('FUNCTIONS_EXECUTE_FAIL', error.message));
    });
    worker.on('exit', () => this.end(instance, new Failure('FUNCTIONS_EXECUTE_FAIL', `function ${name} has exited`)));
    return instance;
  }

  private received(instance: Instance, message: WorkerMessage): void {
    const { name, log } = this.options;
    switch (message.type) {
      case 'ready':
        return;
      case 'log':
        log(`[${name} ${message.requestId}] ${message.level === 'log' ? '' : `${message.level}: `}${message.text}`);
        return;
      case 'result':
      case 'failure': {
        if (instance.running?.call.requestId !== message.requestId) return;
        const settled = this.settle(instance);
        if (message.type === 'result') settled?.resolve(message.result);
        else {
          log(`[${name} ${message.requestId}] failed: ${message.text}`);
          settled?.reject(new Failure('FUNCTIONS_EXECUTE_FAIL', message.message));
        }
        this.next();
      }
    }
  }

  private settle(instance: Instance): Waiting | undefined {
    const { running } = instance;
    if (running) clearTimeout(running.timer);
    instance.running = undefined;
    return running;
  }

  private end(instance: Instance, reason: Error): void {
    if (!this.instances.delete(instance)) return;
    const settled = this.settle(instance);
    void instance.worker.terminate();
    settled?.reject(reason);
    if (!this.closed) this.next();
  }
}

type WorkerMessage =
  | { type: 'ready' }
  | { type: 'log'; level: string; requestId: string; text: string }
  | { type: 'result'; requestId: string; result: string }
  | { type: 'failure'; requestId: string; message: string; text: string };
