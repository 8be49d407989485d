/** What the system does by itself: the classifier's dispatch, results that reached or didn't, surveys and clocks that ran out. */
import { markFired } from '../clock/clock';
import { surveyPendingUntil } from './clocks';
import type { Context, SystemCommand } from './command';
import type { Draft } from './draft';
import { dueFiringsOf } from './elapse';
import { informed } from './endings';
import { SYSTEM_COMMANDS } from './lifecycle';
import { refused } from './refused';

export function systemCarriedOut(draft: Draft, command: SystemCommand, context: Context): void {
  const complaint = draft.now;
  if (!(SYSTEM_COMMANDS[command.name].from as readonly string[]).includes(complaint.state)) {
    return refused('notInThisState', { details: { state: complaint.state, possible: [] } });
  }
  switch (command.name) {
    case 'resultReached':
      return informed(draft, command.how, '', context);
    case 'resultUndelivered':
      return complaint.mustPhone ? undefined : draft.append('resultUndelivered', { why: command.why });
    case 'surveyLapse': {
      const until = surveyPendingUntil(complaint);
      return until !== null && until <= context.now ? draft.append('surveyLapsed', {}) : undefined;
    }
    case 'elapse':
      for (const { clock, firing } of dueFiringsOf(complaint, context.now)) {
        const current =
          draft.now.clocks.find(
            (c) => c.kind === clock.kind && c.round === clock.round && c.startedAt === clock.startedAt,
          ) ?? clock;
        const data = { clock: clock.kind, dueAt: clock.dueAt, level: firing.level, trueAt: firing.at };
        draft.append(firing.level === 0 ? 'clockWarned' : 'clockMissed', data, [markFired(current, [firing.level])]);
      }
  }
}
