/** What the people on complaints are called, opened only to keep it out of what other residents read (IN-07, IN-14). */
import type { Complaint } from '../../../domain/complaint/complaint';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { openCaller } from '../complaint/sealed-caller';
import { nameOf, type PersonDocument } from '../people/stored-person';

type Named = Pick<PersonDocument, 'sealedName' | 'staffName'>;

/** Of at most a page of complaints: names of accounts and of callers, each once. */
export async function namesOn(
  complaints: readonly Pick<Complaint, 'filerId' | 'onBehalfOfId' | 'sealedCaller'>[],
  { database, seal }: Platform,
): Promise<string[]> {
  const ids = [
    ...new Set(complaints.flatMap(({ filerId, onBehalfOfId }) => [filerId, onBehalfOfId].filter((id) => id !== null))),
  ];
  const people =
    ids.length === 0
      ? []
      : await database.find<Named>('people', {
          where: { _id: _.in(ids) },
          limit: ids.length,
          fields: ['sealedName', 'staffName'],
        });
  const called = complaints.flatMap(({ sealedCaller }) =>
    sealedCaller === '' ? [] : [openCaller(sealedCaller, seal).name],
  );
  return [...new Set([...people.map((person) => nameOf(person, seal)), ...called])];
}
