// The residents who file a replay in turn, each with what they may still file this hour.
import { createHash } from 'node:crypto';
import type { ComplaintId, HomeId, PersonId } from '../../types/ids';
import type { HttpClient } from './http-client';

export interface ReplayResident {
  key: string;
  token: string;
  personId: PersonId;
  homeId: HomeId;
  /** Ids of what they had on file before. */
  onFile: ReadonlySet<ComplaintId>;
  /** Epoch ms before which they don't try again. */
  restsUntil: number;
}

/** Keys of the demo people as the page “今天你是谁” lists them. */
export async function keysOfPeople(client: HttpClient): Promise<string[]> {
  const page = await client.request('GET', '/local/people');
  return [...page.matchAll(/data-person="([\w-]+)"/g)].flatMap((found) => found[1] ?? []);
}

/** Every demo resident who has a home. */
export async function residentsOf(client: HttpClient, keys: readonly string[]): Promise<ReplayResident[]> {
  const found: ReplayResident[] = [];
  for (const key of keys) {
    const token = await client.login(key);
    const me = await client.call('whoAmI', {}, token);
    const home = me.homes[0];
    if (me.personId === null || home === undefined || me.staff) continue;
    const onFile = await everyIdOf(client, token);
    found.push({ key, token, personId: me.personId, homeId: home.id, onFile, restsUntil: 0 });
  }
  return found;
}

async function everyIdOf(client: HttpClient, token: string): Promise<Set<ComplaintId>> {
  const ids = new Set<ComplaintId>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof myPage>> = await myPage(client, token, cursor);
    for (const { id } of page.items) ids.add(id);
    cursor = page.cursor;
  } while (cursor !== null);
  return ids;
}

const myPage = (client: HttpClient, token: string, cursor: string | null) =>
  client.call('myComplaints', cursor === null ? {} : { cursor }, token);

/** The id that an act of this person gets, as the product derives it (IN-06): known before it is filed. */
export const idOfAct = (personId: PersonId, commandId: string): ComplaintId =>
  `c${createHash('sha256').update(`${personId}|${commandId}`).digest('hex').slice(0, 23)}` as ComplaintId;
