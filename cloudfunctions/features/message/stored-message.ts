/** A message as kept in `messages`, which is outbox and inbox in one: every message is in the inbox, whatever WeChat does with it (MS-02). */
import type { TemplateCode } from '../../../domain/notice/templates';
import type { ActionId, ComplaintId, EstateId, Instant, MessageId, PersonId } from '../../../types/ids';

/** What is to be told to one person. */
export interface MessageDraft {
  /** `complaint:event:audience:person:template`: the same message is kept once, however often it is derived. */
  id: MessageId;
  to: PersonId;
  template: TemplateCode;
  /** One per field of the template, in its order; shown whole in the inbox and shortened for WeChat. */
  values: readonly string[];
  complaintId: ComplaintId | null;
  /** Of messages about a corrective action. */
  actionId?: ActionId;
  /** Where quiet hours are taken from. */
  estateId: EstateId;
  /** Page of the mini program with its query. */
  page: string;
  at: Instant;
  /** A resident must know it: a failure becomes a phone task (MS-02). */
  mustKnow: boolean;
  /** MS-04: replies to the person's own act and `major` don't wait for the morning. */
  anyHour: boolean;
}

/**
 * `claimed`: somebody is sending it; if they died, nobody knows whether it went out, so it isn't sent again.
 * `telling`: it has ended as `ending` says, and the one who must know that is being told.
 */
export type SendState = 'waiting' | 'claimed' | 'telling' | 'sent' | 'inboxOnly' | 'failed';

export interface StoredMessage {
  _id: MessageId;
  to: PersonId;
  template: TemplateCode;
  title: string;
  lines: readonly { label: string; value: string }[];
  complaintId: ComplaintId | null;
  actionId?: ActionId;
  estateId: EstateId;
  page: string;
  at: Instant;
  readAt: Instant | null;
  mustKnow: boolean;
  anyHour: boolean;
  send: {
    state: SendState;
    /** When it is tried; while `claimed`, when the claim has expired. */
    nextTryAt: Instant;
    tries: number;
    /** Why it isn't sent, or hasn't been yet. */
    why: string;
    sentAt: Instant | null;
    ending?: 'sent' | 'inboxOnly' | 'failed';
  };
}
