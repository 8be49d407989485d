import { dutyKeysOf } from '../../../domain/people/person';
import type { CommandName } from '../../../types/commands';
import type { OutputOf } from '../../../types/procedures';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { _, type Where } from '../../platform/operators';
import type { CardFields } from '../complaint/complaint-document';
import { findCards } from './find-cards';

type Tab = 'triage' | 'review' | 'callback' | 'inform';
const COMMANDS_OF: Record<Tab, readonly CommandName[]> = {
  triage: ['confirmRecord', 'dispatch'],
  review: ['passReview'],
  callback: ['recordCallback'],
  inform: ['informResident'],
};

/** Up to here is counted, on each tab; nobody works off more in a day, and the cost stays bounded. */
const MOST_COUNTED = 100;

const kindsOf = (tab: Tab, keys: readonly string[]): string[] =>
  COMMANDS_OF[tab].flatMap((command) => keys.map((key) => `${command}|${key}`));

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
          dutyKinds: _.in(kindsOf(input.only, keys)),
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
  const { database } = call.platform;
  const duties = await database.find<Pick<CardFields, 'duty' | 'dutyDueAt'>>('complaints', {
    where: { ...estate, dutyKeys: _.in(keys) },
    orderBy: [
      ['dutyDueAt', 1],
      ['_id', 1],
    ],
    limit: MOST_COUNTED,
    fields: ['duty', 'dutyDueAt'],
  });
  if (duties.length === MOST_COUNTED) {
    // More than one read can tell: each tab by its own index, as far as it is counted.
    const counted = async (where: Where) =>
      (
        await database.find<{ _id: string }>('complaints', {
          where: { ...estate, ...where },
          orderBy: [
            ['dutyDueAt', 1],
            ['_id', 1],
          ],
          limit: MOST_COUNTED,
          fields: ['version'],
        })
      ).length;
    const tab = (name: Tab) => counted({ dutyKinds: _.in(kindsOf(name, keys)) });
    const [late, triage, review, callback, inform] = await Promise.all([
      counted({ dutyKeys: _.in(keys), dutyDueAt: _.lt(call.now) }),
      tab('triage'),
      tab('review'),
      tab('callback'),
      tab('inform'),
    ]);
    return { all: MOST_COUNTED, late, triage, review, callback, inform };
  }
  const count = (test: (d: (typeof duties)[number]) => boolean) => duties.filter(test).length;
  const isFor = (tab: Tab) => (d: (typeof duties)[number]) =>
    d.duty !== null && COMMANDS_OF[tab].includes(d.duty.command);
  return {
    all: duties.length,
    late: count((d) => d.dutyDueAt !== null && d.dutyDueAt < call.now),
    triage: count(isFor('triage')),
    review: count(isFor('review')),
    callback: count(isFor('callback')),
    inform: count(isFor('inform')),
  };
}
