import { TEMPLATES } from '../../../domain/notice/templates';
import type { Scene } from '../clock-part';
import { loadEstates } from '../estate/load-estate';
import { outsideQuietHours } from './quiet-hours';
import type { MessageDraft, StoredMessage } from './stored-message';

/**
 * Puts messages into inbox and outbox; one that is there already stays as it is. They go out with the next run of the
 * clock, or after the quiet hours. One write in the usual case, one per message when some are there already.
 */
export const queueMessages = async (drafts: readonly MessageDraft[], scene: Pick<Scene, 'platform'>): Promise<void> => {
  if (drafts.length === 0) return;
  const { database } = scene.platform;
  const estates = await loadEstates(
    drafts.map((draft) => draft.estateId),
    database,
  );
  const messages = drafts.map((draft): StoredMessage => {
    const { id, values, ...rest } = draft;
    const template = TEMPLATES[draft.template];
    const estate = estates.find((context) => context.estate.id === draft.estateId);
    const waits = template.audience === 'resident' && !draft.anyHour && estate !== undefined;
    return {
      _id: id,
      ...rest,
      title: template.title,
      lines: template.fields.map(({ label }, index) => ({ label, value: values[index] ?? '' })),
      readAt: null,
      send: {
        state: 'waiting',
        nextTryAt: waits ? outsideQuietHours(draft.at, estate.policy.messages, estate.calendar) : draft.at,
        tries: 0,
        why: '',
        sentAt: null,
      },
    };
  });
  if ((await database.insert('messages', messages)) === 'inserted') return;
  for (const message of messages) await database.insert('messages', message);
};
