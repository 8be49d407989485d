/**
 * An action in the database: its events, and beside them what queries and lists need. The events are the truth; every other
 * field is derived from them here and nowhere else.
 */
import type { Action } from '../../../domain/action/action';
import { nextActionDueAt } from '../../../domain/action/clocks';
import { actionDutyOf } from '../../../domain/action/duties';
import type { ActionEvent } from '../../../domain/action/events';
import { actionEventRow } from '../../../domain/action/lifecycle';
import type { ActionCommandName } from '../../../types/action-commands';
import type { ActionId, ComplaintId, DepartmentId, EstateId, Instant } from '../../../types/ids';
import type { ActionClock, ActionSourceKind, ActionState, Category } from '../../../types/vocabulary';

/** What a list shows of an action. */
export interface ActionCardFields {
  _id: ActionId;
  number: string;
  version: number;
  estateId: EstateId;
  departmentId: DepartmentId;
  departmentName: string;
  state: ActionState;
  round: number;
  source: { kind: ActionSourceKind; id: string; number: string };
  category: Category;
  summary: string;
  placeText: string;
  inChargeName: string;
  plannedAt: Instant | null;
  openedAt: Instant;
  effectiveAt: Instant | null;
  recurred: number;
  /** Those of them that were found by the home alone: not for everybody to know (IN-09). */
  recurredAtHome: ComplaintId[];
  /** What it is for: complaints and incidents. */
  sourceIds: string[];
  duty: { command: ActionCommandName; clock: ActionClock; startedAt: Instant; warnAt: Instant } | null;
  dutyKeys: string[];
  dutyDueAt: Instant | null;
  workedBy: string[];
}

export interface ActionDocument extends ActionCardFields {
  nextDueAt: Instant | null;
  unsettledSince: Instant | null;
  settledEvents: number;
  /** What it is for, and the complaints that recurred. */
  concernsIds: string[];
  /** Set once it is effective: under these a like complaint finds it. */
  likeKeys: string[];
  lastCommandId: string;
  events: readonly ActionEvent[];
}

export const ACTION_CARD_FIELDS = [
  'number',
  'version',
  'estateId',
  'departmentId',
  'departmentName',
  'state',
  'round',
  'source',
  'category',
  'summary',
  'placeText',
  'inChargeName',
  'plannedAt',
  'openedAt',
  'effectiveAt',
  'recurred',
  'recurredAtHome',
  'sourceIds',
  'duty',
  'dutyKeys',
  'dutyDueAt',
  'workedBy',
] as const satisfies readonly (keyof ActionCardFields)[];

/** Somebody is told of it. */
export const actionHasEffects = (event: ActionEvent): boolean => (actionEventRow(event.type).tells?.length ?? 0) > 0;

/** The fields that are derived anew with every command. */
export function actionProjection(action: Action) {
  const duty = actionDutyOf(action);
  const sourceIds = [action.source, ...action.also].map(({ id }) => id);
  return {
    version: action.version,
    state: action.state,
    round: action.round,
    inChargeName: action.inCharge?.name ?? '',
    plannedAt: action.plan?.plannedAt ?? null,
    effectiveAt: action.effectiveAt,
    recurred: action.recurrences.length,
    recurredAtHome: action.recurrences.filter(({ byHome }) => byHome).map(({ complaintId }) => complaintId),
    sourceIds,
    duty:
      duty === null
        ? null
        : { command: duty.command, clock: duty.clock, startedAt: duty.startedAt, warnAt: duty.warnAt },
    dutyKeys: duty === null ? [] : [...duty.keys],
    dutyDueAt: duty?.dueAt ?? null,
    workedBy: [...action.workedBy],
    nextDueAt: nextActionDueAt(action),
    concernsIds: [...sourceIds, ...action.recurrences.map(({ complaintId }) => complaintId)],
    likeKeys: action.effectiveAt === null ? [] : [...action.likeKeys],
    lastCommandId: action.events.at(-1)?.commandId ?? '',
  };
}

export const newActionDocument = (action: Action, now: Instant): ActionDocument => ({
  _id: action.id,
  number: action.number,
  estateId: action.estateId,
  departmentId: action.departmentId,
  departmentName: action.departmentName,
  source: action.source,
  category: action.category,
  summary: action.summary,
  placeText: action.placeText,
  openedAt: action.openedAt,
  settledEvents: 0,
  unsettledSince: now,
  events: action.events,
  ...actionProjection(action),
});
