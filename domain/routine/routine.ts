/** A daily routine of an estate – opening the suggestion box (IN-04) – as the sum of its events. */
import type { EstateId, Instant, RoutineId } from '../../types/ids';
import type { Clock } from '../clock/clock';
import type { LocalDate } from '../clock/zone';
import type { ClockPassed } from '../lifecycle/elapse';
import type { By, EventOfPayloads } from '../lifecycle/subject';

export type RoutineClock = 'suggestionBox';
export type RoutineState = 'open' | 'recorded';

export interface RoutinePayloads {
  /** At 00:00 of its day, however late that was noticed (CK-07). */
  begun: { id: RoutineId; estateId: EstateId; day: LocalDate };
  /** The box was opened; 0 letters: it was empty. */
  opened: { letters: number; note: string };
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
  clocks: readonly Clock<RoutineClock>[];
  events: readonly RoutineEvent[];
}

/** One per estate and day, whoever begins it. */
export const routineIdOf = (estateId: EstateId, day: LocalDate): RoutineId => `box:${estateId}:${day}` as RoutineId;
