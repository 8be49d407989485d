/** What is still to come, earliest first: a binary heap. */

export interface Entry {
  /** Epoch ms. */
  at: number;
  /** Acts with the same key never run at once (a complaint's id, or a person). */
  key: string;
  act: (at: number) => Promise<void>;
}

export class Agenda {
  readonly #heap: (Entry & { order: number })[] = [];
  #order = 0;

  add(entry: Entry): void {
    this.#order += 1;
    this.#heap.push({ ...entry, order: this.#order });
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  get first(): Entry | undefined {
    return this.#heap[0];
  }

  get length(): number {
    return this.#heap.length;
  }

  take(): Entry | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let next = at;
      if (left < this.#heap.length && this.#before(left, next)) next = left;
      if (right < this.#heap.length && this.#before(right, next)) next = right;
      if (next === at) return first;
      this.#swap(at, next);
      at = next;
    }
  }

  #before(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    return x !== undefined && y !== undefined && (x.at < y.at || (x.at === y.at && x.order < y.order));
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return;
    this.#heap[a] = y;
    this.#heap[b] = x;
  }
}
