/** When people of the staff are at work: hours by post, days off, holidays, sick days. */
import { chanceOf } from './chance-of';
import type { StaffMember } from './cast';
import { CALENDAR, DAY, dayOf, HOUR, midnightOf, MINUTE } from './times';

interface Hours {
  from: number;
  to: number;
  /** Works on days off too. */
  everyDay: boolean;
  /** Nobody else holds the post: takes days off only when they must. */
  alone?: boolean;
}

const DESK: Hours = { from: 8.5, to: 20.75, everyDay: true };
const HOURS: Partial<Record<string, Hours>> = {
  receptionist: DESK,
  supervisor: { from: 8, to: 20.5, everyDay: true, alone: true },
  handler: { from: 8, to: 20.5, everyDay: true },
  departmentHead: { from: 8, to: 20.75, everyDay: true, alone: true },
  patrol: { from: 9, to: 20, everyDay: true },
  manager: { from: 9, to: 18, everyDay: false },
  generalManager: { from: 9, to: 18, everyDay: false },
  quality: { from: 9, to: 17.5, everyDay: false },
  admin: { from: 9, to: 17.5, everyDay: false },
};

const SICK_SHARE = 0.02;
/** Of those who work every day, one weekday in seven is theirs. */
const FREE_DAY = 1 / 7;
const AWAY_ON_HOLIDAYS = 0.5;
/** Of those who hold their post alone. */
const AWAY_ALONE = 0.05;

const hoursOf = (member: StaffMember): Hours => HOURS[member.posts[0]?.role ?? ''] ?? DESK;

const worksOn = (member: StaffMember, day: string, seed: number): boolean => {
  const chance = chanceOf(seed, 'day', member.key, day);
  if (chance.holds(SICK_SHARE)) return false;
  const { everyDay, alone } = hoursOf(member);
  if (alone === true) return !chance.holds(AWAY_ALONE);
  if (CALENDAR.isWorkingDay(day)) return !everyDay || !chance.holds(FREE_DAY);
  return everyDay && !chance.holds(AWAY_ON_HOLIDAYS);
};

/** The moment itself when they are at work then, else soon after they come in again; `null` when they are away for two weeks. */
export const whenAtWork = (member: StaffMember, at: number, seed: number): number | null => {
  const { from, to } = hoursOf(member);
  for (let n = 0; n < 15; n += 1) {
    const midnight = midnightOf(at + n * DAY);
    const day = dayOf(midnight);
    if (!worksOn(member, day, seed)) continue;
    const opens = midnight + from * HOUR;
    const closes = midnight + to * HOUR;
    if (n === 0 && at >= closes) continue;
    if (n === 0 && at >= opens) return at;
    return opens + chanceOf(seed, 'in', member.key, day).between(0, 40) * MINUTE;
  }
  return null;
};
