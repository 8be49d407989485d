/**
 * The demo's past, played in order: every step names its moment, and the step whose moment comes first goes first. Steps
 * of different stories that are close together run at once, because each invocation is told its own time; a step that
 * moves the local cloud's clock for everybody runs alone.
 */

/** Epoch ms. */
export type Moment = number;

interface Waiting {
  at: Moment;
  order: number;
  alone: boolean;
  go: () => void;
}

/** How many steps run at once. */
const LANES = 4;

/** Thrown inside a story whose next step lies in the future: that is where it stands today. */
export class NotYet extends Error {}

export class Timeline {
  /** No step is later than this. */
  readonly end: Moment;
  #waiting: Waiting[] = [];
  #stories = 0;
  #running = 0;
  #alone = false;
  #order = 0;

  constructor(end: Moment) {
    this.end = end;
  }

  /** Waits for the moment, then acts. @throws NotYet when the moment lies beyond the end */
  step<T>(at: Moment, act: (at: Moment) => Promise<T>, alone = false): Promise<T> {
    if (at > this.end) return Promise.reject(new NotYet());
    return new Promise<T>((resolve, reject) => {
      this.#order += 1;
      this.#waiting.push({
        at,
        order: this.#order,
        alone,
        go: () => {
          this.#running += 1;
          this.#alone = alone;
          act(at)
            .then(resolve, reject)
            .finally(() => {
              this.#running -= 1;
              this.#alone = false;
              // The story first says what it does next.
              setImmediate(() => this.#next());
            });
        },
      });
      setImmediate(() => this.#next());
    });
  }

  /** Plays stories to their end, or to today. */
  async play(stories: readonly (() => Promise<void>)[]): Promise<void> {
    this.#stories += stories.length;
    await Promise.all(
      stories.map(async (story) => {
        try {
          await story();
        } catch (error) {
          if (!(error instanceof NotYet)) throw error;
        } finally {
          this.#stories -= 1;
          setImmediate(() => this.#next());
        }
      }),
    );
  }

  #next(): void {
    // Until every story has said when it goes on, an earlier step may still come.
    while (this.#waiting.length > 0 && this.#waiting.length + this.#running >= this.#stories) {
      const first = this.#waiting.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a));
      if (this.#alone || (this.#running > 0 && first.alone) || this.#running >= LANES) return;
      this.#waiting = this.#waiting.filter((other) => other !== first);
      first.go();
    }
  }
}
