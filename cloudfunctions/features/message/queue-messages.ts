import { TEMPLATES } from '../../../domain/notice/templates';
import type { Scene } from '../clock-part';
import { type EstateContext, loadEstates } from '../estate/load-estate';
import { hopeOf, readHopes } from './hope';
import { outsideQuietHours } from './quiet-hours';
import type { MessageDraft, StoredMessage } from './stored-message';

const stored = ({ id, values, ...rest }: MessageDraft, estates: readonly EstateContext[]): StoredMessage => {
  const template = TEMPLATES[rest.template];
  const estate = estates.find((context) => context.estate.id === rest.estateId);
  const waits = template.audience === 'resident' && !rest.anyHour && estate !== undefined;
  return {
    _id: id,
    ...rest,
    title: template.title,
    lines: template.fields.map(({ label }, index) => ({ label, value: values[index] ?? '' })),
    readAt: null,
    send: {
      state: 'waiting',
      nextTryAt: waits ? outsideQuietHours(rest.at, estate.policy.messages, estate.calendar) : rest.at,
      tries: 0,
      why: '',
      sentAt: null,
    },
  };
};

/**
 * Puts messages into inbox and outbox; one that is there already stays as it is. They go out with the next run of the
 * clock, or after the quiet hours. What can't go out, because nobody consented or WeChat has no address, is written as
 * ended at once, unless somebody must be told so (MS-02) or the morning may bring a consent. One write in the usual case, one
 * per message when some are there already.
 * @returns those that wait to be sent now
 */
export const queueMessages = async (
  drafts: readonly MessageDraft[],
  { now, platform: { database } }: Scene,
): Promise<StoredMessage[]> => {
  if (drafts.length === 0) return [];
  const estates = await loadEstates(
    drafts.map((draft) => draft.estateId),
    database,
  );
  const waiting = drafts.map((draft) => stored(draft, estates));
  const hopes = await readHopes(waiting, database);
  const messages = waiting.map((message): StoredMessage => {
    const { send, mustKnow } = message;
    const { openId, why } = hopeOf(message, hopes);
    if (openId !== null || mustKnow || send.nextTryAt > now) return message;
    return { ...message, send: { ...send, state: 'inboxOnly', why } };
  });
  const due = ({ send }: StoredMessage) => send.state === 'waiting' && send.nextTryAt <= now;
  if ((await database.insert('messages', messages)) === 'inserted') return messages.filter(due);
  const added: StoredMessage[] = [];
  for (const message of messages) if ((await database.insert('messages', message)) === 'inserted') added.push(message);
  return added.filter(due);
};
