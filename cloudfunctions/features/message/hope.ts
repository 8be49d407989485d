/** Whether a message has a chance to go out: its person has an address at WeChat and a consent left for its template. */
import type { Database } from '../../platform/database';
import { loadPeople } from '../people/load-person';
import type { StoredPerson } from '../people/stored-person';
import { loadCredits } from './credits';
import type { StoredMessage } from './stored-message';

/** What is known of the people that messages are for. */
export interface Hopes {
  people: readonly StoredPerson[];
  /** `person:template` of every consent left. */
  consents: ReadonlySet<string>;
}

/** Two reads for up to 1,000 messages. */
export const readHopes = async (
  messages: readonly Pick<StoredMessage, 'to' | 'template'>[],
  database: Database,
): Promise<Hopes> => {
  const [people, consents] = await Promise.all([
    loadPeople(
      messages.map(({ to }) => to),
      database,
    ),
    loadCredits(
      messages.map(({ to, template }) => `${to}:${template}`),
      database,
    ),
  ]);
  return { people, consents };
};

/** Where it can go, or why it can't. */
export type Hope = { openId: string; why?: never } | { openId: null; why: 'unreachable' | 'noCredit' };

export const hopeOf = ({ to, template }: Pick<StoredMessage, 'to' | 'template'>, { people, consents }: Hopes): Hope => {
  const keys = people.find((person) => person.id === to)?.identityKeys ?? [];
  const openId = keys.find((key) => key.startsWith('mp:'))?.slice(3);
  if (openId === undefined) return { openId: null, why: 'unreachable' };
  return consents.has(`${to}:${template}`) ? { openId } : { openId: null, why: 'noCredit' };
};
