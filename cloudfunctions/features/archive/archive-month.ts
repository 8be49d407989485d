import { addMonths, instant, startOfDay } from '../../../domain/clock/zone';
import { standsIn } from '../../../domain/people/person';
import { Refusal } from '../../../types/errors';
import type { CommandId } from '../../../types/ids';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { _ } from '../../platform/operators';
import { carryOut } from '../complaint/carry-out';
import type { CardFields } from '../complaint/complaint-document';
import { settleNow } from '../complaint/settle-now';
import { loadEstate } from '../estate/load-estate';
import { cursorAt, following } from '../page-cursor';

const PAGE = 30;
/** Somebody archives a form once. */
const ACT = 'archive-closed' as CommandId;

/** CB-09: everything that an estate closed in a month; what can't be archived yet is named and stays for the next time. */
export const archiveMonth: PersonUseCase<'archiveMonth'> = async ({ estateId, month, cursor }, call) => {
  const { person, platform } = call;
  if (!person.posts.some((p) => p.role === 'quality' && standsIn(p, estateId)))
    throw new Refusal('notAllowed', { message: '您不负责这个小区的归档。' });
  const { calendar } = await loadEstate(estateId, platform.database);
  const first = `${month}-01`;
  const closedAt = _.gte(instant(startOfDay(first, calendar))).and(
    _.lt(instant(startOfDay(addMonths(first, 1), calendar))),
  );
  const found = await platform.database.find<CardFields>('complaints', {
    where: { estateId, state: 'closed', closedAt, ...following('closedAt', 1, cursor) },
    orderBy: [
      ['closedAt', 1],
      ['_id', 1],
    ],
    limit: PAGE,
    fields: ['number', 'closedAt'],
  });
  const actor = actorOf(person);
  const left: { id: CardFields['_id']; number: string; why: string }[] = [];
  for (const { _id, number } of found) {
    try {
      const command = { name: 'archive', input: {} } as const;
      await settleNow(await carryOut({ complaintId: _id, commandId: ACT, command, actor }, call), call);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
      left.push({ id: _id, number, why: error.message });
    }
  }
  const last = found.at(-1);
  return {
    archived: found.length - left.length,
    left,
    cursor: found.length < PAGE || last === undefined ? null : cursorAt({ value: last.closedAt ?? '', id: last._id }),
  };
};
