/** Holds the lived year against every invariant: each complaint once, then all together. */
import type { ComplaintDocument } from '../../../cloudfunctions/features/complaint/complaint-document';
import type { Complaint } from '../../../domain/complaint/complaint';
import { evolve } from '../../../domain/complaint/evolve';
import type { Lived } from '../run-simulation';
import { ACTION_INVARIANTS } from './actions';
import { CALLBACK_INVARIANTS } from './callbacks';
import type { Case, Evidence, Invariant, OutboxMessage, Wrong } from './check';
import { CLOCK_INVARIANTS } from './clocks';
import { Census, type Counted } from './census';
import { ESCALATION_INVARIANTS } from './escalations';
import { every } from './every';
import { INCIDENT_INVARIANTS } from './incidents';
import { LIFE_INVARIANTS } from './life';
import { MEMBERSHIP_INVARIANTS } from './membership';
import { MESSAGE_INVARIANTS, messageKinds } from './messages';
import { FIGURE_INVARIANTS } from './figures';
import { RECORD_INVARIANTS } from './record';

const INVARIANTS: readonly Invariant[] = [
  ...CLOCK_INVARIANTS,
  ...ESCALATION_INVARIANTS,
  ...CALLBACK_INVARIANTS,
  ...LIFE_INVARIANTS,
  ...ACTION_INVARIANTS,
  ...INCIDENT_INVARIANTS,
  ...MEMBERSHIP_INVARIANTS,
  ...RECORD_INVARIANTS,
  ...MESSAGE_INVARIANTS,
  ...FIGURE_INVARIANTS,
];

export interface Finding {
  rule: string;
  says: string;
  wrong: readonly Wrong[];
}

export interface Verdict {
  findings: readonly Finding[];
  counted: Counted;
  messages: Record<string, number>;
}

const PAGE = 100;
const MESSAGE_FIELDS = ['to', 'template', 'complaintId', 'page', 'at', 'send'];

const caseOf = (document: ComplaintDocument): Case => {
  const steps: { before: Complaint | null; event: Case['steps'][number]['event']; after: Complaint }[] = [];
  const complaint = document.events.reduce<Complaint | null>((before, event) => {
    const after = evolve(before, event);
    steps.push({ before, event, after });
    return after;
  }, null);
  if (complaint === null) throw new Error(`${document._id} has no events`);
  return { document, complaint, steps };
};

export const checkYear = async (lived: Lived): Promise<Verdict> => {
  const { database } = lived.world;
  const messages: OutboxMessage[] = [];
  for await (const message of every<OutboxMessage>('messages', 1000, database, MESSAGE_FIELDS)) messages.push(message);
  const messagesOf = new Map<string, OutboxMessage[]>();
  for (const message of messages) {
    if (message.complaintId === null) continue;
    const known = messagesOf.get(message.complaintId);
    if (known === undefined) messagesOf.set(message.complaintId, [message]);
    else known.push(message);
  }
  const evidence: Evidence = { ...lived, messages, messagesOf, database };
  const checks = INVARIANTS.map(({ rule, says, check }) => ({
    rule,
    says,
    check: check(evidence),
    wrong: [] as Wrong[],
  }));
  const census = new Census();
  for await (const document of every<ComplaintDocument>('complaints', PAGE, database)) {
    const one = caseOf(document);
    census.see(one);
    for (const { check, wrong } of checks)
      for (const what of check.see?.(one) ?? [])
        wrong.push({ id: one.complaint.id, number: one.complaint.number, what });
  }
  for (const { check, wrong } of checks) wrong.push(...((await check.end?.()) ?? []));
  return {
    findings: checks.map(({ rule, says, wrong }) => ({ rule, says, wrong })),
    counted: census.counted,
    messages: messageKinds(messages),
  };
};
