/** How fast the people of the demo are. */
import type { Chance } from './chance';
import { atWork, awake, HOUR, MINUTE, midnightOf } from './hours';
import type { Plot, Step } from './plot';
import type { Moment } from './timeline';

type Clockwork = Pick<Plot, 'when' | 'promised'>;

/** People promise round times. */
const HALF_HOUR = 30 * MINUTE;

/** Minutes from the step before, on a usual day. */
const USUAL: Record<Exclude<Step, 'complete'>, readonly [least: number, most: number]> = {
  confirm: [2, 8],
  dispatch: [2, 8],
  sign: [4, 24],
  nameHandler: [5, 30],
  investigate: [35, 200],
  plan: [10, 60],
  signPlan: [20, 120],
  progress: [40, 150],
  review: [15, 90],
  inform: [20, 120],
  callback: [90, 900],
  reopen: [600, 4000],
};

/** Steps that residents take, also when the desk is closed. */
const AT_HOME: readonly Step[] = ['callback', 'reopen'];

/**
 * A usual complaint: everybody at work within service hours, the work done before the time that was promised.
 * @param late minutes that a step takes instead; `complete` counts from the promised time
 * @param extraHours by which the promise is postponed later on
 */
export function usualPace(chance: Chance, late: Partial<Record<Step, number>>, extraHours = 0): Clockwork {
  let promisedAt: Moment = 0;
  return {
    promised: (plannedAt) => {
      const expected = atWork(plannedAt + chance.between(5, 22) * HOUR, chance.between(60, 300));
      promisedAt = Math.ceil(expected / HALF_HOUR) * HALF_HOUR;
      return promisedAt;
    },
    when: (step, after) => {
      if (step === 'complete') {
        const due = promisedAt + extraHours * HOUR;
        const done =
          late.complete === undefined ? due - chance.between(20, 150) * MINUTE : due + late.complete * MINUTE;
        return atWork(Math.max(after + chance.between(25, 110) * MINUTE, done), chance.between(5, 60));
      }
      const [least, most] = USUAL[step];
      const at = after + (late[step] ?? chance.between(least, most)) * MINUTE;
      const delay = chance.between(1, 25);
      return AT_HOME.includes(step) ? awake(at, delay) : atWork(at, delay);
    },
  };
}

const asItIs = (at: Moment): Moment => at;

/** Nobody promises anything for the night. */
function promisedAt(now: Moment, minutes: number, moved: ((at: Moment) => Moment) | undefined): Moment {
  const exact = now + minutes * MINUTE;
  if (moved === undefined) return exact;
  if (minutes <= 0) return moved(exact);
  const byDay = atWork(exact, 30 + minutes / 4);
  return byDay === exact ? exact : Math.ceil(byDay / HALF_HOUR) * HALF_HOUR;
}

/** A step taken shortly before, then undone by somebody else, is taken again. */
const AGAIN_WITHIN = 40 * MINUTE;
/** Farther away than this a promise is made for the evening of the day. */
const FAR_MINUTES = 12 * 60;

/**
 * A complaint that stands somewhere today: each step so many minutes ago, in every round that it had; a step that isn't
 * named has not been taken.
 * @param promisedIn minutes from now, negative when the promised time has passed
 * @param moved where a moment goes instead, to keep the nights free
 */
export function standing(
  now: Moment,
  minutesAgo: Partial<Record<Step, number | readonly number[]>>,
  promisedIn = 600,
  moved?: (at: Moment) => Moment,
): Clockwork {
  const exact = promisedAt(now, promisedIn, moved);
  const due = Math.abs(promisedIn) < FAR_MINUTES ? exact : midnightOf(exact) + 18 * HOUR;
  return {
    promised: (plannedAt) => Math.max(due, plannedAt + 10 * MINUTE),
    when: (step, after) => {
      const taken = [minutesAgo[step] ?? []].flat().map((minutes) => (moved ?? asItIs)(now - minutes * MINUTE));
      // Whoever wasn't reached isn't tried again at the same moment.
      const next = taken.find((at) => (step === 'callback' ? at > after : at >= after));
      if (next !== undefined) return next;
      return step !== 'callback' && taken.some((at) => at > after - AGAIN_WITHIN)
        ? after + 3 * MINUTE
        : Number.POSITIVE_INFINITY;
    },
  };
}
