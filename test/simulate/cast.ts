/** Everybody in the simulated year: WeChat accounts, who holds which post when, and how they come in by the front door. */
import { foundEstate } from '../../cloudfunctions/features/estate/found-estate';
import type { Database } from '../../cloudfunctions/platform/database';
import { sealWith } from '../../cloudfunctions/platform/seal';
import { PRIVACY_NOTICE } from '../../cloudfunctions/features/people/privacy-notice';
import { TEMPLATE_CODES, TEMPLATES } from '../../domain/notice/templates';
import { dutyKeysOf, type Post } from '../../domain/people/person';
import type { LocalCloud, WeChatAccount } from '../../localcloud/cloud';
import type { DepartmentId, EstateId, HomeId, PersonId } from '../../types/ids';
import { chanceOf } from './chance-of';
import { companyOf, type PlannedHome, type PlannedStaff, type SimulatedCompany } from './estates';
import type { Line } from './line';
import { isoOf } from './times';

export interface StaffMember {
  key: string;
  id: PersonId;
  name: string;
  account: WeChatAccount;
  planned: PlannedStaff;
  posts: readonly Post[];
  /** Multiplies how long everything takes them. */
  pace: number;
  /** Leaves every duty lie. */
  idle: boolean;
}

export interface Resident {
  key: string;
  id: PersonId;
  estate: EstateId;
  homes: readonly HomeId[];
  account: WeChatAccount;
  /** Says yes in the app, but WeChat's own switch is off. */
  switchedOff: boolean;
  /** Answers surveys. */
  answers: boolean;
}

/** A duty key held by a person for a time. */
interface Tenure {
  dutyKey: string;
  person: PersonId;
  from: number;
  to: number;
}

const openid = (kind: string, key: string): string => `o${kind}${key.replaceAll('-', '')}`.padEnd(28, 'x').slice(-28);

const accountOf = (key: string, nickname: string, group: WeChatAccount['group']): WeChatAccount => ({
  key,
  nickname,
  title: nickname,
  group,
  mpOpenid: openid('MP', key),
  oaOpenid: openid('OA', key),
  unionid: openid('UN', key),
});

const IDLE_SHARE = 0.04;
const SWITCHED_OFF_SHARE = 0.08;
const SEVERAL_HOMES_SHARE = 0.1;

export class Cast {
  readonly company: SimulatedCompany;
  readonly staff: StaffMember[] = [];
  readonly residents = new Map<string, Resident>();
  readonly #arriving = new Map<string, Promise<Resident>>();
  readonly #tenures: Tenure[] = [];
  readonly #codes = new Map<string, string>();
  readonly #cloud: LocalCloud;
  readonly #database: Database;
  readonly #line: Line;
  /** On which nothing goes wrong: arriving isn't what is tried out here. */
  readonly #calmLine: Line;
  readonly #seed: number;
  #commands = 0;

  constructor(cloud: LocalCloud, database: Database, line: Line, calmLine: Line, seed: number, estates: number) {
    this.#cloud = cloud;
    this.#database = database;
    this.#line = line;
    this.#calmLine = calmLine;
    this.#seed = seed;
    this.company = companyOf(estates);
  }

  commandId(): string {
    this.#commands += 1;
    return `simulated-${String(this.#commands).padStart(7, '0')}`;
  }

  /** Founds the company and lets its staff join. */
  async found(dataKey: string, at: number): Promise<void> {
    const founded = await foundEstate(this.company.plan, {
      database: this.#database,
      seal: sealWith(dataKey),
      now: isoOf(at),
    });
    for (const { kind, for: whose, code } of founded.invitations) if (kind === 'home') this.#codes.set(whose, code);
    for (const planned of this.company.staff) this.staff.push(await this.#join(planned, at));
  }

  async #join(planned: PlannedStaff, at: number): Promise<StaffMember> {
    const account = accountOf(planned.key, planned.name, '员工');
    this.#cloud.wechat.addAccount(account);
    await this.#calmLine.call(account, 'agreeToPrivacyNotice', { version: PRIVACY_NOTICE.version }, at);
    const me = await this.#calmLine.call(account, 'joinStaff', { code: planned.code }, at);
    if (me.personId === null) throw new Error(`${planned.key} has not become a person`);
    const posts = me.posts.map(
      ({ role, estateId, departmentId }): Post => ({ role: role as Post['role'], estateId, departmentId }),
    );
    const chance = chanceOf(this.#seed, 'staff', planned.key);
    const member = {
      key: planned.key,
      id: me.personId,
      name: planned.name,
      account,
      planned,
      posts,
      pace: 0.5 + chance.next() * 1.3,
      idle: planned.posts.some(({ role }) => role === 'handler') && chance.holds(IDLE_SHARE),
    };
    for (const dutyKey of keysOf(member)) this.#tenures.push({ dutyKey, person: member.id, from: at, to: Infinity });
    await this.acceptMessages(member.account, 'staff', at, 5);
    return member;
  }

  /** Somebody's posts become these, as the administration would set them. */
  async reassign(member: StaffMember, posts: readonly Post[], at: number): Promise<void> {
    for (const tenure of this.#tenures) if (tenure.person === member.id && tenure.to > at) tenure.to = at;
    const changed = { ...member, posts };
    this.staff[this.staff.findIndex(({ id }) => id === member.id)] = changed;
    for (const dutyKey of keysOf(changed)) this.#tenures.push({ dutyKey, person: member.id, from: at, to: Infinity });
    await this.#database.update('people', member.id, {
      posts,
      dutyKeys: dutyKeysOf(changed).filter((key) => !key.startsWith('person:')),
    });
  }

  /** Who held this duty key at that moment. */
  holders(dutyKey: string, at: number): PersonId[] {
    return [
      ...new Set(
        this.#tenures.filter((t) => t.dutyKey === dutyKey && t.from <= at && at < t.to).map(({ person }) => person),
      ),
    ];
  }

  /** Whether anybody's posts changed between the two moments. */
  changedBetween(from: number, to: number): boolean {
    return this.#tenures.some((t) => (t.from > from && t.from <= to) || (t.to > from && t.to <= to));
  }

  member(id: string): StaffMember | undefined {
    return this.staff.find((member) => member.id === id);
  }

  memberByKey(key: string): StaffMember {
    const member = this.staff.find((candidate) => candidate.key === key);
    if (member === undefined) throw new Error(`nobody is called ${key}`);
    return member;
  }

  /** The person behind any id, if they have come in. */
  accountOf(id: string): WeChatAccount | undefined {
    return this.member(id)?.account ?? this.residents.get(id)?.account;
  }

  /** The resident of a home, let in at their first complaint. @param number of the estate's residents, from 0 */
  resident(estate: string, number: number, at: number): Promise<Resident> {
    const key = `${estate}-resident-${number}`;
    const known = this.#arriving.get(key) ?? this.#arrive(key, estate, number, at);
    this.#arriving.set(key, known);
    return known;
  }

  async #arrive(key: string, estate: string, number: number, at: number): Promise<Resident> {
    const chance = chanceOf(this.#seed, 'resident', key);
    const homes = this.company.homes.filter((home) => home.estate === estate);
    const account = accountOf(key, `住户${number}`, '住户');
    this.#cloud.wechat.addAccount(account);
    await this.#calmLine.call(account, 'agreeToPrivacyNotice', { version: PRIVACY_NOTICE.version }, at);
    const bound: HomeId[] = [];
    const wanted = [
      homes[number % homes.length],
      ...(chance.holds(SEVERAL_HOMES_SHARE) ? [chance.pick(some(homes))] : []),
    ];
    for (const home of wanted) {
      const code = this.#codes.get(home?.address ?? '');
      if (code === undefined) continue;
      const { home: view } = await this.#calmLine.call(account, 'bindHome', { code }, at);
      if (!bound.includes(view.id)) bound.push(view.id);
    }
    const phone = `13${String(100_000_000 + number * 97 + estate.charCodeAt(6) * 1_000_003).slice(0, 9)}`;
    const me = await this.#calmLine.call(account, 'saveContact', { name: `住户${number}`, phone }, at);
    if (me.personId === null) throw new Error(`${key} has not become a person`);
    const resident = {
      key,
      id: me.personId,
      estate: estate as EstateId,
      homes: bound,
      account,
      switchedOff: chance.holds(SWITCHED_OFF_SHARE),
      answers: chance.holds(0.6),
    };
    this.residents.set(resident.id, resident);
    return resident;
  }

  /** Yes to WeChat's question, so many times. */
  async acceptMessages(
    account: WeChatAccount,
    audience: 'resident' | 'staff',
    at: number,
    times = 1,
    switchedOff = false,
  ): Promise<void> {
    const codes = TEMPLATE_CODES.filter((code) => TEMPLATES[code].audience === audience).slice(0, 6);
    for (let n = 0; n < times; n += 1) {
      const answers = codes.map((templateId) => ({ templateId, accepted: true }));
      await this.#line.call(account, 'recordSubscribeConsent', { commandId: this.commandId(), answers }, at);
      if (!switchedOff) for (const code of codes) this.#cloud.wechat.grant(account.mpOpenid, code, 1);
    }
  }

  departmentId(estate: string, department: string): DepartmentId {
    return `${estate}.${department}` as DepartmentId;
  }
}

/** As the product builds them from posts, `person:` left out. */
const keysOf = ({ posts }: Pick<StaffMember, 'posts'>): string[] =>
  posts.map(({ role, estateId, departmentId }) => {
    const inDepartment = role === 'departmentHead' || role === 'handler';
    return `${role}@${(inDepartment ? departmentId : null) ?? estateId ?? '*'}`;
  });

const some = (homes: readonly PlannedHome[]): readonly [PlannedHome, ...PlannedHome[]] => {
  const [first, ...rest] = homes;
  if (first === undefined) throw new Error('an estate has homes');
  return [first, ...rest];
};
