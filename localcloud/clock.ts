import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The local cloud's time: real, or moved by a fixed distance and running on from there. */
export class Clock {
  private offset: number;
  private readonly file: string | undefined;

  /** @param file keeps how far the clock was moved by hand, so that time never falls behind what has been written */
  constructor(file?: string) {
    this.file = file;
    this.offset = file === undefined ? 0 : keptIn(file);
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** @param at epoch ms from which the clock runs on; null returns to real time. */
  set(at: number | null): void {
    this.offset = at === null ? 0 : at - Date.now();
  }

  /** As `set`, and also for the next start. */
  move(at: number | null): void {
    this.set(at);
    if (this.file === undefined) return;
    if (this.offset === 0) rmSync(this.file, { force: true });
    else writeFileSync(this.file, `${JSON.stringify({ offsetMs: this.offset })}\n`);
  }

  get moved(): boolean {
    return this.offset !== 0;
  }
}

function keptIn(file: string): number {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const offset = typeof kept === 'object' && kept !== null && 'offsetMs' in kept ? Number(kept.offsetMs) : 0;
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    // Never moved, or cut short while it was written: real time.
    return 0;
  }
}
