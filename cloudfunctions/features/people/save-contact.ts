import type { PersonUseCase } from '../call';
import { describeMe } from './describe-me';
import { searchKeysOf } from './search-keys';
import { NOT_ERASED, sealedContact } from './stored-person';

export const saveContact: PersonUseCase<'saveContact'> = async ({ name, phone }, { person, platform }) => {
  const searchKeys = await searchKeysOf(person.homes, { name, phone }, platform);
  const contact = { ...sealedContact(name, phone, platform.seal), searchKeys };
  await platform.database.updateIf('people', { _id: person.id, ...NOT_ERASED }, { ...contact });
  return describeMe({ ...person, ...contact }, platform);
};
