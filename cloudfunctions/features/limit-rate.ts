import { epoch, HOUR_MS, instant } from '../../domain/clock/zone';
import { Refusal } from '../../types/errors';
import type { Call } from './call';

/** How often one person may do this in one hour: far above any honest use, far below what would flood a service desk. */
const MOST_PER_HOUR = { fileComplaint: 30, requestUpload: 200, exportMyData: 20 } as const;

/** Counts one use within the current hour, with one database call; true when it is one too many. */
export const overUsed = async (
  what: string,
  mostPerHour: number,
  { identity, now, platform }: Call,
): Promise<boolean> => {
  if (identity === null) return false;
  const hour = Math.floor(epoch(now) / HOUR_MS);
  const by = platform.seal.keyedHash('rate', identity.keys[0]).slice(0, 22);
  const uses = await platform.database.incrementAndGet('counters', `rate:${what}:${by}:${hour}`, 'n', {
    expiresAt: instant((hour + 2) * HOUR_MS),
  });
  return uses > mostPerHour * platform.config.rateFactor;
};

/**
 * Asked by a use case once it knows that the act isn't a repetition of one that is done already (IN-06).
 * @throws Refusal tooMany with `details.againAt` when this person is over the procedure's limit
 */
export const limitRate = async (name: keyof typeof MOST_PER_HOUR, call: Call): Promise<void> => {
  if (!(await overUsed(name, MOST_PER_HOUR[name], call))) return;
  const againAt = instant((Math.floor(epoch(call.now) / HOUR_MS) + 1) * HOUR_MS);
  throw new Refusal('tooMany', { details: { againAt } });
};
