import { epoch, MINUTE_MS } from '../../domain/clock/zone';
import type { ClockPart } from '../features/clock-part';

/**
 * A part that can wait: an instance sees to it at most every `minutes`. Every new instance sees to it in its first run, so
 * it happens at least that often whichever instance the minute finds; a run that leaves it out costs nothing (CK-08).
 */
export const rarely = (minutes: number, part: ClockPart): ClockPart => {
  let last: number | null = null;
  return async (scene, mayGoOn) => {
    const now = epoch(scene.now);
    if (last !== null && Math.abs(now - last) < minutes * MINUTE_MS) return 0;
    const done = await part(scene, mayGoOn);
    // What was begun and not ended is gone on with in the next minute.
    if (mayGoOn()) last = now;
    return done;
  };
};
