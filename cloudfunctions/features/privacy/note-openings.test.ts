import { aComplaint } from '../../../test/support/a-complaint';
import type { PersonId } from '../../../types/ids';
import type { StoredPerson } from '../people/stored-person';
import { noteOpenings } from './note-openings';

const complaint = aComplaint().inState('handling').complaint;

/** What a receptionist of the estate leaves, with a database that fails so often. */
async function opened(failures: number, filer: Partial<typeof complaint> = {}) {
  const inserted: unknown[] = [];
  const errors: string[] = [];
  let tries = 0;
  const database = {
    insert: async (_collection: string, documents: unknown[]) => {
      tries += 1;
      if (tries <= failures) throw new Error('down');
      inserted.push(...documents);
      return 'inserted';
    },
  };
  const person = {
    id: `receptionist-${failures}-${JSON.stringify(filer)}` as PersonId,
    staffName: '张丽',
    posts: [{ role: 'receptionist', estateId: complaint.estateId, departmentId: null }],
  } as unknown as StoredPerson;
  const platform = { database, log: { error: (event: string) => errors.push(event) } };
  const call = { person, now: '2026-11-20T02:00:00.000Z', platform } as unknown as Parameters<typeof noteOpenings>[2];
  await noteOpenings([{ ...complaint, ...filer }], 'case', call);
  await noteOpenings([{ ...complaint, ...filer }], 'case', call);
  return { inserted, errors, tries };
}

test('[PV-01] a line is written once for the hour, and tried again when that fails', async () => {
  expect(await opened(0)).toMatchObject({ inserted: [{ way: 'case', byName: '张丽' }], errors: [], tries: 1 });
  expect(await opened(1)).toMatchObject({ inserted: [{ way: 'case' }], errors: [], tries: 2 });
});

test("[PV-01] one that can't be written is told in the operator's log, and stops nobody", async () => {
  expect(await opened(2)).toMatchObject({ inserted: [{ way: 'case' }], errors: ['openings could not be noted'] });
});

test('[PV-01] where nobody is named there is nothing to note', async () => {
  const nobody = { filerId: null, onBehalfOfId: null, homeId: null, sealedCaller: '' };
  expect((await opened(0, nobody)).tries).toBe(0);
});
