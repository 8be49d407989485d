/**
 * Callbacks that were recorded at the door and that the server hasn't confirmed yet. Each keeps its one commandId, so
 * that sending it again, whatever became of the first attempt, has one effect (CB-04).
 */
import * as z from 'zod/mini';
import { COMMAND_INPUTS } from '../../../types/commands';
import { CommandId, ComplaintId, Instant, type PhotoId } from '../../../types/ids';
import type { Reading } from '../../services/server-clock';
import { KeptFile } from './kept-file';

export const Visit = z.object({
  commandId: CommandId,
  complaintId: ComplaintId,
  number: z.string(),
  homeText: z.string(),
  /** Who recorded it; null when that was unknown, as after a start without signal. */
  personId: z._default(z.nullable(z.string()), null),
  /** Its place in the order in which they were recorded; given when it is kept. */
  order: z._default(z.number(), 0),
  recordedAt: Instant,
  /** How `recordedAt` was read, until it has been settled; then, and before anything is sent, null. */
  reading: z._default(z.nullable(z.object({ deviceAt: z.number(), notBefore: z.nullable(Instant) })), null),
  record: COMMAND_INPUTS.recordCallback,
  /** Photos and videos; they stay on the phone until the whole is confirmed. */
  files: z._default(z.array(KeptFile), []),
  /** The signature as a data URL; once it has been uploaded `record.signature` holds its id. */
  signatureImage: z.nullable(z.string()),
  /** As what it is sent: by itself as a callback; as a note when the person chose so, because it came too late to count. */
  as: z._default(z.enum(['callback', 'note']), 'callback'),
  /** Why the server refused it for good; null while it only waits to be sent. */
  refusal: z.nullable(z.object({ code: z.string(), text: z.string() })),
});
export type Visit = z.infer<typeof Visit>;
export type Refusal = NonNullable<Visit['refusal']>;

/** Where the queue lies on the phone; each visit by itself, so that two tabs don't overwrite each other's. */
export interface VisitStore {
  /** In the order in which they were recorded. */
  all(): Visit[];
  /** @returns whether the phone had room; without room it is there until the program ends */
  keep(visit: Visit): boolean;
  /** Writes it anew if it is still there. */
  change(visit: Visit): void;
  remove(commandId: string): void;
}

/**
 * `noAnswer`: the network is gone, or the server is down or wants nothing now. `broke`: there was an answer, but no decision:
 * it may succeed later. `refused`: decided, it won't.
 */
export type NotTaken = { kind: 'noAnswer' } | { kind: 'broke' } | { kind: 'refused'; refusal: Refusal };
export type Sent = { kind: 'confirmed' } | NotTaken;
/** `gone`: the phone no longer has the file. */
export type Uploaded = { kind: 'confirmed'; id: PhotoId } | { kind: 'gone' } | NotTaken;

export interface VisitPort {
  /** Who holds the phone, asked from the server; null when it gives no answer. */
  whoAmI(): Promise<string | null>;
  /** When it really was, now that the server has answered. */
  settled(reading: Reading): Instant;
  upload(file: KeptFile): Promise<Uploaded>;
  uploadSignature(commandId: string, image: string): Promise<Uploaded>;
  send(visit: Visit): Promise<Sent>;
}

/** Photos that were uploaded so long ago that the server has swept them away. */
const SWEPT = 'photoMissing';

/** Of the one it was recorded by; unknown is whoever holds the phone. */
export const isOf = (visit: Pick<Visit, 'personId'>, personId: string | null): boolean =>
  visit.personId === null || personId === null || visit.personId === personId;

/** The person's choice for one that was refused: its words, photos and faces are kept as a note on the complaint. */
export const asNote = (visit: Visit, newCommandId: () => CommandId): Visit => ({
  ...visit,
  // Of an act that was saved with other content the id is used up.
  commandId: visit.refusal?.code === 'alreadyDone' ? newCommandId() : visit.commandId,
  as: 'note',
  refusal: null,
});

const unsent = (visit: Visit): Visit => ({
  ...visit,
  record: { ...visit.record, signature: undefined },
  files: visit.files.map((file) => ({ ...file, photoId: null })),
});

/** What is sent: with the photos that were uploaded from the phone. */
export const recordOf = ({ record, files }: Visit): Visit['record'] => ({
  ...record,
  photos: [...record.photos, ...files.flatMap(({ photoId }) => photoId ?? [])],
});

type Ready = { kind: 'ready'; visit: Visit; lost: number } | NotTaken;

/** Uploads what isn't uploaded yet; each id is written down before the next, so that nothing goes twice. */
async function uploaded(kept: Visit, store: VisitStore, port: VisitPort): Promise<Ready> {
  let visit = kept;
  let lost = 0;
  for (const file of kept.files) {
    if (file.photoId !== null) continue;
    const sent = await port.upload(file);
    if (sent.kind !== 'confirmed' && sent.kind !== 'gone') return sent;
    lost += sent.kind === 'gone' ? 1 : 0;
    const files = visit.files.flatMap((each) =>
      each.key !== file.key ? [each] : sent.kind === 'gone' ? [] : [{ ...each, photoId: sent.id }],
    );
    visit = { ...visit, files };
    store.change(visit);
  }
  if (visit.signatureImage !== null && visit.record.signature === undefined) {
    const sent = await port.uploadSignature(visit.commandId, visit.signatureImage);
    if (sent.kind !== 'confirmed') return sent.kind === 'gone' ? { kind: 'broke' } : sent;
    visit = { ...visit, record: { ...visit.record, signature: sent.id } };
    store.change(visit);
  }
  return { kind: 'ready', visit, lost };
}

type Outcome = { kind: 'confirmed'; visit: Visit; lost: number } | NotTaken;

async function sendOne(kept: Visit, store: VisitStore, port: VisitPort, again = true): Promise<Outcome> {
  const ready = await uploaded(kept, store, port);
  if (ready.kind !== 'ready') return ready;
  const { visit, lost } = ready;
  const sent = await port.send(visit);
  if (sent.kind === 'refused' && sent.refusal.code === SWEPT && again) {
    const anew = unsent(visit);
    store.change(anew);
    return sendOne(anew, store, port, false);
  }
  return sent.kind === 'confirmed' ? { kind: 'confirmed', visit, lost } : sent;
}

/**
 * Sends what waits, oldest first, and stops at the first that gets no answer. A visit leaves the queue only when the server
 * confirmed it; one that was refused stays, with the reason, until a person has chosen; one that broke waits, and holds up
 * only later ones of the same complaint.
 * @returns the visits the server confirmed, and how many of their photos the phone no longer had
 */
export async function sendVisits(store: VisitStore, port: VisitPort): Promise<{ confirmed: Visit[]; lost: number }> {
  const confirmed: Visit[] = [];
  let lost = 0;
  const heldUp = new Set<string>();
  const waiting = store.all().filter(({ refusal }) => refusal === null);
  const personId = waiting.length === 0 ? null : await port.whoAmI();
  if (personId === null) return { confirmed, lost };
  for (const { commandId } of waiting) {
    // As it stands now: meanwhile another tab has sent it, or the person has chosen otherwise.
    const kept = store.all().find((each) => each.commandId === commandId);
    if (kept === undefined || kept.refusal !== null || heldUp.has(kept.complaintId) || !isOf(kept, personId)) continue;
    const { reading } = kept;
    const visit =
      reading === null
        ? kept
        : { ...kept, recordedAt: port.settled({ at: kept.recordedAt, ...reading }), reading: null };
    if (reading !== null) store.change(visit);
    const sent = await sendOne(visit, store, port);
    if (sent.kind === 'noAnswer') break;
    if (sent.kind === 'broke') heldUp.add(visit.complaintId);
    if (sent.kind === 'refused') {
      const now = store.all().find((each) => each.commandId === commandId);
      if (now !== undefined) store.change({ ...now, refusal: sent.refusal });
    }
    if (sent.kind === 'confirmed') {
      store.remove(commandId);
      confirmed.push(sent.visit);
      lost += sent.lost;
    }
  }
  return { confirmed, lost };
}
