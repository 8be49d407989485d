/** PV-03: one complaint goes on, or stands in the archive, without the person. */
import { decide } from '../../../domain/complaint/decide';
import type { Complaint } from '../../../domain/complaint/complaint';
import { complaintOf, evolve } from '../../../domain/complaint/evolve';
import {
  type ErasedPerson,
  withoutPerson,
  wordsWithout,
  writtenWithout,
} from '../../../domain/complaint/without-person';
import { SYSTEM } from '../../../domain/people/actor';
import { homeText } from '../../../domain/people/home';
import { Refusal } from '../../../types/errors';
import type { ActionId, CommandId, ComplaintId, Instant, PhotoId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { actOf } from '../act';
import type { ActionDocument } from '../action/action-document';
import { COMPLAINTS, loadComplaint, type Scene } from '../complaint/carry-out';
import { filingFields, gramsOfWords } from '../complaint/complaint-document';
import type { EstateContext } from '../estate/load-estate';
import { loadHomes } from '../estate/home-document';
import { newIncidentId } from '../incident/incident-seen';
import { unsettledSince } from '../lifecycle/keeper';
import { settleNowOn } from '../lifecycle/settle';
import type { StoredMessage } from '../message/stored-message';
import type { StoredUpload } from '../upload/stored-upload';

const ROUNDS = 5;
const MOST_MESSAGES = 1000;

/** The homes that a complaint names, as addresses are written. */
async function homesOn({ homeId, place }: Complaint, { database }: Platform): Promise<ErasedPerson['homes']> {
  const ids = [homeId, place.homeId ?? null].filter((id) => id !== null);
  const homes = await loadHomes([...new Set(ids)], database);
  return new Map(
    homes.map(({ _id, building, unit, room }) => [
      _id,
      {
        building: homeText({ building, unit: '', room: '' }),
        // Of a villa the building is the address; that stays.
        written:
          room === ''
            ? []
            : [homeText({ building, unit, room }), [building, unit, room].filter((part) => part !== '').join('-')],
      },
    ]),
  );
}

async function removeFiles(ids: readonly PhotoId[], { database, storage }: Platform): Promise<void> {
  if (ids.length === 0) return;
  const uploads = await database.find<StoredUpload>('uploads', { where: { _id: _.in(ids) }, limit: 1000 });
  await removeUploads(uploads, { database, storage });
}

/** Files first: a record without a file is found and removed again, a file without a record never. */
export async function removeUploads(
  uploads: readonly StoredUpload[],
  { database, storage }: Pick<Platform, 'database' | 'storage'>,
): Promise<void> {
  if (uploads.length === 0) return;
  await storage.remove(
    uploads.flatMap(({ rawFileId, fileId }) => (fileId === null ? [rawFileId] : [rawFileId, fileId])),
  );
  for (const { _id } of uploads) await database.remove('uploads', _id);
}

/** What staff were told of it keeps its lines, without the person in them. */
async function clearMessages(
  id: ComplaintId | ActionId,
  person: ErasedPerson,
  { database }: Pick<Platform, 'database'>,
): Promise<void> {
  const messages = await database.find<StoredMessage>('messages', {
    where: { _id: _.gte(`${id}:`).and(_.lt(`${id};`)) },
    limit: MOST_MESSAGES,
    fields: ['lines'],
  });
  for (const { _id, lines } of messages) {
    const cleared = lines.map(({ label, value }) => ({ label, value: wordsWithout(value, person) }));
    if (cleared.some(({ value }, i) => value !== lines[i]?.value))
      await database.update('messages', _id, { lines: cleared });
  }
}

/** Corrective actions quote the complaint that they came from. */
async function clearActions(id: ComplaintId, person: ErasedPerson, { database }: Platform): Promise<void> {
  const actions = await database.find<ActionDocument>('actions', {
    where: { concernsIds: id },
    orderBy: [
      ['openedAt', -1],
      ['_id', -1],
    ],
    limit: 100,
  });
  for (const { _id, version, summary, placeText, events } of actions) {
    const changes = {
      ...writtenWithout({ summary, placeText }, person),
      events: events.map((event) => ({ ...event, data: writtenWithout(event.data, person) })),
    };
    const unchanged = JSON.stringify(changes) === JSON.stringify({ summary, placeText, events });
    if (!unchanged && (await database.updateIf('actions', { _id, version }, changes)) === 0) {
      const { events: stored } = (await database.get<ActionDocument>('actions', _id, ['events'])) ?? { events: [] };
      // Somebody was faster; the whole complaint is gone through again.
      if (JSON.stringify(stored) !== JSON.stringify(changes.events)) throw new Refusal('unavailable');
    }
    await clearMessages(_id, person, { database });
  }
}

/** What follows for the case, in this order: it is said, and one that is nobody's any more ends. */
const ORDERS = ['partWithPerson', 'endWithoutPerson'] as const;

function decided(
  complaint: Complaint,
  name: (typeof ORDERS)[number],
  act: string,
  { policy, calendar, estate }: EstateContext,
  now: Instant,
): Complaint {
  const commandId = actOf(SYSTEM, act as CommandId);
  const decision = decide(
    complaint,
    { name },
    {
      ...{ now, commandId, inputDigest: null, actor: SYSTEM, policy, calendar, estate },
      ...{ handlers: [], lot: null, earlier: [], incident: null, praised: null, names: [] },
      newIncidentId: newIncidentId(complaint.id, commandId),
    },
  );
  // Ended already.
  if (decision instanceof Refusal && decision.code === 'notInThisState') return complaint;
  if (decision instanceof Refusal) throw decision;
  return decision.reduce<Complaint>(evolve, complaint);
}

/**
 * One conditional write, after what hangs on the complaint; whatever follows from it is derived like from any event. Nothing
 * to do when the person is not on it any more. @throws Refusal unavailable when others kept being faster
 */
export async function partWithPerson(
  id: ComplaintId,
  person: Omit<ErasedPerson, 'homes'>,
  scene: Scene,
): Promise<void> {
  const { platform, now } = scene;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { complaint, settledEvents, context } = await loadComplaint(id, scene);
    if (complaint.filerId !== person.id && complaint.onBehalfOfId !== person.id) {
      // Found by a list that the events don't bear out; left so, it would be found for ever.
      const { filerIds } = filingFields(complaint);
      await platform.database.updateIf('complaints', { _id: id, version: complaint.version }, { filerIds });
      return;
    }
    const known: ErasedPerson = { ...person, homes: await homesOn(complaint, platform) };
    const { events, signatures } = withoutPerson(complaint.events, known);
    await removeFiles(signatures, platform);
    await clearMessages(id, known, platform);
    await clearActions(id, known, platform);
    const after = ORDERS.reduce<Complaint>(
      (left, name) => decided(left, name, `${name}-${person.id}`, context, now),
      complaintOf(events),
    );
    const updated = await platform.database.updateIf(
      'complaints',
      { _id: id, version: complaint.version },
      {
        ...COMPLAINTS.projection(after, context),
        ...filingFields(after),
        grams: gramsOfWords(after),
        events: after.events,
        unsettledSince: unsettledSince(COMPLAINTS, after, settledEvents, now),
      },
    );
    if (updated === 1) return void (await settleNowOn(COMPLAINTS, { subject: after, settledEvents, context }, scene));
  }
  throw new Refusal('unavailable');
}
