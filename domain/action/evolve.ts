/** State is `events.reduce(evolveAction)`: pure bookkeeping, no rule is decided here. */
import { appended, sumOf } from '../lifecycle/evolve';
import type { By } from '../lifecycle/subject';
import type { Action } from './action';
import type { ActionEvent, ActionEventOf } from './events';
import { actionEventRow } from './lifecycle';

const opened = ({ data, at }: ActionEventOf<'opened'>): Action => ({
  ...data,
  version: 0,
  state: 'due',
  round: 1,
  openedAt: at,
  plan: null,
  inCharge: null,
  done: null,
  verifications: [],
  effectiveAt: null,
  unneeded: null,
  dropped: null,
  recurrences: [],
  also: [],
  workedBy: [],
  clocks: [],
  events: [],
});

const worked = (action: Action, ...people: readonly By['personId'][]): Action => ({
  ...action,
  workedBy: [...new Set([...action.workedBy, ...people.flatMap((id) => (id === 'system' ? [] : [id]))])],
});

/** What one event changes beyond state, clocks and the list of events. */
function changed(action: Action, event: ActionEvent): Action {
  const { by, at } = event;
  switch (event.type) {
    case 'opened':
    case 'clockWarned':
    case 'clockMissed':
      return action;
    case 'written': {
      const { inCharge, ...plan } = event.data;
      return worked({ ...action, plan: { ...plan, by, at, postponements: [] }, inCharge }, by.personId, inCharge.id);
    }
    case 'postponed': {
      const { plan } = action;
      if (plan === null) return action;
      const postponements = [...plan.postponements, { ...event.data, at }];
      return worked({ ...action, plan: { ...plan, plannedAt: event.data.to, postponements } }, by.personId);
    }
    case 'foundUnneeded':
      return { ...action, unneeded: { ...event.data, at } };
    case 'foundNeeded':
      return { ...action, unneeded: null };
    case 'dropped':
      return { ...action, dropped: { ...event.data, by, at } };
    case 'startedAgain': {
      const anew = { plan: null, inCharge: null, done: null, effectiveAt: null, unneeded: null, dropped: null };
      return { ...action, ...anew, round: event.data.round };
    }
    case 'reportedDone':
      return worked({ ...action, done: { ...event.data, by, at } }, by.personId);
    case 'provedEffective': {
      const { findings } = event.data;
      const verification = { round: action.round, effective: true, findings, by, at };
      return { ...action, effectiveAt: at, verifications: [...action.verifications, verification] };
    }
    case 'provedIneffective': {
      const { findings, round } = event.data;
      const verification = { round: action.round, effective: false, findings, by, at };
      return {
        ...action,
        round,
        plan: null,
        inCharge: null,
        done: null,
        verifications: [...action.verifications, verification],
      };
    }
    case 'alsoNeeded':
      return { ...action, also: [...action.also, event.data.source] };
    case 'recurred':
      return { ...action, recurrences: [...action.recurrences, { ...event.data, at }] };
  }
}

/** The action after one more event. The first event must be `opened`. */
export function evolveAction(action: Action | null, event: ActionEvent): Action {
  const before = action ?? (event.type === 'opened' ? opened(event) : null);
  if (before === null) throw new Error(`an action can't begin with ${event.type}`);
  return appended(before, changed(before, event), event, actionEventRow(event.type).to);
}

/** The action that a list of events adds up to. */
export const actionOf = (events: readonly ActionEvent[]): Action => sumOf(events, evolveAction);
