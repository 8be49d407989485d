/** The rules of the suggestion box (IN-04): a task for each day, recorded even when the box was empty. */
import type { EstateId } from '../../types/ids';
import { startClock } from '../clock/clock';
import { highestLevel } from '../clock/ladder';
import { instant, startOfDay, type LocalDate } from '../clock/zone';
import { BY_SYSTEM, byOf } from '../lifecycle/by';
import type { DecideContext } from '../lifecycle/context';
import { DraftOf, type Lifecycle } from '../lifecycle/draft';
import { recordElapsed } from '../lifecycle/elapse';
import { runningClock } from '../lifecycle/running';
import { decided, guard, guardSystem, possibleOf } from '../lifecycle/guard';
import type { DecisionOn } from '../lifecycle/subject';
import type { Actor } from '../people/actor';
import { standsIn } from '../people/person';
import { evolveRoutine } from './evolve';
import { ROUTINE_COMMANDS, ROUTINE_ELAPSE, ROUTINE_LETTER, routineRow } from './lifecycle';
import {
  type Letter,
  lettersMissing,
  type Routine,
  type RoutineClock,
  type RoutineEvent,
  routineIdOf,
} from './routine';

export type RoutineCommand =
  | { name: 'openBox'; input: { letters: number; note: string } }
  | { name: 'explainLetters'; input: { note: string } }
  | { name: 'enterLetter'; letter: Letter }
  | { name: 'elapse' };

const ROUTINE: Lifecycle<Routine> = {
  evolve: evolveRoutine,
  eventRow: routineRow,
  startedClock: (kind, _by, after, { now, policy, calendar }) => {
    if (kind === 'registration' && lettersMissing(after) === 0) return null;
    const running = runningClock(after, kind);
    if (running !== undefined) return running;
    return startClock(
      {
        kind,
        round: after.round,
        startedAt: now,
        allowed: policy.times[kind],
        warnAtShare: policy.warning.atShare,
        highestLevel: highestLevel(kind),
      },
      calendar,
    );
  },
};

/** A day's task; its clock counts from the start of the day, also when that is noticed days later (CK-07, CK-09). */
export function begin(
  estateId: EstateId,
  day: LocalDate,
  context: Omit<DecideContext, 'now' | 'commandId' | 'inputDigest'>,
): readonly RoutineEvent[] {
  const now = instant(startOfDay(day, context.calendar));
  const draft = new DraftOf<Routine>(
    ROUTINE,
    null,
    { ...context, now, commandId: 'sys.begin', inputDigest: null },
    BY_SYSTEM,
  );
  draft.append('begun', { id: routineIdOf(estateId, day), estateId, day });
  return draft.events;
}

/** What this person may do about it now. */
export const possibleRoutineCommands = (routine: Routine, actor: Actor): (keyof typeof ROUTINE_COMMANDS)[] =>
  possibleOf<Routine, keyof typeof ROUTINE_COMMANDS>(ROUTINE_COMMANDS, routine, actor);

export const decideRoutine = (routine: Routine, command: RoutineCommand, context: DecideContext): DecisionOn<Routine> =>
  decided<Routine>(() => {
    if (command.name === 'elapse') {
      guardSystem<Routine>(ROUTINE_ELAPSE, routine);
      const draft = new DraftOf<Routine>(ROUTINE, routine, context, BY_SYSTEM);
      recordElapsed<RoutineClock>(draft, context.now, (type, data, marked) => draft.append(type, data, marked));
      return draft.events;
    }
    if (command.name === 'enterLetter') {
      guardSystem<Routine>(ROUTINE_LETTER, routine);
      const draft = new DraftOf<Routine>(ROUTINE, routine, context, BY_SYSTEM);
      if (!routine.entered.some(({ complaintId }) => complaintId === command.letter.complaintId))
        draft.append('letterEntered', command.letter);
      return draft.events;
    }
    const { actor } = context;
    guard<Routine, keyof typeof ROUTINE_COMMANDS>(ROUTINE_COMMANDS, routine, command.name, actor);
    const held = actor.posts.filter((post) => standsIn(post, routine.estateId)).map(({ role }) => role);
    const role = ROUTINE_COMMANDS[command.name].as.find((each) => held.includes(each)) ?? 'receptionist';
    const draft = new DraftOf<Routine>(ROUTINE, routine, context, byOf(actor, role));
    if (command.name === 'openBox') draft.append('opened', command.input);
    else draft.append('lettersExplained', command.input);
    return draft.events;
  });
