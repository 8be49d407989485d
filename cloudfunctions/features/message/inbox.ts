import type { InboxMessage } from '../../../types/views';
import type { PersonUseCase } from '../call';
import { cursorAt, following } from '../page-cursor';
import type { StoredMessage } from './stored-message';

const PAGE = 20;

const DELIVERY = {
  waiting: 'waiting',
  claimed: 'waiting',
  telling: 'waiting',
  sent: 'sent',
  inboxOnly: 'inboxOnly',
  failed: 'inboxOnly',
} as const;

/** Newest first; one read. */
export const inbox: PersonUseCase<'inbox'> = async ({ cursor }, { person, platform: { database } }) => {
  const messages = await database.find<StoredMessage>('messages', {
    where: { to: person.id, ...following('at', -1, cursor) },
    orderBy: [
      ['at', -1],
      ['_id', -1],
    ],
    limit: PAGE + 1,
  });
  const shown = messages.slice(0, PAGE);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(
      ({ _id: id, template, title, lines, at, readAt, complaintId, actionId, send }): InboxMessage => ({
        id,
        template,
        title,
        lines: lines.map(({ label, value }) => ({ label, value })),
        at,
        readAt,
        complaintId,
        actionId: actionId ?? null,
        delivery: DELIVERY[send.state === 'telling' ? (send.ending ?? 'telling') : send.state],
      }),
    ),
    cursor: messages.length > PAGE && last !== undefined ? cursorAt({ value: last.at, id: last._id }) : null,
  };
};
