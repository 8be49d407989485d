/** What the system does by itself: the classifier's dispatch, results that reached or didn't, surveys and clocks that ran out. */
import type { ClockKind } from '../../types/vocabulary';
import { reallowClock } from '../clock/clock';
import { dueAt } from '../clock/duration';
import { runningClock } from '../lifecycle/running';
import { recordElapsed } from '../lifecycle/elapse';
import { guardSystem } from '../lifecycle/guard';
import { answerLeftUnread, mayBeRead } from './answers';
import { dueAges, grown } from './ageing';
import { surveyPendingUntil } from './clocks';
import type { Context, SystemCommand } from './command';
import type { Complaint } from './complaint';
import type { Draft } from './draft';
import { informed } from './endings';
import { alikeNoted, alikeRevised, orderCarriedOut } from './incident-membership';
import { SYSTEM_COMMANDS } from './lifecycle';
import { endedWithoutPerson } from './without-person';
import { isWaitingOver, resumed } from './waiting';

/** IF-01, IN-11: an answer that no message announced isn't waited for; the phone call is due like for every result. */
const phonedSameDay = (complaint: Complaint, { now, policy, calendar }: Context) => {
  const clock = runningClock(complaint, 'inform');
  return clock === undefined || !mayBeRead(complaint)
    ? []
    : [reallowClock(clock, now, { until: dueAt(now, policy.times.inform, calendar) }, calendar)];
};

export function systemCarriedOut(draft: Draft, command: SystemCommand, context: Context): void {
  const complaint = draft.now;
  guardSystem<Complaint>(SYSTEM_COMMANDS[command.name], complaint);
  switch (command.name) {
    case 'resultReached':
      // IN-11: an answer is told when it is opened, not when a message about it arrived.
      return command.how === 'message' && mayBeRead(complaint) ? undefined : informed(draft, command.how, '', context);
    case 'answerLapse':
      return answerLeftUnread(draft, context) ? draft.append('closed', { reason: 'answered' }) : undefined;
    case 'resultUndelivered':
      return complaint.mustPhone
        ? undefined
        : draft.append('resultUndelivered', { why: command.why }, phonedSameDay(complaint, context));
    case 'surveyLapse': {
      const until = surveyPendingUntil(complaint);
      return until !== null && until <= context.now ? draft.append('surveyLapsed', {}) : undefined;
    }
    case 'elapse':
      if (isWaitingOver(complaint, context.now)) resumed(draft, 'over', '', context);
      recordElapsed<ClockKind>(draft, context.now, (type, data, marked) => draft.append(type, data, marked));
      return grown(draft, dueAges(draft.now, context.now), context);
    case 'noteAlike':
      return alikeNoted(draft, command.held);
    case 'reviseAlike':
      return alikeRevised(draft, command);
    case 'partWithPerson':
      return draft.append('personErased', {});
    case 'endWithoutPerson':
      return endedWithoutPerson(draft);
    case 'reviseIncidentReasons':
    case 'takeLead':
    case 'shareResult':
    case 'moveIncident':
    case 'countInIncident':
      return orderCarriedOut(draft, command, context);
  }
}
