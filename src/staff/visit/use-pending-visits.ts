/** The callbacks on this phone that the server hasn't confirmed, and sending them. */
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { create } from 'zustand';
import { call } from '../../services/api';
import { ApiError } from '../../services/api-error';
import type { PhotoFile } from '../../services/photo-file';
import { uploadPhoto } from '../../services/photos';
import { queryClient } from '../../services/query';
import { onSignal } from '../../services/signal';
import { readStored, store } from '../../services/storage';
import { toast } from '../../ui/toast';
import { refusalText } from '../case/refusal-text';
import { noteDoneByMe } from '../list/done-by-me';
import { sendWhenPossible } from './send-when-possible';
import { dropSignatureFile, signatureFile } from './signature-file';
import {
  dropVisit,
  keepVisit,
  noteVisit,
  sendVisits,
  type Sent,
  type SignatureSent,
  type Visit,
  type VisitPort,
  type VisitStore,
  waitingVisits,
} from './visit-queue';

const KEY = 'visits';

/** What is on the phone; in memory too, for a phone whose storage is full. */
export const usePendingVisits = create<{ visits: readonly Visit[]; sending: boolean }>(() => ({
  visits: waitingVisits({ read: () => readStored(KEY), write: () => undefined }),
  sending: false,
}));

const phone: VisitStore = {
  read: () => usePendingVisits.getState().visits,
  write: (visits) => {
    usePendingVisits.setState({ visits });
    store(KEY, visits);
  },
};

const server: VisitPort = {
  uploadSignature: async (image): Promise<SignatureSent> => {
    let file: PhotoFile;
    try {
      file = await signatureFile(image);
    } catch {
      return { kind: 'refused', text: SIGNATURE_NOT_KEPT, late: false };
    }
    try {
      return { kind: 'confirmed', id: (await uploadPhoto(file, () => undefined)).id };
    } catch (error) {
      return notTaken(error);
    } finally {
      dropSignatureFile(file);
    }
  },
  send: async ({ complaintId, commandId, recordedAt, record, as }): Promise<Sent> => {
    try {
      const visit = { ...record, complaintId, commandId, recordedAt };
      await (as === 'note' ? call('noteCallback', visit) : call('recordCallback', visit));
      noteDoneByMe(complaintId);
      return { kind: 'confirmed' };
    } catch (error) {
      return notTaken(error);
    }
  },
};

/** After these it may well succeed later with the same commandId. */
const NO_ANSWER: ReadonlySet<string> = new Set(['network', 'unavailable', 'internal', 'tooMany', 'notSignedIn']);
const SIGNATURE_NOT_KEPT = '手机存不下签名。请清理手机空间后重签，或不签名直接完成。';

/** Somebody was faster. */
const LATE: ReadonlySet<string> = new Set(['notInThisState', 'changedMeanwhile', 'archived']);

function notTaken(error: unknown): { kind: 'noAnswer' } | { kind: 'refused'; text: string; late: boolean } {
  if (!(error instanceof ApiError)) throw error;
  return NO_ANSWER.has(error.code)
    ? { kind: 'noAnswer' }
    : { kind: 'refused', text: refusalText(error), late: LATE.has(error.code) };
}

let running: Promise<Visit[]> | null = null;

/** Sends what waits. Called again while it runs, it is the same attempt. */
export function sendPendingVisits(): Promise<Visit[]> {
  running ??= (async () => {
    usePendingVisits.setState({ sending: true });
    try {
      const confirmed = await sendVisits(phone, server);
      if (confirmed.length > 0) void queryClient.invalidateQueries();
      return confirmed;
    } finally {
      usePendingVisits.setState({ sending: false });
      running = null;
    }
  })();
  return running;
}

const SENT = (count: number): string => `已同步 ${count} 条`;

const isPending = (): boolean => usePendingVisits.getState().visits.some((visit) => visit.refusal === null);
/** Nobody pressed anything: success is said, failure isn't. */
const sendQuietly = (): void => {
  // A run that somebody started says itself what became of it.
  if (running !== null) return;
  void sendPendingVisits().then((sent) => {
    if (sent.length > 0) toast(SENT(sent.length), 'good');
  });
};

/** Sends what waits by itself, as long as a page that shows it is open. */
export function useSendingVisits(): void {
  useEffect(() => sendWhenPossible({ pending: isPending, send: sendQuietly, onSignal }), []);
  useDidShow(() => {
    if (isPending()) sendQuietly();
  });
}

/** Keeps the visit on the phone, then tries to send it. What became of it: confirmed, waiting, or refused with the reason (and, where correcting it can help, off the queue). */
export async function recordVisit(
  visit: Visit,
): Promise<{ kind: 'confirmed' | 'waiting' } | { kind: 'refused'; text: string }> {
  keepVisit(phone, visit);
  // A run that began before this visit was kept doesn't know it.
  await running;
  await sendPendingVisits();
  const left = phone.read();
  const still = waitingVisits({ read: () => left, write: () => undefined }).find(
    (each) => each.commandId === visit.commandId,
  );
  if (still === undefined) return { kind: 'confirmed' };
  if (still.refusal === null) return { kind: 'waiting' };
  // What correcting can't help stays, for the person to choose what becomes of it (CB-04).
  if (!still.late) dropVisit(phone, visit.commandId);
  return { kind: 'refused', text: still.refusal };
}

/** Keeps it as a note on the complaint, now or as soon as there is signal. */
export const keepAsNote = (commandId: string): Promise<Visit[]> => {
  noteVisit(phone, commandId);
  return sendPendingVisits();
};
export const forgetVisit = (commandId: string): void => dropVisit(phone, commandId);
