/** The local cloud's time: real, or moved by a fixed distance and running on from there. */
export class Clock {
  private offset = 0;

  now(): number {
    return Date.now() + this.offset;
  }

  /** @param at epoch ms from which the clock runs on; null returns to real time. */
  set(at: number | null): void {
    this.offset = at === null ? 0 : at - Date.now();
  }

  get moved(): boolean {
    return this.offset !== 0;
  }
}
