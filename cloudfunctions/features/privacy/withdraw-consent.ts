import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { describeMe } from '../people/describe-me';
import { loadPerson } from '../people/load-person';
import { NOT_ERASED } from '../people/stored-person';

/** IN-05: from now on nothing new is taken; what was agreed to and taken back stays on record. Again, it changes nothing. */
export const withdrawConsent: PersonUseCase<'withdrawConsent'> = async (_input, { person, platform, now }) => {
  const { database } = platform;
  if (person.consent === null) return describeMe(person, platform);
  await database.updateIf(
    'people',
    { _id: person.id, 'consent.version': person.consent.version, ...NOT_ERASED },
    { consent: null, consents: _.push([{ version: person.consent.version, at: now, withdrawn: true }]) },
  );
  return describeMe(await loadPerson(person.id, database), platform);
};
