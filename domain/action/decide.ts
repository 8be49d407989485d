/**
 * The rules of an action's life: a command, in a context, becomes events or a refusal. Pure: time, policy, calendar, estate
 * and person come in through the context.
 */
import type { ActionCommandInput, ActionCommandName } from '../../types/action-commands';
import { Refusal } from '../../types/errors';
import type { Instant, PersonId } from '../../types/ids';
import type { ActionClock } from '../../types/vocabulary';
import { reallowClock, stopClock } from '../clock/clock';
import { BY_SYSTEM, byOf } from '../lifecycle/by';
import type { DecideContext } from '../lifecycle/context';
import { DraftOf, type Lifecycle } from '../lifecycle/draft';
import { recordElapsed } from '../lifecycle/elapse';
import { decided, guard, guardSystem, possibleOf } from '../lifecycle/guard';
import { runningClock } from '../lifecycle/running';
import type { DecisionOn } from '../lifecycle/subject';
import type { Actor } from '../people/actor';
import { actingRole } from '../people/policy';
import { checkPhotos } from '../policy/limits';
import type { Action } from './action';
import { startedActionClock } from './clocks';
import type { ActionEvent, ActionSource, Opening, Recurrence } from './events';
import { evolveAction } from './evolve';
import { ACTION_LIFECYCLE, ACTION_SYSTEM_COMMANDS, actionCommandRow, actionEventRow } from './lifecycle';

export type ActionPersonCommand = {
  [N in ActionCommandName]: { name: N; input: ActionCommandInput<N> };
}[ActionCommandName];
/** What became of what it came from: it needs no action, or needs one, for a reason; `reopenedAt`: since when it wasn't solved after all. */
export type Need = { needed: false; why: string } | { needed: true; why: string; reopenedAt: Instant | null };
export type ActionSystemCommand =
  | { name: 'noteAlsoNeeded'; source: ActionSource; why: string }
  | { name: 'noteRecurrence'; recurrence: Recurrence }
  | { name: 'reviseNeed'; need: Need }
  | { name: 'elapse' };
export type ActionCommand = ActionPersonCommand | ActionSystemCommand;

export interface ActionContext extends DecideContext {
  /** Names of those of the owning department who may be put in charge. */
  mayBeInCharge: readonly { id: PersonId; name: string }[];
}

const ACTIONS: Lifecycle<Action> = {
  evolve: evolveAction,
  eventRow: actionEventRow,
  startedClock: (kind, _by, after, context) => startedActionClock(kind, after, context),
};
type ActionDraft = DraftOf<Action>;

/** Commands that this person may give now, in the order of the table. */
export const possibleActionCommands = (action: Action, actor: Actor): ActionCommandName[] =>
  possibleOf<Action, ActionCommandName>(ACTION_LIFECYCLE, action, actor);

export const decideAction = (action: Action, command: ActionCommand, context: ActionContext): DecisionOn<Action> =>
  decided<Action>(() => {
    if ('input' in command) {
      guard<Action, ActionCommandName>(ACTION_LIFECYCLE, action, command.name, context.actor);
      if ('photos' in command.input) checkPhotos(command.input.photos, context.policy.intake);
      const role = actingRole(context.actor, { ...action, filerId: null }, actionCommandRow(command.name).as);
      const draft = new DraftOf(ACTIONS, action, context, byOf(context.actor, role));
      carriedOut(draft, command, context);
      return draft.events;
    }
    guardSystem<Action>(ACTION_SYSTEM_COMMANDS[command.name], action);
    const draft = new DraftOf(ACTIONS, action, context, BY_SYSTEM);
    systemCarriedOut(draft, command, context);
    return draft.events;
  });

function carriedOut(draft: ActionDraft, command: ActionPersonCommand, context: ActionContext): void {
  const { now, mayBeInCharge } = context;
  switch (command.name) {
    case 'writeAction': {
      const { inChargeId, plannedAt, ...report } = command.input;
      if (plannedAt <= now) throw new Refusal('badInput', { fields: { plannedAt: '时间要晚于现在' } });
      const inCharge = mayBeInCharge.find(({ id }) => id === inChargeId);
      if (inCharge === undefined) throw new Refusal('badInput', { fields: { inChargeId: '请选择本部门的责任人' } });
      return draft.append('written', { ...report, inCharge, plannedAt });
    }
    case 'postponeAction':
      return postponed(draft, command.input, context);
    case 'reportActionDone':
      return draft.append('reportedDone', command.input);
    case 'confirmEffect':
      return draft.append('provedEffective', command.input);
    case 'denyEffect': // CA-03
      return draft.append('provedIneffective', { ...command.input, round: draft.now.round + 1 });
    case 'dropAction':
      return draft.append('dropped', command.input);
  }
}

/** HD-05: declared in time it moves the planned date; declared after it, the miss stands and a new time begins. */
function postponed(
  draft: ActionDraft,
  { reason, plannedAt }: ActionCommandInput<'postponeAction'>,
  context: ActionContext,
): void {
  const { now, calendar } = context;
  const { plan } = draft.now;
  const running = runningClock(draft.now, 'actionMeasures');
  if (plan === null || running === undefined) return;
  if (plannedAt <= now) throw new Refusal('badInput', { fields: { plannedAt: '时间要晚于现在' } });
  if (plannedAt <= plan.plannedAt) throw new Refusal('badInput', { fields: { plannedAt: '时间要晚于原计划' } });
  const overdue = now > running.dueAt;
  const later = { ...draft.now, plan: { ...plan, plannedAt } };
  const clocks = overdue
    ? [stopClock(running, now, calendar), startedActionClock('actionMeasures', later, context)]
    : [reallowClock(running, now, { until: plannedAt }, calendar)];
  draft.append('postponed', { reason, from: plan.plannedAt, to: plannedAt, overdue }, clocks);
}

function needRevised(draft: ActionDraft, need: Need): void {
  const { state, round, unneeded, effectiveAt } = draft.now;
  const open = state !== 'effective' && state !== 'dropped';
  if (!need.needed) {
    // An incident needs it, whatever one complaint of it turned out to be.
    const alone = [draft.now.source, ...draft.now.also].every(({ kind }) => kind === 'complaint');
    return open && alone && unneeded === null ? draft.append('foundUnneeded', { why: need.why }) : undefined;
  }
  if (open) return unneeded === null ? undefined : draft.append('foundNeeded', {});
  // CA-03: an effect proved after the reopening was proved of what came back.
  const cameBack = effectiveAt === null || (need.reopenedAt !== null && effectiveAt <= need.reopenedAt);
  return cameBack ? draft.append('startedAgain', { why: need.why, round: round + 1 }) : undefined;
}

function systemCarriedOut(draft: ActionDraft, command: ActionSystemCommand, { now }: ActionContext): void {
  switch (command.name) {
    case 'noteAlsoNeeded': {
      const { source, why } = command;
      const known = [draft.now.source, ...draft.now.also].some(({ id }) => id === source.id);
      return known ? undefined : draft.append('alsoNeeded', { source, why });
    }
    case 'noteRecurrence': {
      const { recurrence } = command;
      const known = draft.now.recurrences.some(({ complaintId }) => complaintId === recurrence.complaintId);
      return known ? undefined : draft.append('recurred', recurrence);
    }
    case 'reviseNeed':
      return needRevised(draft, command.need);
    case 'elapse':
      return recordElapsed<ActionClock>(draft, now, (type, data, marked) => draft.append(type, data, marked));
  }
}

/** CA-01: a new action, to be written by the owning department's head. */
export function openedAction(opening: Opening, context: DecideContext): readonly ActionEvent[] {
  const draft = new DraftOf(ACTIONS, null, context, BY_SYSTEM);
  draft.append('opened', opening);
  return draft.events;
}
