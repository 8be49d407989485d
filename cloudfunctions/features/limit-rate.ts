import { epoch, HOUR_MS, instant } from '../../domain/clock/zone';
import { Refusal } from '../../types/errors';
import type { ProcedureName } from '../../types/procedures';
import type { Call } from './call';

/** How often one person may do this in one hour: far above any honest use, far below what would flood a service desk. */
const MOST_PER_HOUR: Partial<Record<ProcedureName, number>> = { fileComplaint: 30, requestUpload: 200 };

/** Counts one use within the current hour; one database call. @throws Refusal tooMany */
export const limitUse = async (what: string, mostPerHour: number, call: Call): Promise<void> => {
  const personId = call.person?.id ?? call.identity?.keys[0];
  if (personId === undefined) return;
  const hour = Math.floor(epoch(call.now) / HOUR_MS);
  const uses = await call.platform.database.incrementAndGet('counters', `rate:${what}:${personId}:${hour}`, 'n', {
    expiresAt: instant((hour + 2) * HOUR_MS),
  });
  if (uses > mostPerHour * call.platform.config.rateFactor) throw new Refusal('tooMany');
};

/** @throws Refusal tooMany when the procedure has a limit and this person is over it */
export const limitRate = async (name: ProcedureName, call: Call): Promise<void> => {
  const most = MOST_PER_HOUR[name];
  if (most !== undefined) await limitUse(name, most, call);
};
