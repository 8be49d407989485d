/** What the system does by itself: the classifier's dispatch, results that reached or didn't, surveys and clocks that ran out. */
import type { ClockKind } from '../../types/vocabulary';
import { recordElapsed } from '../lifecycle/elapse';
import { guardSystem } from '../lifecycle/guard';
import { dueAges, grown } from './ageing';
import { surveyPendingUntil } from './clocks';
import type { Context, SystemCommand } from './command';
import type { Complaint } from './complaint';
import type { Draft } from './draft';
import { informed } from './endings';
import { orderCarriedOut } from './incident-membership';
import { SYSTEM_COMMANDS } from './lifecycle';
import { isWaitingOver, resumed } from './waiting';

export function systemCarriedOut(draft: Draft, command: SystemCommand, context: Context): void {
  const complaint = draft.now;
  guardSystem<Complaint>(SYSTEM_COMMANDS[command.name], complaint);
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
      if (isWaitingOver(complaint, context.now)) resumed(draft, 'over', '', context);
      recordElapsed<ClockKind>(draft, context.now, (type, data, marked) => draft.append(type, data, marked));
      return grown(draft, dueAges(draft.now, context.now), context);
    case 'reviseIncidentReasons':
    case 'takeLead':
    case 'shareResult':
    case 'moveIncident':
    case 'countInIncident':
      return orderCarriedOut(draft, command, context);
  }
}
