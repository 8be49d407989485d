// What the bench and its local cloud say to each other.
import { type ChildProcess, fork } from 'node:child_process';

export type Order = { do: 'figures' } | { do: 'grow'; to: number; openShare: number } | { do: 'close' };

export interface Figures {
  /** Database calls since the start. */
  calls: number;
  /** Documents and index rows fetched since the start. */
  rowsRead: number;
  /** Processor time of the whole local cloud, engine and functions. */
  cpuMs: number;
  onFile: number;
}

/** The local cloud in its own process. */
export class BenchCloud {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(dataDir: string, functionsDir: string): Promise<BenchCloud> {
    const file = new URL('./cloud-process.ts', import.meta.url).pathname;
    const child = fork(file, [dataDir, functionsDir], { execArgv: ['--import', 'tsx'] });
    const { url } = await said<{ url: string }>(child);
    return new BenchCloud(child, url);
  }

  ask(order: Order): Promise<Figures> {
    const answer = said<Figures>(this.#child);
    this.#child.send(order);
    return answer;
  }

  async close(): Promise<void> {
    await this.ask({ do: 'close' });
    this.#child.disconnect();
  }
}

/** The child's next word. */
const said = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the local cloud of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (value) => {
      child.off('exit', ended);
      // Sent by cloud-process.ts, one answer per order.
      resolve(value as T);
    });
  });
