/** How the complaints that are open today are written down. */
import type { EstateKey } from './estates';
import { type Matter, matter } from './matters/matter';
import { standing } from './pace';
import type { Filer, Plot, Step, Twists } from './plot';
import { beforeNight, MINUTE } from './hours';
import type { Moment } from './timeline';

export const HOURS = 60;
export const DAYS = 24 * 60;

export type MinutesAgo = Partial<Record<Step, number | readonly number[]>>;

export interface Standing {
  filed: number;
  steps?: MinutesAgo;
  /** Minutes from now to the promised time. */
  promisedIn?: number;
  /** Comes in at any hour, at night too. */
  anyHour?: boolean;
  twists?: Twists;
  photos?: boolean;
  /** The handler of the department, by position. */
  turn?: number;
}

/** A plot as of `now`. */
export type PlotToday = (now: Moment) => Plot;

export const open =
  (estate: EstateKey, filer: Filer, about: Matter, how: Standing): PlotToday =>
  (now) => {
    const moved = how.anyHour === true ? undefined : byDay(now, how);
    return {
      matter: about,
      estate,
      filer,
      filedAt: (moved ?? asItIs)(now - how.filed * MINUTE),
      twists: how.twists ?? {},
      photos: how.photos ?? false,
      turn: how.turn ?? 0,
      ...standing(now, how.steps ?? {}, how.promisedIn, moved),
    };
  };

const asItIs = (at: Moment): Moment => at;

/** Keeps the nights free, unless the night would come between filing and dispatch: that clock never stands still. */
const byDay = (now: Moment, { filed, steps }: Standing): ((at: Moment) => Moment) | undefined => {
  const move = (at: Moment): Moment => beforeNight(at, now);
  const first = [steps?.dispatch ?? []].flat()[0];
  const gap = first === undefined ? 0 : (filed - first) * MINUTE;
  const moved = first === undefined ? 0 : move(now - first * MINUTE) - move(now - filed * MINUTE);
  return moved > gap + MINUTE ? undefined : move;
};

export const self = (key: string, more: Partial<Extract<Filer, { by: 'resident' }>> = {}): Filer => ({
  by: 'resident',
  key,
  through: 'miniprogram',
  ...more,
});

export const heard = (
  key: string,
  channel: Extract<Filer, { by: 'staff' }>['channel'],
  name: string,
  phone: string,
  resident?: string,
): Filer => ({ by: 'staff', key, channel, caller: { name, phone }, ...(resident === undefined ? {} : { resident }) });

const NOT_REACHED = { findings: '待调查', measures: '待制定', result: '待处理' };

/** A matter that hasn't come far: what nobody has found out yet is left out. */
export const fresh = (
  category: Matter['category'],
  department: Matter['department'],
  area: string,
  text: string,
  more: Partial<Matter> = {},
): Matter => matter(category, department, area, { text, ...NOT_REACHED, ...more });

/** The steps up to the named handler, starting at the dispatch so many minutes ago. */
export const taken = (dispatched: number, more: MinutesAgo = {}): MinutesAgo => ({
  confirm: dispatched + 3,
  dispatch: dispatched,
  sign: dispatched - 12,
  nameHandler: dispatched - 12,
  ...more,
});
