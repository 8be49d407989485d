import { dutyKeysOf, personKey } from '../../../domain/people/person';
import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { describeMe } from './describe-me';
import { spendInvitation } from './invitation';
import { loadPerson } from './load-person';
import { NOT_ERASED } from './stored-person';

/**
 * PV-05; doing it again ends in the same. The posts and the note that they were granted are written together: a repetition
 * completes what was interrupted before, and never gives back what was taken away since. @throws Refusal invitationInvalid
 */
export const joinStaff: PersonUseCase<'joinStaff'> = async ({ code }, call) => {
  const { person, platform } = call;
  const { database } = platform;
  const { _id: invitation, staffName, posts } = await spendInvitation(code, 'staff', person.id, call);
  const reachedBy = dutyKeysOf({ id: person.id, posts }).filter((key) => key !== personKey(person.id));
  await database.updateIf(
    'people',
    { _id: person.id, grantedInvitations: _.neq(invitation), ...NOT_ERASED },
    {
      staffName,
      posts: _.addToSet(posts),
      dutyKeys: _.addToSet(reachedBy),
      grantedInvitations: _.addToSet([invitation]),
    },
  );
  return describeMe(await loadPerson(person.id, database), platform);
};
