import type { Actor } from '../../../domain/people/actor';
import { dutyKeysOf } from '../../../domain/people/person';
import type { CommandName } from '../../../types/commands';
import type { PersonId } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { _, type Where } from '../../platform/operators';
import type { ComplaintDocument } from '../complaint/complaint-document';
import { findCards, presentCards } from './find-cards';
import { besideRows, dutyPage, type DutyRow, MOST_COUNTED } from './my-duties';

type Tab = 'triage' | 'review' | 'callback' | 'inform';
const COMMANDS_OF: Record<Tab, readonly CommandName[]> = {
  triage: ['confirmRecord', 'dispatch', 'forwardPraise'],
  review: ['passReview'],
  callback: ['recordCallback'],
  inform: ['informResident'],
};

const kindsOf = (tab: Tab, keys: readonly string[]): string[] =>
  COMMANDS_OF[tab].flatMap((command) => keys.map((key) => `${command}|${key}`));

/** My duties, what is due first on top. */
export const desk: PersonUseCase<'desk'> = async (input, call) => {
  const { platform } = call;
  const actor = actorOf(call.person);
  const estate = input.estateId === undefined ? {} : { estateId: input.estateId };
  const { only, cursor, limit } = input;
  const ordered = only === 'all' || only === 'late';
  const beside = ordered || input.withCounts ? await besideRows(actor, estate, platform) : [];
  const page = async () => {
    if (!ordered) {
      const where = { ...estate, dutyKinds: _.in(kindsOf(only, dutyKeysOf(actor))) };
      return findCards({ where, sortedBy: 'dutyDueAt', direction: 1, cursor, limit }, actor, platform);
    }
    const before = only === 'late' ? call.now : null;
    const found = await dutyPage({ before, cursor, limit }, actor, estate, beside, platform);
    return { items: await presentCards(found.cards, actor, platform), cursor: found.cursor };
  };
  const [shown, counts] = await Promise.all([
    page(),
    input.withCounts ? countDuties(actor, estate, beside, call) : null,
  ]);
  return { ...shown, counts };
};

async function countDuties(
  actor: Actor & { id: PersonId },
  estate: Where,
  beside: readonly DutyRow[],
  call: PersonCall,
): Promise<OutputOf<'desk'>['counts']> {
  const { database } = call.platform;
  const keys = dutyKeysOf(actor);
  const known: ReadonlySet<string> = new Set(beside.map(({ card }) => card._id));
  const besideLate = beside.filter(({ dueAt }) => dueAt < call.now).length;
  const duties = await database.find<Pick<ComplaintDocument, '_id' | 'duties' | 'dutyDueAt'>>('complaints', {
    where: { ...estate, dutyKeys: _.in(keys) },
    orderBy: [
      ['dutyDueAt', 1],
      ['_id', 1],
    ],
    limit: MOST_COUNTED,
    fields: ['duties', 'dutyDueAt'],
  });
  if (duties.length === MOST_COUNTED) {
    // More than one read can tell: each tab by its own index, as far as it is counted.
    const counted = async (where: Where, but: ReadonlySet<string> = new Set()) =>
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
      ).filter(({ _id }) => !but.has(_id)).length;
    const tab = (name: Tab) => counted({ dutyKinds: _.in(kindsOf(name, keys)) });
    const [late, triage, review, callback, inform] = await Promise.all([
      counted({ dutyKeys: _.in(keys), dutyDueAt: _.lt(call.now) }, known),
      tab('triage'),
      tab('review'),
      tab('callback'),
      tab('inform'),
    ]);
    return { all: MOST_COUNTED, late: Math.min(MOST_COUNTED, late + besideLate), triage, review, callback, inform };
  }
  const main = duties.filter(({ _id }) => !known.has(_id));
  const isFor = (tab: Tab) =>
    duties.filter((d) => d.duties[0] !== undefined && COMMANDS_OF[tab].includes(d.duties[0].command)).length;
  return {
    all: Math.min(MOST_COUNTED, main.length + beside.length),
    late: Math.min(
      MOST_COUNTED,
      main.filter((d) => d.dutyDueAt !== null && d.dutyDueAt < call.now).length + besideLate,
    ),
    triage: isFor('triage'),
    review: isFor('review'),
    callback: isFor('callback'),
    inform: isFor('inform'),
  };
}
