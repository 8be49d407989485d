import { _ } from '../platform/operators';
import type { ClockPart } from './clock-part';

const PAGE = 100;

/** Counters of uses per hour are of no use after it. */
export const sweepCounters: ClockPart = async ({ now, platform: { database } }, mayGoOn) => {
  let swept = 0;
  while (mayGoOn()) {
    const expired = await database.find<{ _id: string }>('counters', {
      where: { expiresAt: _.gt('').and(_.lt(now)) },
      orderBy: [['expiresAt', 1]],
      limit: PAGE,
      fields: ['_id'],
    });
    for (const counter of expired) await database.remove('counters', counter._id);
    swept += expired.length;
    if (expired.length < PAGE) break;
  }
  return swept;
};
