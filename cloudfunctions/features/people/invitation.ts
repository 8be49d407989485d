/**
 * Invitations of the service desk (PV-05): a code that binds a home or a staff post to a WeChat identity. The database keeps
 * only a keyed hash of the code.
 */
import type { Post } from '../../../domain/people/person';
import { Refusal } from '../../../types/errors';
import type { HomeId, Instant, PersonId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Seal } from '../../platform/seal';
import type { Call } from '../call';
import { overUsed } from '../limit-rate';

export type Invitation =
  | { kind: 'home'; homeId: HomeId }
  | { kind: 'staff'; staffName: string; posts: readonly Post[] };

export type InvitationDocument = Invitation & {
  _id: string;
  usesLeft: number;
  usedBy: readonly PersonId[];
  expiresAt: Instant;
};

/** Upper case without what people put between; codes avoid letters that are read as digits. */
export const normalCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();

export const invitationId = (code: string, seal: Seal): string => seal.keyedHash('invitation', normalCode(code));

/** Guessing must not pay: so many codes a person may try in an hour. */
const MOST_TRIES_PER_HOUR = 20;

/**
 * Uses an invitation once for this person; used again by the same person it is given back unchanged, so that what follows
 * from it can be done after an interruption.
 * @throws Refusal invitationInvalid when it is unknown, of another kind, used up or expired, or after too many tries
 */
export const spendInvitation = async <K extends Invitation['kind']>(
  code: string,
  kind: K,
  personId: PersonId,
  call: Call,
): Promise<Extract<InvitationDocument, { kind: K }>> => {
  const { database, seal } = call.platform;
  if (await overUsed('invitation', MOST_TRIES_PER_HOUR, call))
    throw new Refusal('invitationInvalid', { message: '尝试次数过多，请一小时后再试，或联系服务中心。' });
  const _id = invitationId(code, seal);
  const isKind = (found: InvitationDocument): found is Extract<InvitationDocument, { kind: K }> => found.kind === kind;
  const invitation = await database.get<InvitationDocument>('invitations', _id);
  if (invitation === null || !isKind(invitation)) throw new Refusal('invitationInvalid');
  if (invitation.usedBy.includes(personId)) return invitation;
  const used = await database.updateIf(
    'invitations',
    { _id, usesLeft: _.gt(0), expiresAt: _.gt(call.now), usedBy: _.neq(personId) },
    { usesLeft: _.inc(-1), usedBy: _.addToSet([personId]) },
  );
  if (used > 0) return invitation;
  const again = await database.get<InvitationDocument>('invitations', _id, ['usedBy']);
  if (again?.usedBy.includes(personId)) return invitation;
  throw new Refusal('invitationInvalid');
};
