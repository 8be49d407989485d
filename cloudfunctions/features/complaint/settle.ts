/**
 * What follows from events: messages and tallies. Derived after saving, with deterministic ids, and derived again by the
 * clock until it is marked done – a function that dies in between loses nothing and doubles nothing (MS-03).
 */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { ComplaintEvent } from '../../../domain/complaint/events';
import { evolve } from '../../../domain/complaint/evolve';
import { compose } from '../../../domain/notice/compose';
import { noticesOf } from '../../../domain/notice/notices';
import { TEMPLATES } from '../../../domain/notice/templates';
import type { ComplaintId, Instant, MessageId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import { type EstateContext, loadEstate } from '../estate/load-estate';
import { queueMessages } from '../message/queue-messages';
import type { MessageDraft } from '../message/stored-message';
import type { Loaded, Scene } from './carry-out';
import { type ComplaintDocument, fromDocument } from './complaint-document';
import { keysFor, peopleBehind, recipientsOf } from './recipients';
import { countInTally, tallyEntries } from './tally';

const page = (template: MessageDraft['template'], complaint: Complaint): string => {
  if (template === 'survey') return `pages/survey/index?id=${complaint.id}`;
  return TEMPLATES[template].audience === 'resident'
    ? `pages/complaint/index?id=${complaint.id}`
    : `staff/case/index?id=${complaint.id}`;
};

interface Step {
  complaint: Complaint;
  event: ComplaintEvent;
}

/** Each event after the first `settled` with the complaint as it was just after it. */
function steps(complaint: Complaint, settled: number): Step[] {
  const found: Step[] = [];
  complaint.events.reduce<Complaint | null>((sum, event, i) => {
    const after = evolve(sum, event);
    if (i >= settled) found.push({ complaint: after, event });
    return after;
  }, null);
  return found;
}

async function drafts(todo: readonly Step[], context: EstateContext, { platform }: Scene): Promise<MessageDraft[]> {
  const notices = todo.flatMap((step) =>
    noticesOf(step.complaint, step.event).map((notice) => ({ ...step, ...notice })),
  );
  const keys = notices.flatMap((n) => keysFor(n.audience, n.complaint, n.event));
  const people = await peopleBehind(keys, platform);
  return notices.flatMap(({ complaint, event, audience, template }) =>
    recipientsOf(audience, complaint, event, people)
      // Nobody is told of what they just did themselves, except a resident, whose receipt it is.
      .filter((to) => to !== event.by.personId || audience === 'resident')
      .map(
        (to): MessageDraft => ({
          id: `${complaint.id}:${event.id}:${audience}:${to}:${template}` as MessageId,
          to,
          template,
          values: compose(template, complaint, event, context.calendar).lines.map((l) => l.value),
          complaintId: complaint.id,
          estateId: complaint.estateId,
          page: page(template, complaint),
          at: event.at,
          mustKnow: audience === 'resident' && template === 'result',
          anyHour: event.by.personId === to || complaint.severity === 'major',
        }),
      ),
  );
}

/** @returns the messages that were put into the outbox */
export async function settle({ complaint, settledEvents, context }: Loaded, scene: Scene): Promise<MessageId[]> {
  const todo = steps(complaint, settledEvents);
  const messages = await drafts(todo, context, scene);
  await queueMessages(messages, scene);
  for (const entry of todo.flatMap((step) => tallyEntries(step.complaint, step.event, context.calendar)))
    await countInTally(entry, scene.platform);
  await scene.platform.database.updateIf(
    'complaints',
    { _id: complaint.id, version: complaint.version },
    { settledEvents: complaint.events.length, unsettledSince: null },
  );
  return messages.map((message) => message.id);
}

const PAGE = 50;

/** Settles what was left behind by functions that died; in pages until nothing is left or `mayGoOn` says stop. */
export async function settleLeftBehind(olderThan: Instant, scene: Scene, mayGoOn: () => boolean): Promise<number> {
  let done = 0;
  let after: { at: Instant; id: ComplaintId } | null = null;
  while (mayGoOn()) {
    const where: Parameters<typeof scene.platform.database.find>[1]['where'] =
      after === null
        ? { unsettledSince: _.gt('').and(_.lte(olderThan)) }
        : _.or([
            { unsettledSince: _.gt(after.at).and(_.lte(olderThan)) },
            { unsettledSince: after.at, _id: _.gt(after.id) },
          ]);
    const found: ComplaintDocument[] = await scene.platform.database.find<ComplaintDocument>('complaints', {
      where,
      orderBy: [
        ['unsettledSince', 1],
        ['_id', 1],
      ],
      limit: PAGE,
      fields: ['events', 'settledEvents', 'estateId', 'unsettledSince'],
    });
    for (const document of found) {
      after = { at: document.unsettledSince ?? olderThan, id: document._id };
      try {
        const context = await loadEstate(document.estateId, scene.platform.database);
        await settle({ complaint: fromDocument(document), settledEvents: document.settledEvents, context }, scene);
        done += 1;
      } catch (error) {
        // One that fails as a bug must not keep the others waiting.
        scene.platform.log.error('left unsettled', error, { complaint: document._id });
      }
    }
    if (found.length < PAGE) break;
  }
  return done;
}
