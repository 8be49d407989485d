/** The callbacks on this phone that the server hasn't confirmed, and sending them. */
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { create } from 'zustand';
import { CommandId, type ComplaintId, type PhotoId } from '../../../types/ids';
import type { Me } from '../../../types/views';
import { call } from '../../services/api';
import { ApiError } from '../../services/api-error';
import { IS_H5, onOtherTabStored } from '../../services/browser';
import { newCommandId } from '../../services/command-id';
import type { PhotoFile } from '../../services/photo-file';
import { uploadSmall } from '../../services/photos';
import { queryClient } from '../../services/query';
import { settled } from '../../services/server-clock';
import { onSignal } from '../../services/signal';
import { forget, readStored, store, storedKeys } from '../../services/storage';
import { toast } from '../../ui/toast';
import { refusalText } from '../case/refusal-text';
import { noteDoneByMe } from '../list/done-by-me';
import { exclusively } from './exclusively';
import { sendWhenPossible } from './send-when-possible';
import { dropSignatureFile, signatureFile } from './signature-file';
import { dropFromPhone, uploadKept } from './upload-kept';
import { keptPerson } from './use-kept-route';
import { visitDraftKey } from './visit-draft';
import {
  asNote,
  type NotTaken,
  recordOf,
  sendVisits,
  type Sent,
  type Uploaded,
  type Visit,
  type VisitPort,
} from './visit-queue';
import { visitShelf } from './visit-shelf';
import { TEXTS } from './visit-texts';

const shelf = visitShelf({ read: readStored, store, forget, keys: storedKeys });

interface Pending {
  visits: readonly Visit[];
  /** Of them those for which the phone had no room. */
  unkept: readonly string[];
  sending: boolean;
}

const asItStands = (): Pick<Pending, 'visits' | 'unkept'> => ({ visits: shelf.all(), unkept: shelf.unkept() });

export const usePendingVisits = create<Pending>(() => ({ ...asItStands(), sending: false }));

const look = (): void => usePendingVisits.setState(asItStands());

/** The queue, with the screen told of every change. */
const phone = {
  all: shelf.all,
  keep: (visit: Visit): boolean => {
    const kept = shelf.keep(visit);
    look();
    return kept;
  },
  change: (visit: Visit): void => {
    shelf.change(visit);
    look();
  },
  remove: (commandId: string): void => {
    shelf.remove(commandId);
    look();
  },
};

/** Who holds the phone, as far as it is known without asking. */
export const knownPerson = (): string | null => queryClient.getQueryData<Me>(['whoAmI', {}])?.personId ?? keptPerson();

const server: VisitPort = {
  // Asked every time: the answer also says what time it is, by which the records' own times are settled.
  whoAmI: async () => {
    try {
      return (await call('whoAmI', {})).personId;
    } catch (error) {
      notTaken(error);
      return null;
    }
  },
  settled,
  upload: async (file): Promise<Uploaded> => {
    try {
      return uploadedAs(await uploadKept(file));
    } catch (error) {
      const why = notTaken(error);
      // Nothing will make a photo of it: the callback goes without.
      return why.kind === 'refused' ? { kind: 'gone' } : why;
    }
  },
  uploadSignature: async (commandId, image): Promise<Uploaded> => {
    let file: PhotoFile;
    try {
      file = await signatureFile(image);
    } catch {
      return { kind: 'refused', refusal: { code: 'phoneFull', text: TEXTS.signatureNotKept } };
    }
    try {
      return uploadedAs((await uploadSmall(file, `${commandId}-sign`, () => undefined)).id);
    } catch (error) {
      return notTaken(error);
    } finally {
      dropSignatureFile(file);
    }
  },
  send: async (visit): Promise<Sent> => {
    const { complaintId, commandId, recordedAt, as } = visit;
    try {
      const input = { ...recordOf(visit), complaintId, commandId, recordedAt };
      await (as === 'note' ? call('noteCallback', input) : call('recordCallback', input));
      noteDoneByMe(complaintId);
      return { kind: 'confirmed' };
    } catch (error) {
      return notTaken(error);
    }
  },
};

const uploadedAs = (id: PhotoId | null): Uploaded => (id === null ? { kind: 'gone' } : { kind: 'confirmed', id });

/** After these it may well succeed later with the same commandId; what stands behind it in the queue has no better chance now. */
const NO_ANSWER: ReadonlySet<string> = new Set(['network', 'unavailable', 'tooMany', 'notSignedIn', 'consentNeeded']);

function notTaken(error: unknown): NotTaken {
  if (!(error instanceof ApiError)) throw error;
  if (NO_ANSWER.has(error.code)) return { kind: 'noAnswer' };
  if (error.code === 'internal') return { kind: 'broke' };
  const fields = Object.values(error.fields);
  return {
    kind: 'refused',
    refusal: { code: error.code, text: fields.length > 0 ? `${fields.join('；')}。` : refusalText(error) },
  };
}

/** It is with the server, or the person gave it up: nothing of it stays on the phone. */
function leave({ complaintId, files }: Visit): void {
  dropFromPhone(files);
  forget(visitDraftKey(complaintId));
}

interface Result {
  confirmed: readonly Visit[];
  /** Photos that the phone no longer had. */
  lost: number;
}
let running: Promise<Result> | null = null;

/** Sends what waits. Called again while it runs, it is the same attempt. */
export function sendPendingVisits(): Promise<Result> {
  running ??= (async () => {
    usePendingVisits.setState({ sending: true });
    try {
      shelf.keepAll();
      const result = await exclusively('visits', () => sendVisits(phone, server));
      for (const visit of result.confirmed) leave(visit);
      if (result.confirmed.length > 0) void queryClient.invalidateQueries();
      return result;
    } finally {
      usePendingVisits.setState({ ...asItStands(), sending: false });
      running = null;
    }
  })();
  return running;
}

export const sayWhatWasSent = ({ confirmed, lost }: Result): void => {
  if (confirmed.length === 0) return;
  if (lost > 0) toast(TEXTS.sentWithout(confirmed.length, lost), 'bad');
  else toast(TEXTS.sent(confirmed.length), 'good');
};

const isPending = (): boolean => usePendingVisits.getState().visits.some((visit) => visit.refusal === null);
/** Nobody pressed anything: success is said, failure isn't. */
const sendQuietly = (): void => {
  // A run that somebody started says itself what became of it.
  if (running !== null) return;
  void sendPendingVisits().then(sayWhatWasSent);
};

/** Sends what waits by itself, as long as a page that shows it is open. */
export function useSendingVisits(): void {
  useEffect(() => sendWhenPossible({ pending: isPending, send: sendQuietly, onSignal }), []);
  useEffect(() => (IS_H5 ? onOtherTabStored(look) : undefined), []);
  useDidShow(() => {
    look();
    if (isPending()) sendQuietly();
  });
}

/** How long somebody at the door waits for bad signal before they can go on; the record is kept already. */
const PATIENCE_MS = 10_000;
const patience = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));

/**
 * What became of it: confirmed; waiting, on the phone or only in memory; wrong in itself, and off the queue to be corrected;
 * or refused, and on the queue until the person has chosen what becomes of it (CB-04).
 */
export type Recorded =
  | { kind: 'confirmed'; lost: number }
  | { kind: 'waiting'; kept: boolean }
  | { kind: 'wrong' | 'refused'; text: string };

/** Keeps the visit on the phone, then tries to send it. */
export async function recordVisit(visit: Omit<Visit, 'order'>): Promise<Recorded> {
  const kept = phone.keep({ ...visit, order: 0 });
  // A run that began before this visit was kept doesn't know it.
  const sending = (running ?? Promise.resolve()).catch(() => undefined).then(sendPendingVisits);
  const result = await Promise.race([sending, patience()]);
  const still = shelf.all().find(({ commandId }) => commandId === visit.commandId);
  if (still === undefined) return { kind: 'confirmed', lost: result?.lost ?? 0 };
  if (still.refusal === null) {
    if (result === null) void sending.then(sayWhatWasSent);
    return { kind: 'waiting', kept };
  }
  const { code, text } = still.refusal;
  if (code !== 'badInput') return { kind: 'refused', text };
  takeBack(visit.commandId);
  return { kind: 'wrong', text };
}

/** The phone may have room again. @returns whether everything is kept now */
export function keepAgain(): boolean {
  shelf.keepAll();
  look();
  return shelf.unkept().length === 0;
}

/** Takes one that was refused off the queue, for its form to be corrected; the form's draft is still there. */
export const takeBack = (commandId: string): void => phone.remove(commandId);

/** Keeps it as a note on the complaint, now or as soon as there is signal. @returns whether the server has it now */
export async function keepAsNote(visit: Visit): Promise<boolean> {
  const note = asNote(visit, () => CommandId.parse(newCommandId()));
  phone.keep(note);
  if (note.commandId !== visit.commandId) phone.remove(visit.commandId);
  await running;
  await sendPendingVisits();
  return shelf.all().every(({ commandId }) => commandId !== note.commandId);
}

/** The person has given it up knowingly. */
export function forgetVisit(visit: Visit): void {
  phone.remove(visit.commandId);
  leave(visit);
}

/** The one of this complaint that is on the phone. */
export const usePendingVisitOf = (complaintId: ComplaintId): Visit | undefined =>
  usePendingVisits(({ visits }) => visits.find((visit) => visit.complaintId === complaintId));
