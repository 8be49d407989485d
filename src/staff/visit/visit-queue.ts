/**
 * Callbacks that were recorded at the door and that the server hasn't confirmed yet. Each keeps its one commandId, so
 * that sending it again, whatever became of the first attempt, has one effect (CB-04).
 */
import * as z from 'zod/mini';
import { COMMAND_INPUTS } from '../../../types/commands';
import { CommandId, ComplaintId, Instant } from '../../../types/ids';

const Visit = z.object({
  commandId: CommandId,
  complaintId: ComplaintId,
  number: z.string(),
  homeText: z.string(),
  recordedAt: Instant,
  record: COMMAND_INPUTS.recordCallback,
  /** The signature as a data URL until it has been uploaded; then `record.signature` holds its id. */
  signatureImage: z.nullable(z.string()),
  /** As what it is sent: by itself as a callback; as a note when the person chose so, because it came too late to count. */
  as: z._default(z.enum(['callback', 'note']), 'callback'),
  /** Why the server refused it for good; null while it only waits for the network. */
  refusal: z.nullable(z.string()),
  /** Whether it was refused because somebody was faster. */
  late: z._default(z.boolean(), false),
});
export type Visit = z.infer<typeof Visit>;

/** Where the queue lies on the phone. */
export interface VisitStore {
  read(): unknown;
  write(visits: readonly Visit[]): void;
}

/** `late`: somebody was faster, so that it can't be put right by correcting it. */
type NotTaken = { kind: 'noAnswer' } | { kind: 'refused'; text: string; late: boolean };
/** What became of one attempt to send. */
export type Sent = { kind: 'confirmed' } | NotTaken;
export type SignatureSent = { kind: 'confirmed'; id: NonNullable<Visit['record']['signature']> } | NotTaken;

export interface VisitPort {
  uploadSignature(image: string): Promise<SignatureSent>;
  send(visit: Visit): Promise<Sent>;
}

export const waitingVisits = (store: VisitStore): Visit[] => {
  const parsed = z.array(Visit).safeParse(store.read());
  return parsed.success ? parsed.data : [];
};

const replace = (store: VisitStore, visit: Visit) =>
  store.write(waitingVisits(store).map((v) => (v.commandId === visit.commandId ? visit : v)));

/** Keeps a visit before the first attempt to send it. The same commandId kept twice stands once. */
export const keepVisit = (store: VisitStore, visit: Visit): void => {
  store.write([...waitingVisits(store).filter((v) => v.commandId !== visit.commandId), visit]);
};

export const dropVisit = (store: VisitStore, commandId: string): void =>
  store.write(waitingVisits(store).filter((v) => v.commandId !== commandId));

/** The person's choice for one that was refused: its words, photos and faces are kept as a note on the complaint. */
export const noteVisit = (store: VisitStore, commandId: string): void =>
  store.write(
    waitingVisits(store).map((v) => (v.commandId === commandId ? { ...v, as: 'note' as const, refusal: null } : v)),
  );

/**
 * Sends what waits, oldest first, and stops at the first visit that got no answer: the network is gone. A visit leaves the
 * queue only when the server confirmed it; one that was refused stays, with the reason, until a person has read it.
 * @returns the visits the server confirmed
 */
export const sendVisits = async (store: VisitStore, port: VisitPort): Promise<Visit[]> => {
  const confirmed: Visit[] = [];
  for (const kept of waitingVisits(store)) {
    if (kept.refusal !== null) continue;
    let visit = kept;
    if (visit.signatureImage !== null) {
      const signature = await port.uploadSignature(visit.signatureImage);
      if (signature.kind === 'noAnswer') return confirmed;
      if (signature.kind === 'refused') {
        replace(store, { ...visit, refusal: signature.text, late: signature.late });
        continue;
      }
      visit = { ...visit, record: { ...visit.record, signature: signature.id }, signatureImage: null };
      replace(store, visit);
    }
    const sent = await port.send(visit);
    if (sent.kind === 'noAnswer') return confirmed;
    if (sent.kind === 'refused') replace(store, { ...visit, refusal: sent.text, late: sent.late });
    else {
      dropVisit(store, visit.commandId);
      confirmed.push(visit);
    }
  }
  return confirmed;
};
