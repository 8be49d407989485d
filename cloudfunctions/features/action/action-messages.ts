/** Who the people behind an action's audiences are, and what they are sent (MS-01, CK-02). */
import type { Action } from '../../../domain/action/action';
import { actionDutyOf } from '../../../domain/action/duties';
import type { ActionEvent } from '../../../domain/action/events';
import { type ActionAudience, actionEventRow } from '../../../domain/action/lifecycle';
import { highestLevel, LADDERS, toldAt } from '../../../domain/clock/ladder';
import { composeAction } from '../../../domain/notice/compose-action';
import { postKey } from '../../../domain/people/person';
import type { PersonId } from '../../../types/ids';
import type { Telling } from '../lifecycle/messages';
import type { People } from '../people/people-behind';
import { inEstate, keyOfLadderPost } from '../people/post-keys';
import { orAbove, reachedBy } from '../people/standing-in';

/** A vacant head's duties pass upward (CK-02). */
const keysFor = (audience: ActionAudience, action: Action, event: ActionEvent): readonly string[] =>
  orAbove(postsOf(audience, action, event), action.estateId);

function postsOf(audience: ActionAudience, action: Action, event: ActionEvent): readonly string[] {
  switch (audience) {
    case 'head':
      return [postKey('departmentHead', action.departmentId)];
    case 'serviceDesk':
      return (['receptionist', 'supervisor'] as const).flatMap((role) => inEstate(role, action));
    case 'quality':
      return inEstate('quality', action);
    case 'mustAct':
      return (actionDutyOf(action)?.keys ?? []).filter((key) => !key.startsWith('person:'));
    case 'ladder':
      return event.type === 'clockMissed'
        ? LADDERS[event.data.clock].flatMap((post) => keyOfLadderPost(post, action))
        : [];
    case 'inCharge':
    case 'verifier':
      return [];
  }
}

const verifierOf = ({ verifications }: Action): PersonId[] => {
  const by = verifications.at(-1)?.by.personId;
  return by === undefined || by === 'system' ? [] : [by];
};

function recipientsOf(audience: ActionAudience, action: Action, event: ActionEvent, people: People): PersonId[] {
  const behind = (keys: readonly string[]) => reachedBy(keys, action.estateId, people);
  const inCharge = action.inCharge === null ? [] : [action.inCharge.id];
  switch (audience) {
    case 'inCharge':
      return inCharge;
    case 'verifier':
      return verifierOf(action);
    case 'quality':
      // The verifier of quality is told once.
      return event.type === 'recurred'
        ? behind(postsOf(audience, action, event)).filter((id) => !verifierOf(action).includes(id))
        : behind(postsOf(audience, action, event));
    case 'mustAct': {
      const named = (actionDutyOf(action)?.keys ?? []).some((key) => key.startsWith('person:')) ? inCharge : [];
      return [...new Set([...named, ...behind(postsOf(audience, action, event))])];
    }
    case 'ladder': {
      if (event.type !== 'clockMissed') return [];
      const { clock, level } = event.data;
      const told = toldAt(clock, Math.min(level, highestLevel(clock)), (post) => [
        ...(post.at === 'case' ? inCharge : []),
        ...keyOfLadderPost(post, action).flatMap((key) => people.get(key) ?? []),
      ]);
      return [...new Set(told?.people ?? [])];
    }
    default:
      return behind(postsOf(audience, action, event));
  }
}

export const ACTION_TELLING: Telling<Action, ActionAudience> = {
  eventRow: actionEventRow,
  keysFor,
  recipientsOf,
  hearsOwnAct: new Set(),
  messageOf: ({ template }, { subject: action, event }, { calendar }) => ({
    values: composeAction(template, action, event, calendar),
    complaintId: null,
    actionId: action.id,
    estateId: action.estateId,
    page: `staff/action/index?id=${action.id}`,
    mustKnow: false,
    anyHour: false,
  }),
};
