/** Who complains when: more in the evening than at night, more in summer, less at Spring Festival. */
import type { Channel } from '../../types/vocabulary';
import type { Chance } from '../../localcloud/seed/chance';
import { chanceOf, waitAround } from './chance-of';
import type { SimulationOptions } from './options';
import { BEGIN, CALENDAR, DAY, dayOf, HOUR } from './times';
import { isShared, type Written, written, writtenOf } from './texts';

export interface PlannedFiling {
  n: number;
  at: number;
  estate: string;
  /** Number of the resident within the estate. */
  resident: number;
  /** By the resident's own phone, or written down by staff (IN-02). */
  by: 'resident' | 'desk' | 'patrol';
  channel: Extract<Channel, 'hotline' | 'frontDesk' | 'onSite' | 'letter' | 'email' | 'superior' | 'suggestionBox'>;
  /** Recorded for somebody whose account nobody knows. */
  nameless: boolean;
  hideIdentity: boolean;
  /** In how many hours the resident wants it done, if they say so. */
  wishHours: number | null;
  acceptsMessages: boolean;
  written: Written;
}

/** Relative to each other, by hour of the day. */
const BY_HOUR = [1, 1, 1, 1, 1, 2, 5, 12, 20, 22, 20, 16, 12, 12, 14, 15, 16, 20, 26, 28, 24, 16, 8, 3] as const;
const BY_MONTH = [0.9, 0.7, 0.9, 1, 1, 1.2, 1.35, 1.3, 1.1, 0.9, 0.95, 0.9] as const;
const SHARE_BY_STAFF = 0.25;
/** Residents who ever complain, per complaint. */
const RESIDENTS_PER_COMPLAINT = 0.2;
const LEAST_RESIDENTS = 10;
/** Of those who write, as many write of what a neighbour wrote of already, some hours later (SV-22). */
const SHARE_OF_NEIGHBOURS = 0.25;
const HOURS_AFTER_NEIGHBOUR = 8;

/** An index, drawn by these weights. */
const drawn = (weights: readonly number[], chance: Chance): number => {
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, found);
};

/** In order of time. */
export const filingsOf = (
  { complaints, days, seed }: SimulationOptions,
  estates: readonly { id: string }[],
  homesPerEstate: number,
): PlannedFiling[] => {
  const byDay = Array.from({ length: days }, (_none, n) => {
    const day = dayOf(BEGIN + n * DAY);
    return (BY_MONTH[Number(day.slice(5, 7)) - 1] ?? 1) * (CALENDAR.isWorkingDay(day) ? 1 : 1.15);
  });
  const residents = Math.max(
    LEAST_RESIDENTS,
    Math.min(homesPerEstate, Math.round((complaints / estates.length) * RESIDENTS_PER_COMPLAINT)),
  );
  const planned = Array.from({ length: complaints }, (_none, n): PlannedFiling => {
    const chance = chanceOf(seed, 'filing', n);
    const at = BEGIN + drawn(byDay, chance) * DAY + (drawn(BY_HOUR, chance) + chance.next()) * HOUR;
    const byStaff = chance.holds(SHARE_BY_STAFF);
    return {
      n,
      at: Math.floor(at),
      estate: chance.pick(estates as readonly [{ id: string }, ...{ id: string }[]]).id,
      resident: chance.between(0, residents - 1),
      by: byStaff ? (chance.holds(0.3) ? 'patrol' : 'desk') : 'resident',
      channel: chance.pick([
        'hotline',
        'hotline',
        'frontDesk',
        'frontDesk',
        'onSite',
        'letter',
        'email',
        'superior',
        'suggestionBox',
      ]),
      nameless: chance.holds(0.3),
      hideIdentity: chance.holds(0.06),
      wishHours: chance.holds(0.08) ? chance.between(12, 120) : null,
      acceptsMessages: chance.holds(0.6),
      written: written(Number(dayOf(at).slice(5, 7)), chance),
    };
  });
  return planned.map((filing) => afterNeighbour(filing, planned, seed)).sort((a, b) => a.at - b.at);
};

const afterNeighbour = (filing: PlannedFiling, planned: readonly PlannedFiling[], seed: number): PlannedFiling => {
  const chance = chanceOf(seed, 'neighbour', filing.n);
  if (!chance.holds(SHARE_OF_NEIGHBOURS)) return filing;
  const first = planned[chance.between(0, planned.length - 1)];
  if (first === undefined || !isShared(first.written.matter)) return filing;
  const at = Math.floor(first.at + waitAround(HOURS_AFTER_NEIGHBOUR, chance) * HOUR);
  return { ...filing, at, estate: first.estate, written: writtenOf(first.written.matter, chance) };
};
