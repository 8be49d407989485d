/**
 * The server's time on this device: what is late, and when something was recorded, must not depend on how the phone's
 * clock is set. How far that clock is off is remembered for a start without signal (CB-04).
 */
import * as z from 'zod/mini';
import { Instant } from '../../types/ids';

/** What was learned is written down again when it differs by so much, or the last answer is so much younger. */
const WORTH_MS = { ahead: 2_000, answer: 60_000 };

const Known = z.object({ aheadMs: z.number(), answeredAt: Instant });
type Known = z.infer<typeof Known>;

/** Where it is remembered. */
export interface ClockMemory {
  read(): unknown;
  write(known: Known): void;
}

let memory: ClockMemory | null = null;
let known: Known | null = null;
let written: Known | null = null;

/** Once, at the start of the program. What is remembered and doesn't fit counts as nothing. */
export function rememberServerTime(where: ClockMemory): void {
  memory = where;
  const parsed = Known.safeParse(where.read());
  written = parsed.success ? parsed.data : null;
  known ??= written;
}

/** Every answer says when it was given; the way back is at most a moment. */
export function learnServerTime(at: Instant | undefined): void {
  const server = at === undefined ? Number.NaN : Date.parse(at);
  if (Number.isNaN(server)) return;
  known = { aheadMs: server - Date.now(), answeredAt: new Date(server).toISOString() };
  if (
    written !== null &&
    Math.abs(known.aheadMs - written.aheadMs) < WORTH_MS.ahead &&
    server - Date.parse(written.answeredAt) < WORTH_MS.answer
  )
    return;
  written = known;
  memory?.write(known);
}

/** Now, as the server counts it; the device's own time until the first answer ever. */
export const serverNow = (): Instant => new Date(Date.now() + (known?.aheadMs ?? 0)).toISOString();

/** A moment as this device saw it, to be put right once the server has answered again. */
export interface Reading {
  at: Instant;
  /** The device's own clock, epoch ms. */
  deviceAt: number;
  /** The server had answered at this time before; null when it never had. */
  notBefore: Instant | null;
}

export const readClock = (): Reading => ({
  at: serverNow(),
  deviceAt: Date.now(),
  notBefore: known?.answeredAt ?? null,
});

/**
 * When it really was: as it was read, as long as that lies between the answer before and the answer now. Otherwise somebody
 * has set the phone's clock in between, and the device's own reading is put right by what is known now.
 * @param now the server's time, just learned; @param aheadMs of the server before the device
 */
export function settledTime({ at, deviceAt, notBefore }: Reading, now: Instant, aheadMs: number): Instant {
  const earliest = notBefore ?? '';
  const possible = [at, new Date(deviceAt + aheadMs).toISOString()];
  return possible.find((each) => each >= earliest && each <= now) ?? (at > now ? now : earliest);
}

/** By the last answer. */
export const settled = (reading: Reading): Instant => settledTime(reading, serverNow(), known?.aheadMs ?? 0);
