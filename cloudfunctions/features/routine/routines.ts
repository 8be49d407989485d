/** Suggestion-box routines on the machinery of lifecycles (IN-04). */
import { nextFiringAt } from '../../../domain/clock/clock';
import { dueText } from '../../../domain/clock/describe';
import { highestLevel, LADDERS, type Post as LadderPost, toldAt } from '../../../domain/clock/ladder';
import { epoch, instant, MINUTE_MS } from '../../../domain/clock/zone';
import { sumOf } from '../../../domain/lifecycle/evolve';
import { postKey } from '../../../domain/people/person';
import { concernedWithRoutine } from '../../../domain/routine/concerned';
import { decideRoutine, possibleRoutineCommands, type RoutineCommand } from '../../../domain/routine/decide';
import { evolveRoutine } from '../../../domain/routine/evolve';
import { ROUTINE_COMMANDS, type RoutineAudience, routineRow } from '../../../domain/routine/lifecycle';
import { lettersMissing, type Routine, type RoutineEvent, type RoutineState } from '../../../domain/routine/routine';
import { Refusal } from '../../../types/errors';
import type { EstateId, Instant, PersonId, RoutineId } from '../../../types/ids';
import type { Role } from '../../../types/vocabulary';
import type { ClockPart, Scene } from '../clock-part';
import { type EstateContext, loadEstate } from '../estate/load-estate';
import type { Keeper } from '../lifecycle/keeper';
import { messagesFor, type Telling } from '../lifecycle/messages';
import { elapsing, runClocksOn } from '../lifecycle/run-clocks';
import { settleLeftBehindOn } from '../lifecycle/settle';
import type { People } from '../people/people-behind';

/** A routine in the database: its events, and beside them what queries need. */
export interface RoutineDocument {
  _id: RoutineId;
  estateId: EstateId;
  day: string;
  version: number;
  state: RoutineState;
  /** Whose duty it is while the box hasn't been opened, or its letters and complaints differ. */
  dutyKeys: string[];
  nextDueAt: Instant | null;
  unsettledSince: Instant | null;
  settledEvents: number;
  events: readonly RoutineEvent[];
}

const DESK_ROLES: readonly Role[] = ROUTINE_COMMANDS.openBox.as;
const inEstate = (role: Role, estateId: EstateId): string[] => [postKey(role, estateId), postKey(role, '*')];
const dutyKeysOf = ({ estateId }: Pick<Routine, 'estateId'>): string[] =>
  DESK_ROLES.flatMap((role) => inEstate(role, estateId));

export const routineOf = ({ events }: Pick<RoutineDocument, 'events'>): Routine =>
  sumOf<Routine>(events, evolveRoutine);

export const routineFields = (routine: Routine) => ({
  version: routine.version,
  state: routine.state,
  dutyKeys: routine.state === 'open' || lettersMissing(routine) !== 0 ? dutyKeysOf(routine) : [],
  nextDueAt:
    routine.clocks
      .map(nextFiringAt)
      .filter((at) => at !== null)
      .sort()[0] ?? null,
});

/** The due time as WeChat's field wants it. */
const timeValue = (at: Instant, { utcOffsetMinutes }: EstateContext['calendar']): string =>
  instant(epoch(at) + utcOffsetMinutes * MINUTE_MS)
    .slice(0, 16)
    .replace('T', ' ');

const behind = (keys: readonly string[], people: People): PersonId[] => [
  ...new Set(keys.flatMap((key) => people.get(key) ?? [])),
];
const keysOfPost = (post: LadderPost, { estateId }: Routine): string[] => inEstate(post.role, estateId);

const TELLING: Telling<Routine, RoutineAudience> = {
  eventRow: routineRow,
  keysFor(audience, routine, event) {
    if (audience === 'mustAct') return dutyKeysOf(routine);
    return event.type === 'clockMissed' ? LADDERS[event.data.clock].flatMap((post) => keysOfPost(post, routine)) : [];
  },
  recipientsOf(audience, routine, event, people) {
    if (audience === 'mustAct') return behind(dutyKeysOf(routine), people);
    if (event.type !== 'clockMissed') return [];
    const { clock } = event.data;
    const level = Math.min(event.data.level, highestLevel(clock));
    return toldAt(clock, level, (post) => behind(keysOfPost(post, routine), people))?.people ?? [];
  },
  hearsOwnAct: new Set(),
  messageOf({ template }, { subject, event }, { estate, calendar }) {
    const passed = event.type === 'clockMissed' || event.type === 'clockWarned' ? event.data : null;
    const number = `${estate.code}-BOX-${subject.day.slice(2).replaceAll('-', '')}`;
    const [task, limit] =
      passed?.clock === 'registration' ? ['投诉箱信件录入', '登记时限'] : ['投诉箱开箱', '开箱时限'];
    return {
      values: [
        number,
        `${subject.day} ${task}`,
        limit,
        timeValue(passed?.dueAt ?? event.at, calendar),
        ...(template === 'escalation' ? ['服务中心'] : []),
      ],
      complaintId: null,
      estateId: subject.estateId,
      page: 'staff/routines/index',
      mustKnow: false,
      anyHour: true,
    };
  },
};

export const ROUTINES: Keeper<Routine, RoutineCommand> = {
  collection: 'routines',
  async load(id, { platform: { database } }) {
    const document = await database.get<RoutineDocument>('routines', id);
    if (document === null) throw new Refusal('notFound');
    const context = await loadEstate(document.estateId, database);
    return { subject: routineOf(document), settledEvents: document.settledEvents, context };
  },
  evolve: evolveRoutine,
  decide: async (command, { subject }, asked) => decideRoutine(subject, command, asked),
  possible: possibleRoutineCommands,
  mayKnow: concernedWithRoutine,
  projection: routineFields,
  hasEffects: ({ type }) => (routineRow(type).tells?.length ?? 0) > 0,
  titleOf: (event, zone) =>
    event.type === 'opened'
      ? ROUTINE_COMMANDS.openBox.label
      : event.type === 'lettersExplained'
        ? ROUTINE_COMMANDS.explainLetters.label
        : dueText(event.at, event.at, zone),
  harmless: new Set(['clockWarned', 'clockMissed', 'letterEntered']),
  addsWords: new Set(),
  messagesOf: (steps, context, scene) => messagesFor(TELLING, steps, context, scene),
  alsoFollows: async () => true,
};

/** The timer's share: days that were not opened in time, and what functions that died left behind. */
export const runRoutineClocks: ClockPart = (scene, mayGoOn) => runClocksOn(ROUTINES, elapsing, scene, mayGoOn);
export const settleRoutines = (olderThan: Instant, scene: Scene, mayGoOn: () => boolean): Promise<number> =>
  settleLeftBehindOn(ROUTINES, olderThan, scene, mayGoOn);
