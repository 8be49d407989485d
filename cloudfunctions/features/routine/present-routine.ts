import { isOverdue } from '../../../domain/clock/clock';
import type { Actor } from '../../../domain/people/actor';
import { possibleRoutineCommands } from '../../../domain/routine/decide';
import { lettersMissing, type Routine } from '../../../domain/routine/routine';
import { runningClock } from '../../../domain/lifecycle/running';
import type { RoutineView } from '../../../types/api/routine';
import type { Instant } from '../../../types/ids';

export function presentRoutine(routine: Routine, estateName: string, actor: Actor, now: Instant): RoutineView {
  const { id, version, estateId, day, opened, explained, clocks } = routine;
  const possible = possibleRoutineCommands(routine, actor);
  const clock = clocks.find(({ kind }) => kind === 'suggestionBox');
  return {
    id,
    version,
    estateId,
    estateName,
    day,
    dueAt: clock?.dueAt ?? now,
    late: clock !== undefined && isOverdue(clock, now),
    opened: opened === null ? null : { at: opened.at, by: opened.by.name, letters: opened.letters, note: opened.note },
    entered: routine.entered.map(({ complaintId, number }) => ({ id: complaintId, number })),
    missing: lettersMissing(routine),
    lettersDueAt: runningClock(routine, 'registration')?.dueAt ?? null,
    explained: explained === null ? null : { at: explained.at, by: explained.by.name, note: explained.note },
    mayOpen: possible.includes('openBox'),
    mayExplain: possible.includes('explainLetters'),
  };
}
