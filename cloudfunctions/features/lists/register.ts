import { exactGram, gramsToFind } from '../../../domain/complaint/search-grams';
import { estatesOf, standsIn } from '../../../domain/people/person';
import { maySeeIdentity } from '../../../domain/people/policy';
import { REGISTER_READERS } from '../../../types/contract';
import { Refusal } from '../../../types/errors';
import { NONE } from '../../../types/figures';
import type { EstateId, Instant } from '../../../types/ids';
import type { ParsedInputOf } from '../../../types/procedures';
import type { Role } from '../../../types/vocabulary';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { _, type Where } from '../../platform/operators';
import { figureKey } from '../complaint/complaint-document';
import { loadEveryEstate } from '../estate/load-estate';
import { nameHashOf, phoneHashOf } from '../people/stored-person';
import { findCards } from './find-cards';

const READERS: readonly Role[] = REGISTER_READERS;
const NUMBER = /^([a-z]{1,6})-?(\d{6})-?(\d{4,})$/i;
const NAME = /^[\p{L}·]{2,12}$/u;
const PHONE = /^[\d\s-]{7,13}$/;
/** More pairs than this don't narrow a search any further. */
const MOST_GRAMS = 12;

/**
 * The register 《客户投诉一览表》 (RG-05), newest first; two characters are enough to find. A head sees what is with their
 * own departments, and finds nothing by words that could tell a hidden home or person (IN-09); a number tells neither.
 */
export const register: PersonUseCase<'register'> = async (input, call) => {
  const estateId = await estateFor(input.estateId, call);
  const { q, state, category, kind, channel, from, to, cursor, limit } = input;
  const actor = actorOf(call.person);
  const period =
    from === undefined && to === undefined
      ? {}
      : { filedAt: from === undefined ? _.lt(to ?? '') : to === undefined ? _.gte(from) : _.gte(from).and(_.lt(to)) };
  const words = (q ?? '').trim();
  const seesAll = maySeeIdentity(actor, { hideIdentity: true, filerId: null, estateId });
  const departmentId = seesAll ? orNull(input.departmentId) : ownDepartments(call, input.departmentId);
  const tellsHome = input.building !== undefined || (words !== '' && !NUMBER.test(words));
  const hidden = seesAll || !tellsHome ? {} : { hideIdentity: false };
  const where = {
    state,
    category,
    severity: orNull(input.severity),
    kind,
    channel,
    departmentId,
    building: orNull(input.building),
    ...hidden,
    ...period,
    ...urgency(input, call.now),
  };
  // The figure's key names the estate and leads the way; beside it the estate would lead to all of its complaints.
  const filters: Where =
    input.counted === undefined
      ? { estateId, ...where }
      : { figureKeys: figureKey(estateId, input.counted.month, input.counted.figure), ...where };
  const find = (search: Where) =>
    findCards(
      { where: { ...filters, ...search }, sortedBy: 'filedAt', direction: -1, cursor, limit },
      actor,
      call.platform,
    );
  const page = await find(searched(words, estateId, call));
  // A person's name stands nowhere in the open; it is looked up by its keyed hash when the words found nothing.
  return page.items.length === 0 && NAME.test(words) ? find(named(words, estateId, call)) : page;
};

const orNull = (wanted: string | undefined): string | null | undefined => (wanted === NONE ? null : wanted);

/** As the dashboard counts what is going on. */
function urgency({ open, due }: ParsedInputOf<'register'>, now: Instant): Where {
  switch (due) {
    case 'late':
      return { open: true, firstDueAt: _.lt(now) };
    case 'soon':
      return { open: true, firstDueAt: _.gte(now), firstWarnAt: _.lte(now) };
    case undefined:
      return { open };
  }
}

/** @throws Refusal notAllowed for a department that isn't theirs */
function ownDepartments({ person }: PersonCall, wanted: string | undefined) {
  const own = person.posts.flatMap((p) => (p.departmentId === null ? [] : [p.departmentId]));
  if (wanted === undefined) return _.in(own);
  if (!own.some((id) => id === wanted)) throw new Refusal('notAllowed', { message: '只能查看本部门的投诉。' });
  return wanted;
}

/** The estate asked for, or the first of the person's. */
async function estateFor(wanted: EstateId | undefined, { person, platform }: PersonCall): Promise<EstateId> {
  if (wanted !== undefined) {
    if (!person.posts.some((p) => READERS.includes(p.role) && standsIn(p, wanted)))
      throw new Refusal('notAllowed', { message: '您不在这个小区任职。' });
    return wanted;
  }
  const mine = estatesOf(person);
  const first = mine === 'all' ? (await loadEveryEstate(platform.database))[0]?.estate.id : mine[0];
  if (first === undefined) throw new Refusal('notAllowed');
  return first;
}

const named = (name: string, estateId: EstateId, { platform }: PersonCall): Where => ({
  grams: exactGram(estateId, 'name', nameHashOf(name, platform.seal)),
});

function searched(words: string, estateId: EstateId, { platform }: PersonCall): Where {
  if (words === '') return {};
  const number = NUMBER.exec(words);
  if (number !== null) return { number: `${number[1]}-${number[2]}-${number[3]}`.toUpperCase() };
  if (PHONE.test(words))
    return { grams: exactGram(estateId, 'phone', phoneHashOf(words.replace(/[\s-]/g, ''), platform.seal)) };
  const grams = gramsToFind(estateId, words).slice(0, MOST_GRAMS);
  if (grams.length === 0) throw new Refusal('badInput', { fields: { q: '请至少输入两个字' } });
  return { grams: _.all(grams) };
}
