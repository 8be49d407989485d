/** CA-01: what needs a corrective and preventive action gets one, once, however often it is derived. */
import type { Action } from '../../../domain/action/action';
import { openedAction } from '../../../domain/action/decide';
import type { ActionSource, Opening } from '../../../domain/action/events';
import { actionOf } from '../../../domain/action/evolve';
import { SYSTEM } from '../../../domain/people/actor';
import type { ActionId, CommandId } from '../../../types/ids';
import { actOf } from '../act';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import { carryOutOn } from '../lifecycle/carry-out';
import { settleNowOn } from '../lifecycle/settle';
import { newActionDocument } from './action-document';
import { ACTIONS } from './action-keeper';

/** One per complaint or incident: its id is derived from the source's. */
export const actionIdOf = ({ kind, id }: Opening['source']): ActionId => `action-${kind}-${id}` as ActionId;

/** CH-261121-0007-JZ: the number of what it came from, 纠正; of an incident, its leading complaint's and LT 雷同. */
const numberOf = ({ kind, number }: Opening['source']): string =>
  kind === 'incident' ? `${number}-LT-JZ` : `${number}-JZ`;

/**
 * Opens the action of a complaint or incident and tells the department's head. May be repeated: one that is open already,
 * or was proved effective, stays as it is.
 * @returns `stood` when there was one
 */
export async function openAction(
  need: Omit<Opening, 'id' | 'number' | 'estateId' | 'policyVersion'>,
  context: EstateContext,
  scene: Scene,
): Promise<'opened' | 'stood'> {
  const { estate, policy, policyVersion, calendar } = context;
  const opening: Opening = {
    ...need,
    id: actionIdOf(need.source),
    number: numberOf(need.source),
    estateId: estate.id,
    policyVersion,
  };
  const events = openedAction(opening, {
    now: scene.now,
    commandId: actOf(SYSTEM, 'open-action' as CommandId),
    inputDigest: null,
    actor: SYSTEM,
    policy,
    calendar,
    estate,
  });
  const action: Action = actionOf(events);
  const inserted = await scene.platform.database.insert('actions', newActionDocument(action, scene.now));
  if (inserted !== 'inserted') return 'stood';
  await settleNowOn(ACTIONS, { subject: action, settledEvents: 0, context }, scene);
  return 'opened';
}

/** One action for a leading complaint and its incident: the other one is named on it. May be repeated. @throws Refusal notFound */
export async function noteAlsoNeeded(
  id: ActionId,
  also: { source: ActionSource; why: string },
  scene: Scene,
): Promise<void> {
  const commandId = `also-needed-${also.source.kind}-${also.source.id}` as CommandId;
  const done = await carryOutOn(
    ACTIONS,
    { id, commandId, command: { name: 'noteAlsoNeeded', ...also }, actor: SYSTEM },
    scene,
  );
  await settleNowOn(ACTIONS, done, scene);
}
