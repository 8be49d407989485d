import { dutyKeysOf, personKey } from '../../../domain/people/person';
import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { describeMe } from './describe-me';
import { spendInvitation } from './invitation';
import { loadPerson } from './load-person';

/** PV-05; doing it again ends in the same. @throws Refusal invitationInvalid */
export const joinStaff: PersonUseCase<'joinStaff'> = async ({ code }, call) => {
  const { person, platform } = call;
  const { database } = platform;
  const { staffName, posts } = await spendInvitation(code, 'staff', person.id, call);
  const reachedBy = dutyKeysOf({ id: person.id, posts }).filter((key) => key !== personKey(person.id));
  await database.update('people', person.id, { staffName, posts: _.addToSet(posts), dutyKeys: _.addToSet(reachedBy) });
  return describeMe(await loadPerson(person.id, database), platform);
};
