/** A mini program has no AbortController, and @tanstack/react-query makes one per request. The build puts this in its place (config/index.ts). */

type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown;
  onabort: Listener | null = null;
  readonly #listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Only the controller's own. */
  stop(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? new Error('aborted');
    this.onabort?.();
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }
}

export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    this.signal.stop(reason);
  }
}
