/** A daily routine of an estate – opening the suggestion box (IN-04) – as the sum of its events. */
import type { ComplaintId, EstateId, Instant, RoutineId } from '../../types/ids';
import type { Clock } from '../clock/clock';
import type { LocalDate } from '../clock/zone';
import type { ClockPassed } from '../lifecycle/elapse';
import type { By, EventOfPayloads } from '../lifecycle/subject';

/** `registration` (RG-01): from finding letters until each is a complaint, or the difference is explained. */
export type RoutineClock = 'suggestionBox' | 'registration';
export type RoutineState = 'open' | 'recorded';

/** The complaint that a letter became. */
export interface Letter {
  complaintId: ComplaintId;
  number: string;
}

export interface RoutinePayloads {
  /** At 00:00 of its day, however late that was noticed (CK-07). */
  begun: { id: RoutineId; estateId: EstateId; day: LocalDate };
  /** The box was opened; 0 letters: it was empty. */
  opened: { letters: number; note: string };
  /** A letter found in it was recorded as a complaint. */
  letterEntered: Letter;
  /** Why there are more or fewer complaints than letters. */
  lettersExplained: { note: string };
  clockWarned: ClockPassed<RoutineClock>;
  clockMissed: ClockPassed<RoutineClock>;
}
export type RoutineEvent = EventOfPayloads<RoutinePayloads, RoutineClock, keyof RoutinePayloads>;

export interface Routine {
  id: RoutineId;
  estateId: EstateId;
  /** The day in the estate's zone. */
  day: LocalDate;
  version: number;
  state: RoutineState;
  /** A day doesn't come again. */
  round: number;
  opened: { letters: number; note: string; by: By; at: Instant } | null;
  entered: readonly Letter[];
  explained: { note: string; by: By; at: Instant } | null;
  clocks: readonly Clock<RoutineClock>[];
  events: readonly RoutineEvent[];
}

/** One per estate and day, whoever begins it. */
export const routineIdOf = (estateId: EstateId, day: LocalDate): RoutineId => `box:${estateId}:${day}` as RoutineId;

/** The day of the opening that an id names. */
export const dayOfRoutine = (id: RoutineId): string => id.slice(id.lastIndexOf(':') + 1);

/** IN-04: letters found that no complaint was made of; below 0: more complaints than letters. 0 once it has been explained. */
export const lettersMissing = ({
  opened,
  entered,
  explained,
}: Pick<Routine, 'opened' | 'entered' | 'explained'>): number =>
  opened === null || explained !== null ? 0 : opened.letters - entered.length;
