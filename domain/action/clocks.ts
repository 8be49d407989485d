/** How long each clock of an action gives, and when the timer has to look at it next (CK-08). */
import type { Instant } from '../../types/ids';
import type { ActionClock } from '../../types/vocabulary';
import { type Allowed, type Clock, nextFiringAt, startClock } from '../clock/clock';
import { highestLevel } from '../clock/ladder';
import type { DecideContext } from '../lifecycle/context';
import type { Policy } from '../policy/defaults';
import type { Action } from './action';

function allowedTime(kind: ActionClock, action: Action, { times }: Policy): Allowed {
  switch (kind) {
    case 'actionPlan':
      return times.actionPlan;
    case 'actionMeasures': // CA-01: the planned date
      return action.plan === null ? times.actionPlan : { until: action.plan.plannedAt };
    case 'verification': // CA-02
      return times.verification;
  }
}

export const startedActionClock = (
  kind: ActionClock,
  action: Action,
  { now, policy, calendar }: DecideContext,
): Clock<ActionClock> =>
  startClock(
    {
      kind,
      round: action.round,
      startedAt: now,
      allowed: allowedTime(kind, action, policy),
      warnAtShare: policy.warning.atShare,
      highestLevel: highestLevel(kind),
    },
    calendar,
  );

/** The next instant at which something elapses; null when nothing can. */
export const nextActionDueAt = (action: Action): Instant | null =>
  action.clocks
    .map(nextFiringAt)
    .filter((at) => at !== null)
    .sort()[0] ?? null;
