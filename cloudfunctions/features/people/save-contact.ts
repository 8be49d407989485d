import type { PersonUseCase } from '../call';
import { describeMe } from './describe-me';
import { sealedContact } from './stored-person';

export const saveContact: PersonUseCase<'saveContact'> = async ({ name, phone }, { person, platform }) => {
  const contact = sealedContact(name, phone, platform.seal);
  await platform.database.update('people', person.id, { ...contact });
  return describeMe({ ...person, ...contact }, platform);
};
