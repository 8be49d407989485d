/**
 * PV-03: erasing a person, so that it survives dying in the middle. First, in one write, the person is nobody: no identity
 * leads to them and no search finds them; only name and phone stay sealed for some minutes, to find them in words. Then,
 * step by step and each repeatable, what is kept about them goes. The clock goes through it once more when whatever ran at
 * the time has surely ended, and then forgets the rest (docs/adr/0014).
 */
import { epoch, instant, MINUTE_MS } from '../../../domain/clock/zone';
import type { ComplaintId, PersonId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { ClockPart, Scene } from '../clock-part';
import { eachDue } from '../lifecycle/each-due';
import { loadPerson } from '../people/load-person';
import { NOT_ERASED, nameOf, phoneOf } from '../people/stored-person';
import type { StoredUpload } from '../upload/stored-upload';
import { partWithPerson, removeUploads } from './part-with-person';

const PAGE = 50;
/** Longer than any invocation lives. */
const ENDED_AFTER_MINUTES = 2;

/** From this write on nobody is who they were; doing it again changes nothing. */
export async function beginErasure(id: PersonId, { now, platform: { database } }: Scene): Promise<void> {
  await database.updateIf(
    'people',
    { _id: id, ...NOT_ERASED },
    {
      ...{ erased: true, erasedAt: now, erasingSince: now },
      ...{ identityKeys: [], homes: [], grantedInvitations: [], consents: [], consent: null },
      ...{ staffName: '', nameHash: null, phoneHash: null, searchKeys: [], key: false },
    },
  );
}

/** Pages of what `find` finds; whoever is done with one isn't found again. @returns false when it was stopped before the end */
async function untilNothingIsLeft<T extends { _id: string }>(
  find: () => Promise<T[]>,
  seeTo: (found: T[]) => Promise<void>,
  mayGoOn: () => boolean,
): Promise<boolean> {
  while (mayGoOn()) {
    const found = await find();
    if (found.length === 0) return true;
    await seeTo(found);
  }
  return false;
}

/** Everything kept about the person. @returns false when the time was over before the end */
export async function eraseTraces(id: PersonId, scene: Scene, mayGoOn: () => boolean): Promise<boolean> {
  const { database, seal, storage } = scene.platform;
  const stored = await loadPerson(id, database);
  if (stored === null) return true;
  const person = { id, name: nameOf(stored, seal), phone: phoneOf(stored, seal) };
  const newestFirst = (field: string) => [[field, -1] as const, ['_id', -1] as const];
  const steps: (() => Promise<boolean>)[] = [
    () =>
      untilNothingIsLeft(
        () =>
          database.find<{ _id: ComplaintId }>('complaints', {
            where: { filerIds: id },
            orderBy: newestFirst('filedAt'),
            limit: PAGE,
            fields: ['_id'],
          }),
        async (found) => {
          for (const { _id } of found) if (mayGoOn()) await partWithPerson(_id, person, scene);
        },
        mayGoOn,
      ),
    () =>
      untilNothingIsLeft(
        () => database.find<StoredUpload>('uploads', { where: { ownerId: id }, orderBy: [['_id', 1]], limit: PAGE }),
        (found) => removeUploads(found, { database, storage }),
        mayGoOn,
      ),
    ...(
      [
        ['messages', { to: id }, newestFirst('at')],
        ['credits', { personId: id }, [['_id', 1]]],
      ] as const
    ).map(
      ([collection, where, orderBy]) =>
        () =>
          untilNothingIsLeft(
            () => database.find<{ _id: string }>(collection, { where, orderBy, limit: PAGE, fields: ['_id'] }),
            async (found) => {
              for (const { _id } of found) await database.remove(collection, _id);
            },
            mayGoOn,
          ),
    ),
    // Which member of staff opened which case stays on record; about whom doesn't.
    () =>
      untilNothingIsLeft(
        () =>
          database.find<{ _id: string }>('openings', {
            where: { aboutIds: id },
            orderBy: newestFirst('at'),
            limit: PAGE,
            fields: ['_id'],
          }),
        async (found) => {
          for (const { _id } of found) await database.update('openings', _id, { aboutIds: _.pullAll([id]) });
        },
        mayGoOn,
      ),
  ];
  for (const step of steps) if (!(await step())) return false;
  return true;
}

/** The clock's part: what was left behind, and once more for what was under way; then nothing is left to know them by. */
export const erasePeople: ClockPart = (scene, mayGoOn) =>
  eachDue<PersonId>(
    {
      collection: 'people',
      field: 'erasingSince',
      until: instant(epoch(scene.now) - ENDED_AFTER_MINUTES * MINUTE_MS),
    },
    async (id) => {
      if (!(await eraseTraces(id, scene, mayGoOn))) return false;
      const nothing = { sealedName: null, sealedPhone: null, erasingSince: null };
      return scene.platform.database.update('people', id, nothing);
    },
    scene,
    mayGoOn,
  );
