import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { unreadOf } from './unread';

/** Only the person's own; the first opening counts. */
export const readMessages: PersonUseCase<'readMessages'> = async ({ ids }, { person, now, platform: { database } }) => {
  if (ids.length > 0)
    await database.updateIf('messages', { _id: _.in(ids), to: person.id, readAt: null }, { readAt: now });
  return { unread: await unreadOf(person.id, database) };
};
