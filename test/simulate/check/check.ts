/** What a check of the lived year is: it sees every complaint once, then says what was wrong. */
import type { ComplaintDocument } from '../../../cloudfunctions/features/complaint/complaint-document';
import type { SendState } from '../../../cloudfunctions/features/message/stored-message';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { ComplaintEvent } from '../../../domain/complaint/events';
import type { Database } from '../../../cloudfunctions/platform/database';
import type { Lived } from '../run-simulation';

/** A message as the checks need it. */
export interface OutboxMessage {
  _id: string;
  to: string;
  template: string;
  complaintId: string | null;
  page: string;
  at: string;
  send: { state: SendState; why: string; nextTryAt: string };
}

export interface Evidence extends Lived {
  database: Database;
  messages: readonly OutboxMessage[];
  messagesOf: ReadonlyMap<string, readonly OutboxMessage[]>;
}

/** A complaint with what it was after each of its events. */
export interface Case {
  document: ComplaintDocument;
  complaint: Complaint;
  /** In order; `before` is null for the first. */
  steps: readonly { before: Complaint | null; event: ComplaintEvent; after: Complaint }[];
}

export interface Wrong {
  /** Complaint, person or document. */
  id: string;
  number: string;
  what: string;
}

export interface Check {
  /** Of this one complaint: what is wrong, in words. */
  see?: (one: Case) => readonly string[];
  /** Of all together, after the last. */
  end?: () => readonly Wrong[] | Promise<readonly Wrong[]>;
}

/** A rule that must hold whatever happened, and how that is found out. */
export interface Invariant {
  rule: string;
  says: string;
  check: (evidence: Evidence) => Check;
}
