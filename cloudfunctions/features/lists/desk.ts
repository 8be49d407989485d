import { dutyKeysOf } from '../../../domain/people/person';
import type { CommandName } from '../../../types/commands';
import type { OutputOf } from '../../../types/procedures';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { _ } from '../../platform/operators';
import type { CardFields } from '../complaint/complaint-document';
import { findCards } from './find-cards';

type Tab = 'triage' | 'review' | 'callback' | 'inform';
const COMMANDS_OF: Record<Tab, readonly CommandName[]> = {
  triage: ['confirmRecord', 'dispatch'],
  review: ['passReview'],
  callback: ['recordCallback'],
  inform: ['informResident'],
};

/** Counting stops here, what is due first being counted first: nobody works off more in a day, and the cost stays flat. */
const COUNT_LIMIT = 200;

/** My duties, what is due first on top. */
export const desk: PersonUseCase<'desk'> = async (input, call) => {
  const actor = actorOf(call.person);
  const keys = dutyKeysOf(call.person);
  const estate = input.estateId === undefined ? {} : { estateId: input.estateId };
  const where =
    input.only === 'all' || input.only === 'late'
      ? { ...estate, dutyKeys: _.in(keys), ...(input.only === 'late' ? { dutyDueAt: _.lt(call.now) } : {}) }
      : {
          ...estate,
          dutyKinds: _.in(COMMANDS_OF[input.only].flatMap((command) => keys.map((key) => `${command}|${key}`))),
        };
  const [page, counts] = await Promise.all([
    findCards(
      { where, sortedBy: 'dutyDueAt', direction: 1, cursor: input.cursor, limit: input.limit },
      actor,
      call.platform,
    ),
    input.withCounts ? countDuties(keys, estate, call) : null,
  ]);
  return { ...page, counts };
};

async function countDuties(
  keys: readonly string[],
  estate: object,
  call: PersonCall,
): Promise<OutputOf<'desk'>['counts']> {
  const duties = await call.platform.database.find<Pick<CardFields, 'duty' | 'dutyDueAt'>>('complaints', {
    where: { ...estate, dutyKeys: _.in(keys) },
    orderBy: [
      ['dutyDueAt', 1],
      ['_id', 1],
    ],
    limit: COUNT_LIMIT,
    fields: ['duty', 'dutyDueAt'],
  });
  const count = (test: (d: (typeof duties)[number]) => boolean) => duties.filter(test).length;
  const isFor = (tab: Tab) => (d: (typeof duties)[number]) =>
    d.duty !== null && COMMANDS_OF[tab].includes(d.duty.command);
  return {
    all: duties.length,
    triage: count(isFor('triage')),
    review: count(isFor('review')),
    callback: count(isFor('callback')),
    inform: count(isFor('inform')),
    late: count((d) => d.dutyDueAt !== null && d.dutyDueAt < call.now),
  };
}
