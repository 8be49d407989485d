/** Who the people behind an audience are (MS-01, CK-02). */
import {
  highestLevel,
  KEY_CUSTOMER_OVERTIME,
  LADDERS,
  type Post as LadderPost,
  toldAt,
} from '../../../domain/clock/ladder';
import type { Complaint, Subtask } from '../../../domain/complaint/complaint';
import { dutiesFor } from '../../../domain/complaint/duties';
import { ladderKindOf } from '../../../domain/complaint/ladder-kind';
import type { ComplaintEvent } from '../../../domain/complaint/events';
import type { Audience } from '../../../domain/complaint/lifecycle';
import { personKey, postKey } from '../../../domain/people/person';
import { openSubtasks } from '../../../domain/people/policy';
import type { PersonId } from '../../../types/ids';
import type { ClockKind, Role } from '../../../types/vocabulary';
import type { People } from '../people/people-behind';
import { orAbove, reachedBy } from '../people/standing-in';
import { inEstate, keyOfLadderPost } from '../people/post-keys';

const ESTATE_ROLES: Partial<Record<Audience, readonly Role[]>> = {
  serviceDesk: ['receptionist', 'supervisor'],
  manager: ['manager'],
  patrol: ['patrol'],
  supervisor: ['supervisor'],
  quality: ['quality'],
  generalManager: ['generalManager'],
};

/** The person named on the complaint for a `case` post of the ladder. */
const namedOnCase = (post: LadderPost, complaint: Complaint): PersonId[] => {
  if (post.role === 'handler' && complaint.handlerId !== null) return [complaint.handlerId];
  if (post.role === 'receptionist' && complaint.firstContact !== null) return [complaint.firstContact.personId];
  return [];
};

/** Everyone named to handle it or a part of it. */
const handlers = ({ handlerId, subtasks }: Complaint): PersonId[] =>
  [handlerId, ...subtasks.map((subtask) => subtask.handlerId)].filter((id) => id !== null);

const clockOf = (event: ComplaintEvent): { kind: ClockKind; of?: string | undefined } | null =>
  event.type === 'clockWarned' || event.type === 'clockMissed' ? { kind: event.data.clock, of: event.data.of } : null;

/** DP-04: whom the help of other departments concerns: that of the event, else all that isn't finished. */
const subtasksOf = (complaint: Complaint, event: ComplaintEvent): readonly Subtask[] => {
  const id = 'subtaskId' in event.data ? event.data.subtaskId : 'of' in event.data ? event.data.of : undefined;
  return id === undefined ? openSubtasks(complaint) : complaint.subtasks.filter((subtask) => subtask.id === id);
};

/** Whose ladder it is: that of the department which helps, for a clock of its help. */
const onLadder = (complaint: Complaint, event: ComplaintEvent): Complaint => {
  const [subtask] = event.type === 'clockMissed' && event.data.of !== undefined ? subtasksOf(complaint, event) : [];
  return subtask === undefined
    ? complaint
    : { ...complaint, departmentId: subtask.departmentId, handlerId: subtask.handlerId };
};

/** The post keys that must be looked up to find an audience; a vacant head's duties pass upward (CK-02). */
export const keysFor = (audience: Audience, complaint: Complaint, event: ComplaintEvent): string[] =>
  orAbove(postsOf(audience, complaint, event), complaint.estateId);

function postsOf(audience: Audience, complaint: Complaint, event: ComplaintEvent): string[] {
  if (audience === 'head' || (audience === 'praised' && complaint.praisedId === null))
    return complaint.departmentId === null ? [] : [postKey('departmentHead', complaint.departmentId)];
  if (audience === 'mustAct')
    return dutiesFor(complaint, clockOf(event))
      .flatMap((d) => d.keys)
      .filter((key) => !key.startsWith('person:'));
  if (audience === 'ladder')
    return event.type === 'clockMissed'
      ? LADDERS[ladderKindOf(event.data.clock, complaint)].flatMap((post) =>
          keyOfLadderPost(post, onLadder(complaint, event)),
        )
      : [];
  if (audience === 'helpers')
    return subtasksOf(complaint, event).map(({ departmentId }) => postKey('departmentHead', departmentId));
  if (audience === 'management') return keyOfLadderPost(KEY_CUSTOMER_OVERTIME, complaint);
  return (ESTATE_ROLES[audience] ?? []).flatMap((role) => inEstate(role, complaint));
}

export function recipientsOf(
  audience: Audience,
  complaint: Complaint,
  event: ComplaintEvent,
  people: People,
): PersonId[] {
  const behind = (keys: readonly string[]) => reachedBy(keys, complaint.estateId, people);
  switch (audience) {
    case 'resident':
      return complaint.filerId === null ? [] : [complaint.filerId];
    case 'handler':
      return complaint.handlerId === null ? [] : [complaint.handlerId];
    case 'praised':
      return complaint.praisedId === null ? behind(postsOf(audience, complaint, event)) : [complaint.praisedId];
    case 'firstContact':
      return complaint.firstContact === null ? [] : [complaint.firstContact.personId];
    case 'helpers': {
      const named = subtasksOf(complaint, event).flatMap(({ handlerId }) => handlerId ?? []);
      return [...new Set([...named, ...behind(postsOf(audience, complaint, event))])];
    }
    case 'mustAct': {
      const named = dutiesFor(complaint, clockOf(event))
        .flatMap((d) => d.keys)
        .flatMap((key) => handlers(complaint).filter((id) => key === personKey(id)));
      return [...new Set([...named, ...behind(postsOf(audience, complaint, event))])];
    }
    case 'ladder': {
      if (event.type !== 'clockMissed') return [];
      const ladder = ladderKindOf(event.data.clock, complaint);
      const holding = (keys: readonly string[]) => keys.flatMap((key) => people.get(key) ?? []);
      const told = toldAt(ladder, Math.min(event.data.level, highestLevel(ladder)), (post) => [
        ...namedOnCase(post, onLadder(complaint, event)),
        ...holding(keyOfLadderPost(post, onLadder(complaint, event))),
      ]);
      return [...new Set(told?.people ?? [])];
    }
    default:
      return behind(postsOf(audience, complaint, event));
  }
}
