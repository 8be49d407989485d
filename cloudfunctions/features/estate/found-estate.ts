/** Founds a company's environment from one plan. Doing it again adds what is missing and takes over changed names and numbers. */
import { createHash } from 'node:crypto';
import { addDays, DAY_MS, epoch, instant, localDate, startOfDay } from '../../../domain/clock/zone';
import { type HomeAddress, homeText } from '../../../domain/people/home';
import type { Post } from '../../../domain/people/person';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { Refusal } from '../../../types/errors';
import type { DepartmentId, EstateId, HomeId, Instant } from '../../../types/ids';
import { ROLES } from '../../../types/vocabulary';
import type { Database, Document } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { Seal } from '../../platform/seal';
import type { CollectionName } from '../../platform/schema';
import { explainIssues } from '../explain-issues';
import { type InvitationDocument, invitationId } from '../people/invitation';
import { FoundingPlan } from './founding-plan';
import type { HomeDocument } from './home-document';
import { COMPANY_ID, type CompanyDocument, type EstateDocument, forgetEstates } from './load-estate';

export interface Founded {
  estates: number;
  homes: number;
  /** The codes to hand out; they can be had again by founding again, since they follow from the data key. */
  invitations: { for: string; code: string; kind: 'home' | 'staff' }[];
}

export interface Foundation {
  database: Database;
  seal: Seal;
  now: Instant;
}

type PlannedEstate = FoundingPlan['estates'][number];

/** Without letters and digits that are taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Eight characters that only the owner of the data key can compute. */
const codeFor = (what: string, seal: Seal): string =>
  [...Buffer.from(seal.keyedHash('invitation code', what), 'base64url').subarray(0, 8)]
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('');

export const homeIdOf = (estateId: EstateId, { building, unit, room }: HomeAddress): HomeId =>
  `h${createHash('sha256').update([estateId, building, unit, room].join('|')).digest('hex').slice(0, 20)}` as HomeId;

export const departmentIdOf = (estateId: EstateId, key: string): DepartmentId => `${estateId}.${key}` as DepartmentId;

const addressesOf = (estate: PlannedEstate): HomeAddress[] =>
  estate.homes.flatMap(({ building, units, rooms, floors = 0, perFloor = 0 }) => {
    const generated = Array.from({ length: floors }, (_none, floor) =>
      Array.from({ length: perFloor }, (_also, door) => `${floor + 1}${String(door + 1).padStart(2, '0')}`),
    ).flat();
    return units.flatMap((unit) => (rooms ?? generated).map((room) => ({ building, unit, room })));
  });

const BATCH = 100;

/** Inserts those whose id isn't there yet. */
const insertMissing = async (
  collection: CollectionName,
  documents: readonly Document[],
  database: Database,
): Promise<void> => {
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const there = await database.find<{ _id: string }>(collection, {
      where: { _id: _.in(batch.map((document) => document._id)) },
      limit: BATCH,
      fields: ['_id'],
    });
    const known = new Set(there.map((document) => document._id));
    const missing = batch.filter((document) => !known.has(document._id));
    if ((await database.insert(collection, missing)) === 'duplicate')
      throw new Refusal('unavailable', { message: `${collection} 里已有不同的同名记录，或有人同时在设置` });
  }
};

const foundOneEstate = async (
  planned: PlannedEstate,
  plan: FoundingPlan,
  { database, seal, now }: Foundation,
): Promise<Founded['invitations']> => {
  const estateId = planned.id as EstateId;
  const addresses = addressesOf(planned);
  const facts: Omit<EstateDocument, '_id' | 'routingHead' | 'nextRoutineAt'> = {
    companyId: COMPANY_ID,
    code: planned.code,
    name: planned.name,
    servicePhone: planned.servicePhone,
    emergency: planned.emergency,
    buildings: [...new Set(addresses.map((address) => address.building))],
    publicPlaces: planned.publicPlaces,
    departments: planned.departments.map((department) => ({
      ...department,
      id: departmentIdOf(estateId, department.id),
    })),
    routing: Object.fromEntries(
      Object.entries(planned.routing).map(([category, key]) => [
        category,
        { departmentId: departmentIdOf(estateId, key), handlerId: null },
      ]),
    ),
  };
  const { zone } = DEFAULT_POLICY;
  // Its routines begin with its first whole day (IN-04).
  const nextRoutineAt = instant(startOfDay(addDays(localDate(epoch(now), zone), 1), zone));
  const founded: EstateDocument = { _id: estateId, ...facts, nextRoutineAt };
  const there = await database.get('estates', estateId, ['code']);
  if (there !== null) {
    await database.update('estates', estateId, facts);
    await database.updateIf('estates', { _id: estateId, nextRoutineAt: _.exists(false) }, { nextRoutineAt });
  } else if ((await database.insert('estates', founded)) === 'duplicate')
    throw new Refusal('badInput', { fields: { [`estates.${planned.id}.code`]: '编号前缀已被另一个小区使用' } });
  const homes = addresses.map(
    (address): HomeDocument => ({
      _id: homeIdOf(estateId, address),
      estateId,
      ...address,
      key: planned.keyHomes.includes(
        [address.building, address.unit, address.room].filter((part) => part !== '').join('-'),
      ),
    }),
  );
  await insertMissing('homes', homes, database);
  const codes = homes.map((home) => ({ home, code: codeFor(`home ${home._id}`, seal) }));
  const expiresAt = instant(epoch(now) + plan.invitations.validDays * DAY_MS);
  await insertMissing(
    'invitations',
    codes.map(
      ({ home, code }): InvitationDocument => ({
        _id: invitationId(code, seal),
        kind: 'home',
        homeId: home._id,
        usesLeft: plan.invitations.usesPerHome,
        usedBy: [],
        expiresAt,
      }),
    ),
    database,
  );
  return codes.map(({ home, code }) => ({ for: `${planned.name} ${homeText(home)}`, code, kind: 'home' }));
};

const inviteStaff = async (
  plan: FoundingPlan,
  { database, seal, now }: Foundation,
): Promise<Founded['invitations']> => {
  const expiresAt = instant(epoch(now) + plan.invitations.validDays * DAY_MS);
  const invited = plan.staff.map(({ name, posts: planned, code: chosen }) => {
    const posts = planned.map(
      ({ role, estate, department }): Post => ({
        role,
        estateId: estate as EstateId | null,
        departmentId: estate === null || department === null ? null : departmentIdOf(estate as EstateId, department),
      }),
    );
    const code = chosen ?? codeFor(`staff ${name} ${JSON.stringify(posts)}`, seal);
    const document: InvitationDocument = {
      _id: invitationId(code, seal),
      kind: 'staff',
      staffName: name,
      posts,
      usesLeft: 1,
      usedBy: [],
      expiresAt,
    };
    return { for: `${name}（${posts.map((post) => ROLES[post.role]).join('、')}）`, code, document };
  });
  await insertMissing(
    'invitations',
    invited.map(({ document }) => document),
    database,
  );
  return invited.map(({ for: whom, code }) => ({ for: whom, code, kind: 'staff' }));
};

/**
 * @param rawPlan a FoundingPlan as read from JSON
 * @throws Refusal badInput with every field that is wrong, in Chinese
 */
export const foundEstate = async (rawPlan: unknown, foundation: Foundation): Promise<Founded> => {
  const parsed = FoundingPlan.safeParse(rawPlan, { reportInput: true });
  if (!parsed.success) throw new Refusal('badInput', { fields: explainIssues(parsed.error.issues) });
  const plan = parsed.data;
  const { database } = foundation;
  const company: CompanyDocument = { _id: COMPANY_ID, name: plan.company.name };
  if ((await database.insert('companies', company)) === 'duplicate')
    await database.update('companies', COMPANY_ID, { name: plan.company.name });
  const invitations: Founded['invitations'] = [];
  for (const estate of plan.estates) invitations.push(...(await foundOneEstate(estate, plan, foundation)));
  const homes = invitations.length;
  invitations.push(...(await inviteStaff(plan, foundation)));
  forgetEstates();
  return { estates: plan.estates.length, homes, invitations };
};
