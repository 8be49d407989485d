import { Refusal } from '../../../types/errors';
import type { PersonId } from '../../../types/ids';
import type { UseCase } from '../call';
import { loadPersonBehind } from '../people/load-person';
import { beginErasure, eraseTraces } from './erasure';

/** What isn't gone through in this time is left to the clock. */
const TIME_MS = 5_000;
/** Two records only if both accounts agreed before WeChat named the unionid. */
const MOST_RECORDS = 3;

/**
 * PV-03: from the first write on the caller is a stranger to the service; asked again, there is nothing left to do.
 * @throws Refusal stillOpen when something of theirs is dealt with and they didn't say to withdraw it; notAllowed for staff
 */
export const eraseMe: UseCase<'eraseMe'> = async ({ openOnes }, { identity, now, platform }) => {
  const { database, log } = platform;
  for (let records = 0; identity !== null && records < MOST_RECORDS; records += 1) {
    const person = await loadPersonBehind(identity, database);
    if (person === null) break;
    if (person.posts.length > 0)
      throw new Refusal('notAllowed', { message: '您还担任物业岗位，请先请管理员办理离岗，再注销。' });
    if (openOnes === 'finishFirst') {
      const open = await openOf(person.id, database);
      if (open > 0)
        throw new Refusal('stillOpen', {
          message: `您还有 ${open} 件没办完。可以先办完再注销，也可以撤回后注销。`,
          details: { open },
        });
    }
    await beginErasure(person.id, { now, platform });
    const until = performance.now() + TIME_MS;
    try {
      await eraseTraces(person.id, { now, platform }, () => performance.now() < until);
    } catch (error) {
      log.error('an erasure is left for the clock', error, { person: person.id });
    }
  }
  return { erased: true };
};

/** What nobody else filed or answers for. */
async function openOf(id: PersonId, database: Parameters<typeof loadPersonBehind>[1]): Promise<number> {
  const found = await database.find<{ filerId: PersonId | null }>('complaints', {
    where: { filerIds: id, open: true },
    orderBy: [
      ['filedAt', -1],
      ['_id', -1],
    ],
    limit: 1000,
    fields: ['filerId'],
  });
  return found.filter(({ filerId }) => filerId === id).length;
}
