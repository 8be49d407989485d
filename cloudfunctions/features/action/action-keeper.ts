/** Corrective and preventive actions on the machinery of lifecycles. */
import type { Action } from '../../../domain/action/action';
import { type ActionCommand, decideAction, possibleActionCommands } from '../../../domain/action/decide';
import { actionOf, evolveAction } from '../../../domain/action/evolve';
import { maySeeAction } from '../../../domain/action/lifecycle';
import { actionSentenceOf } from '../../../domain/action/timeline';
import { Refusal } from '../../../types/errors';
import { loadEstate } from '../estate/load-estate';
import type { Keeper } from '../lifecycle/keeper';
import { messagesFor } from '../lifecycle/messages';
import { workersOf } from '../people/load-person';
import { underPolicy } from '../policy/under-policy';
import { type ActionDocument, actionHasEffects, actionProjection } from './action-document';
import { ACTION_TELLING } from './action-messages';

export const ACTIONS: Keeper<Action, ActionCommand> = {
  collection: 'actions',
  async load(id, { platform: { database } }) {
    const document = await database.get<ActionDocument>('actions', id, ['events', 'settledEvents', 'estateId']);
    if (document === null) throw new Refusal('notFound');
    const subject = actionOf(document.events);
    const inForce = await loadEstate(document.estateId, database);
    const context = await underPolicy(inForce, subject.policyVersion, database);
    return { subject, settledEvents: document.settledEvents, context };
  },
  evolve: evolveAction,
  async decide(command, { subject }, asked, { platform }) {
    const mayBeInCharge =
      command.name === 'writeAction' ? await workersOf(subject.departmentId, asked.actor, platform.database) : [];
    return decideAction(subject, command, { ...asked, mayBeInCharge });
  },
  possible: possibleActionCommands,
  mayKnow: (actor, action) => actor.id === 'system' || maySeeAction.test(actor, action),
  projection: actionProjection,
  hasEffects: actionHasEffects,
  titleOf: (event, zone) => actionSentenceOf(event, zone, event.at).title,
  harmless: new Set(['recurred', 'clockWarned', 'clockMissed']),
  addsWords: new Set(),
  messagesOf: (steps, context, scene) => messagesFor(ACTION_TELLING, steps, context, scene),
  // Whoever must hear of it is told; nothing else follows.
  alsoFollows: async () => true,
};
