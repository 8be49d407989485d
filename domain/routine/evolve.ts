/** State is `events.reduce(evolve)`: pure bookkeeping, no rule is decided here. */
import { appended } from '../lifecycle/evolve';
import { routineRow } from './lifecycle';
import type { Routine, RoutineEvent } from './routine';

const begun = (event: RoutineEvent): Routine => {
  if (event.type !== 'begun') throw new Error(`a routine can't begin with ${event.type}`);
  return {
    ...event.data,
    version: 0,
    state: 'open',
    round: 1,
    opened: null,
    entered: [],
    explained: null,
    clocks: [],
    events: [],
  };
};

export function evolveRoutine(before: Routine | null, event: RoutineEvent): Routine {
  const routine = before ?? begun(event);
  return appended<Routine>(routine, after(routine, event), event, routineRow(event.type).to);
}

function after(routine: Routine, event: RoutineEvent): Routine {
  switch (event.type) {
    case 'opened':
      return { ...routine, opened: { ...event.data, by: event.by, at: event.at } };
    case 'letterEntered':
      return { ...routine, entered: [...routine.entered, event.data] };
    case 'lettersExplained':
      return { ...routine, explained: { ...event.data, by: event.by, at: event.at } };
    case 'begun':
    case 'clockWarned':
    case 'clockMissed':
      return routine;
  }
}
