/** What is recorded at the door, as it is kept on the phone until it is finished. */
import * as z from 'zod/mini';
import { CommandId } from '../../../types/ids';
import { newCommandId } from '../../services/command-id';
import { KeptFile } from './kept-file';
import { Strokes } from './signature-ink';
import { TEXTS } from './visit-texts';
import type { Visit } from './visit-queue';

const Face = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

const VisitDraft = z.object({
  commandId: CommandId,
  /** Null until chosen: then as the callback is planned. */
  form: z.nullable(z.enum(['visit', 'phone'])),
  reached: z.nullable(z.boolean()),
  solved: z.nullable(z.boolean()),
  satisfaction: z.nullable(Face),
  wantsFollowUp: z.nullable(z.boolean()),
  opinions: z.string(),
  place: z.string(),
  files: z._default(z.array(KeptFile), []),
  /** The signature as it is drawn. */
  strokes: z._default(z.nullable(Strokes), null),
});
export type VisitDraft = z.infer<typeof VisitDraft>;

export const emptyVisit = (): VisitDraft => ({
  commandId: CommandId.parse(newCommandId()),
  form: null,
  reached: null,
  solved: null,
  satisfaction: null,
  wantsFollowUp: null,
  opinions: '',
  place: '',
  files: [],
  strokes: null,
});

/** Where drafts of callbacks lie in the storage, each by its complaint. */
export const DRAFTS = 'draft:visit:';
export const visitDraft = (complaintId: string): string => `visit:${complaintId}`;
export const visitDraftKey = (complaintId: string): string => DRAFTS + complaintId;

export const readVisit = (kept: unknown): VisitDraft | null => {
  const parsed = VisitDraft.safeParse(kept);
  return parsed.success ? parsed.data : null;
};

/** What still has to be asked before it is a callback; empty when it can be finished (CB-05). */
export const unanswered = (draft: VisitDraft): Record<string, string> => {
  if (draft.reached === null) return { reached: TEXTS.answerReached };
  if (!draft.reached) return {};
  return {
    ...(draft.solved === null ? { solved: TEXTS.answerSolved } : {}),
    ...(draft.satisfaction === null ? { satisfaction: TEXTS.answerSatisfaction } : {}),
    ...(draft.wantsFollowUp === null ? { wantsFollowUp: TEXTS.answerFollowUp } : {}),
  };
};

/** What the draft says; answers belong to it only when somebody was reached. Its photos are added when they are uploaded. */
export const answersOf = (draft: VisitDraft, form: 'visit' | 'phone'): Visit['record'] => ({
  form,
  reached: draft.reached === true,
  ...(draft.reached && draft.solved !== null ? { solved: draft.solved } : {}),
  ...(draft.reached && draft.satisfaction !== null ? { satisfaction: draft.satisfaction } : {}),
  ...(draft.reached && draft.wantsFollowUp !== null ? { wantsFollowUp: draft.wantsFollowUp } : {}),
  ...(draft.opinions === '' ? {} : { opinions: draft.opinions }),
  ...(draft.place === '' ? {} : { place: draft.place }),
  photos: [],
});

/** A quick word joins what is written, or leaves it when pressed again. */
export const toggleWord = (written: string, word: string): string => {
  const parts = written.split('；').filter((part) => part !== '');
  return (parts.includes(word) ? parts.filter((part) => part !== word) : [...parts, word]).join('；');
};
