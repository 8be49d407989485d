import { Refusal } from '../../../types/errors';
import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { homeViews, loadHome } from '../estate/home-document';
import { describeMe } from './describe-me';
import { spendInvitation } from './invitation';
import { loadPerson } from './load-person';
import { searchKeysOf } from './search-keys';
import { NOT_ERASED, nameOf, phoneOf } from './stored-person';

/** Doing it again, or after an interruption between the two writes, ends in the same. @throws Refusal invitationInvalid */
export const bindHome: PersonUseCase<'bindHome'> = async ({ code }, call) => {
  const { person, platform } = call;
  const { database } = platform;
  const { homeId } = await spendInvitation(code, 'home', person.id, call);
  const home = await loadHome(homeId, database);
  const [view] = home === null ? [] : await homeViews([home], database);
  if (home === null || view === undefined) throw new Refusal('invitationInvalid');
  await database.updateIf(
    'people',
    { _id: person.id, ...NOT_ERASED },
    { homes: _.addToSet([homeId]), ...(home.key ? { key: true } : {}) },
  );
  const bound = await loadPerson(person.id, database);
  if (bound !== null && bound.sealedName !== null) {
    const known = { name: nameOf(bound, platform.seal), phone: phoneOf(bound, platform.seal) };
    const searchKeys = await searchKeysOf(bound.homes, known, platform);
    await database.updateIf('people', { _id: person.id, ...NOT_ERASED }, { searchKeys });
  }
  return { home: view, me: await describeMe(bound, platform) };
};
