import { epoch, HOUR_MS, instant } from '../../domain/clock/zone';
import { Refusal } from '../../types/errors';
import type { ProcedureName } from '../../types/procedures';
import type { Call } from './call';

/** How often one person may do this in one hour: far above any honest use, far below what would flood a service desk. */
const MOST_PER_HOUR: Partial<Record<ProcedureName, number>> = { fileComplaint: 30, requestUpload: 200 };

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

/** @throws Refusal tooMany when the procedure has a limit and this person is over it */
export const limitRate = async (name: ProcedureName, call: Call): Promise<void> => {
  const most = MOST_PER_HOUR[name];
  if (most !== undefined && (await overUsed(name, most, call))) throw new Refusal('tooMany');
};
