/** State is `events.reduce(evolve)`: pure bookkeeping, no rule is decided here. */
import { appended } from '../lifecycle/evolve';
import { routineRow } from './lifecycle';
import type { Routine, RoutineEvent } from './routine';

const begun = (event: RoutineEvent): Routine => {
  if (event.type !== 'begun') throw new Error(`a routine can't begin with ${event.type}`);
  return { ...event.data, version: 0, state: 'open', round: 1, opened: null, clocks: [], events: [] };
};

export function evolveRoutine(before: Routine | null, event: RoutineEvent): Routine {
  const routine = before ?? begun(event);
  const after =
    event.type === 'opened' ? { ...routine, opened: { ...event.data, by: event.by, at: event.at } } : routine;
  return appended<Routine>(routine, after, event, routineRow(event.type).to);
}
