/** One instance of a cloud function: runs one invocation at a time. */
export interface Instance {
  run(call: Call): void;
  /** At once, whatever it is doing; nothing is heard of it afterwards. */
  end(): Promise<unknown>;
}

/** One invocation on its way into an instance. */
export interface Call {
  requestId: string;
  /** JSON text. */
  event: string;
  context: unknown;
  env: Record<string, string>;
  /** What is added to the real time inside the function, in ms. */
  offset: number;
  /** Epoch ms for which it was called. */
  at: number;
}

/** What an instance tells. */
export type InstanceMessage =
  | { type: 'ready' }
  | { type: 'log'; level: string; requestId: string; text: string }
  | { type: 'result'; requestId: string; result: string }
  | { type: 'failure'; requestId: string; message: string; text: string };

export interface InstanceOptions {
  /** The bundle. */
  file: string;
  env: Record<string, string>;
  offset: number;
  told: (message: InstanceMessage) => void;
  /** It ended by itself. */
  died: (reason: Error, logged: boolean) => void;
}

export type StartInstance = (options: InstanceOptions) => Instance;
