/** The life of a day's suggestion box as two tables, read by guard, buttons and messages like the complaint's. */
import type { CommandRowOf, EventRowOf, SystemRowOf } from '../lifecycle/rows';
import { worksAtServiceDesk } from '../people/policy';
import { lettersMissing, type Routine, type RoutinePayloads } from './routine';

const lettersDiffer = { test: (routine: Routine) => lettersMissing(routine) !== 0, says: '信件数与录入数不符' };

// biome-ignore format: a table reads row by row
export const ROUTINE_COMMANDS = {
  openBox: { label: '登记开箱', duty: '打开投诉箱', from: ['open'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], appends: ['opened'] }, // IN-04
  explainLetters: { label: '说明差额', duty: '录入或说明信件', from: ['recorded'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], when: lettersDiffer, appends: ['lettersExplained'] }, // IN-04
} as const satisfies Record<string, CommandRowOf<Routine>>;

/** What the system does by itself: a level of the clock came due; also after the box was opened late (CK-07). */
export const ROUTINE_ELAPSE = {
  from: ['open', 'recorded'],
  appends: ['clockWarned', 'clockMissed'],
} as const satisfies SystemRowOf<Routine>;

/** A letter of the box was recorded as a complaint. */
export const ROUTINE_LETTER = {
  from: ['recorded'],
  appends: ['letterEntered'],
} as const satisfies SystemRowOf<Routine>;

/** Who hears of it: whoever must act, and the post that the level of the clock reaches. */
export type RoutineAudience = 'mustAct' | 'ladder';

// biome-ignore format: a table reads row by row
export const ROUTINE_EVENTS = {
  begun: { to: 'open', starts: ['suggestionBox'] }, // IN-04: once a day
  opened: { to: 'recorded', stops: ['suggestionBox'], starts: ['registration'] }, // IN-04: also when it was empty; RG-01: only when letters were found
  letterEntered: { starts: ['registration'] }, // IN-04, RG-01: goes on or begins while they differ, else it stops
  lettersExplained: { stops: ['registration'] }, // IN-04
  clockWarned: { tells: [{ audience: 'mustAct', template: 'warning' }] }, // CK-02
  clockMissed: { tells: [{ audience: 'mustAct', template: 'overdue' }, { audience: 'ladder', template: 'escalation' }] }, // CK-02
} as const satisfies Record<keyof RoutinePayloads, EventRowOf<Routine, RoutineAudience>>;

export const routineRow = (type: keyof RoutinePayloads): EventRowOf<Routine, RoutineAudience> => ROUTINE_EVENTS[type];
