import { randomUUID } from 'node:crypto';
import { Failure } from '../failure';
import type { FunctionConfig } from './function-config';
import { FunctionPool } from './function-pool';
import type { StartInstance } from './instance';
import { type Caller, callerEnvironment, functionContext, type Invocation } from './invocation';

/** Platform limit of an event and of a result. */
export const PAYLOAD_BYTES = 6 * 1024 * 1024;

export interface HostOptions {
  functions: readonly FunctionConfig[];
  env: Record<string, string>;
  appId: string;
  workersPerFunction: number;
  /** false: no invocation is ended for taking longer than its function may. */
  timeLimits: boolean;
  /** Epoch ms of the local cloud's clock. */
  now: () => number;
  log: (line: string) => void;
  startInstance: StartInstance;
}

const CLOSE_WAIT_MS = 3000;

/** Runs the product's bundled functions unchanged, each in a pool of workers. */
export class FunctionHost {
  private readonly options: HostOptions;
  private readonly pools = new Map<string, FunctionPool>();
  private readonly running = new Map<string, Invocation>();

  constructor(options: HostOptions) {
    this.options = options;
    for (const config of options.functions) {
      this.pools.set(
        config.name,
        new FunctionPool({
          name: config.name,
          file: config.file,
          timeoutMs: options.timeLimits ? config.timeoutMs : Number.POSITIVE_INFINITY,
          size: options.workersPerFunction,
          env: options.env,
          offset: () => options.now() - Date.now(),
          log: options.log,
          startInstance: options.startInstance,
        }),
      );
    }
  }

  get names(): string[] {
    return [...this.pools.keys()];
  }

  warm(): void {
    for (const pool of this.pools.values()) pool.warm();
  }

  /** The invocation an SDK call belongs to, by the session token it carries. */
  invocation(sessionToken: string | undefined): Invocation | undefined {
    return sessionToken === undefined ? undefined : this.running.get(sessionToken);
  }

  kill(invocation: Invocation): void {
    this.pools.get(invocation.functionName)?.kill(invocation.id);
  }

  /**
   * @param event JSON text.
   * @returns JSON text.
   * @throws FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED, or a size limit.
   */
  async invoke(functionName: string, event: string, caller: Caller): Promise<string> {
    const pool = this.pools.get(functionName);
    const config = this.options.functions.find((known) => known.name === functionName);
    if (!pool || !config)
      throw new Failure(
        'FUNCTION_NOT_FOUND',
        `function ${functionName} does not exist; there are: ${this.names.join(', ') || 'none'}`,
      );
    if (Buffer.byteLength(event) > PAYLOAD_BYTES)
      throw new Failure('FUNCTIONS_REQUEST_TOO_LARGE', 'an event has at most 6 MB');
    const at = caller.at ?? this.options.now();
    const invocation: Invocation = {
      id: randomUUID(),
      functionName,
      caller,
      offset: at - Date.now(),
      writes: 0,
    };
    const env = { ...this.options.env, ...callerEnvironment(invocation, this.options.appId) };
    this.running.set(invocation.id, invocation);
    try {
      const context = functionContext(invocation, config.timeoutMs, env);
      const result = await pool.run({ requestId: invocation.id, event, context, env, offset: invocation.offset, at });
      if (Buffer.byteLength(result) > PAYLOAD_BYTES)
        throw new Failure('FUNCTIONS_RESPONSE_TOO_LARGE', 'a result has at most 6 MB');
      return result;
    } finally {
      this.running.delete(invocation.id);
    }
  }

  /** Lets running invocations end for a moment, then stops every worker. */
  async close(): Promise<void> {
    const until = performance.now() + CLOSE_WAIT_MS;
    while ([...this.pools.values()].some((pool) => pool.busy) && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }
}
