import { maskName, maskPhone } from '../../../domain/people/mask';
import { partsOfAddress } from '../../../domain/people/home';
import { rolesIn } from '../../../domain/people/person';
import { maySeeIdentity } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import type { EstateId, HomeId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _, type Where } from '../../platform/operators';
import type { Seal } from '../../platform/seal';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { type HomeDocument, homeViews, loadHomes } from '../estate/home-document';
import { loadResidentsOf } from './load-person';
import { searchKeyFor } from './search-keys';
import { nameHashOf, nameOf, phoneHashOf, phoneOf } from './stored-person';

const MOST_HOMES = 20;
const PHONE = /^(1\d{10}|0\d{9,11}|\d{7,8})$/;

const startsWith = (text: string): ReturnType<typeof _.gte> => _.gte(text).and(_.lt(`${text}\uffff`));

/** `3-2-501`, or its beginning; with two parts the second is a unit or, where there are no units, a room. */
const addressWheres = (estateId: EstateId, [building = '', second, third]: readonly string[]): Where[] => {
  if (third !== undefined) return [{ estateId, building, unit: second, room: startsWith(third) }];
  if (second !== undefined)
    return [
      { estateId, building, unit: second },
      { estateId, building, unit: '', room: startsWith(second) },
    ];
  return [{ estateId, building }];
};

const homesByAddress = async (
  estateId: EstateId,
  parts: readonly string[],
  database: Database,
): Promise<HomeDocument[]> => {
  const pages = await Promise.all(
    addressWheres(estateId, parts).map((where) =>
      database.find<HomeDocument>('homes', {
        where,
        orderBy: [
          ['building', 1],
          ['unit', 1],
          ['room', 1],
        ],
        limit: MOST_HOMES,
      }),
    ),
  );
  return pages.flat().slice(0, MOST_HOMES);
};

/** Names and phones are found by keyed hashes only: whole, or by their beginnings and last digits (PV-04, ADR 0015). */
const homesOfPeople = async (estateId: EstateId, where: Where, database: Database): Promise<HomeDocument[]> => {
  const people = await database.find<{ homes: HomeId[] }>('people', { where, limit: 50, fields: ['homes'] });
  const homes = await loadHomes(
    people.flatMap((person) => person.homes),
    database,
  );
  return homes.filter((home) => home.estateId === estateId).slice(0, MOST_HOMES);
};

const homesFor = async (estateId: EstateId, typed: string, database: Database, seal: Seal): Promise<HomeDocument[]> => {
  const digits = typed.replace(/[\s-]/g, '');
  if (PHONE.test(digits)) {
    const byPhone = await homesOfPeople(estateId, { phoneHash: phoneHashOf(digits, seal) }, database);
    if (byPhone.length > 0) return byPhone;
  }
  const parts = partsOfAddress(typed);
  const key = searchKeyFor(estateId, typed.trim(), seal);
  const byKey = () => (key === null ? [] : homesOfPeople(estateId, { searchKeys: key }, database));
  if (parts === null) {
    const beginning = await byKey();
    return beginning.length > 0 ? beginning : homesOfPeople(estateId, { nameHash: nameHashOf(typed, seal) }, database);
  }
  // `wf` may be a building, 8000 too; an address that exists is meant.
  const byAddress = await homesByAddress(estateId, parts, database);
  return byAddress.length > 0 ? byAddress : byKey();
};

/** Up to 20 homes with masked residents (PV-01) and how many of their complaints are open. @throws Refusal notAllowed in an estate where the person holds no post */
export const findHomes: PersonUseCase<'findHomes'> = async ({ estateId, q }, { person, platform }) => {
  const { database, seal } = platform;
  if (rolesIn(person, estateId).length === 0) throw new Refusal('notAllowed');
  const homes = await homesFor(estateId, q, database, seal);
  if (homes.length === 0) return { items: [] };
  const ids = homes.map((home) => home._id);
  // IN-09: a hidden complaint isn't told by being counted.
  const seesAll = maySeeIdentity(actorOf(person), { hideIdentity: true, filerId: null, estateId });
  const [views, residents, open] = await Promise.all([
    homeViews(homes, database),
    loadResidentsOf(ids, database),
    database.find<{ homeId: HomeId }>('complaints', {
      where: { homeId: _.in(ids), open: true, ...(seesAll ? {} : { hideIdentity: false }) },
      limit: 1000,
      fields: ['homeId'],
    }),
  ]);
  return {
    items: views.map((home) => ({
      home,
      residents: residents
        .filter((resident) => resident.homes.includes(home.id))
        .map((resident) => ({
          id: resident.id,
          name: maskName(nameOf(resident, seal)),
          phone: maskPhone(phoneOf(resident, seal)),
        })),
      open: open.filter((complaint) => complaint.homeId === home.id).length,
    })),
  };
};
