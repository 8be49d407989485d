// What the bench measures: filing, a step of the work, the desk's list, the register's search.
import { randomUUID } from 'node:crypto';
import { departmentIdOf } from '../../cloudfunctions/features/estate/found-estate';
import { Chance } from '../../localcloud/seed/chance';
import { CREW } from '../../localcloud/seed/crew';
import type { EstateKey } from '../../localcloud/seed/estates';
import { MATTERS } from '../../localcloud/seed/matters/all-matters';
import { RESIDENTS } from '../../localcloud/seed/residents';
import { STAFF } from '../../localcloud/seed/staff';
import type { CommandId, ComplaintId, EstateId, HomeId, PersonId } from '../../types/ids';
import type { ComplaintView } from '../../types/views';
import type { HttpClient } from './http-client';

const WORDS = ['电梯', '车库', '保安', '垃圾', '楼道', '道闸', '装修', '监控', '业主', '孩子'] as const;
const ESTATE: EstateKey = 'chunhe';
const CHUNHE = ESTATE as EstateId;
const HOUR = 3_600_000;

/** A complaint on its way from the department to its result. */
interface InWork {
  id: ComplaintId;
  view: ComplaintView | null;
}

export class Actions {
  readonly #client: HttpClient;
  readonly #chance = new Chance(7);
  readonly #tokens = new Map<string, string>();
  readonly #homes = new Map<string, HomeId>();
  readonly #people = new Map<string, PersonId>();
  readonly #inWork: InWork[] = [];
  readonly #lanes = new Map<number, InWork>();
  /** Another one per instance: the same id with other words would be refused. */
  readonly #run = randomUUID().slice(0, 8);
  #filed = 0;

  constructor(client: HttpClient) {
    this.#client = client;
  }

  async signIn(): Promise<void> {
    for (const { key } of [...RESIDENTS, ...STAFF]) {
      const token = await this.#client.login(key);
      const me = await this.#client.call('whoAmI', {}, token);
      this.#tokens.set(key, token);
      if (me.homes[0] !== undefined) this.#homes.set(key, me.homes[0].id);
      if (me.personId !== null) this.#people.set(key, me.personId);
    }
  }

  /** A resident files; what is filed can be worked on afterwards. */
  create = async (): Promise<boolean> => {
    this.#filed += 1;
    const resident = RESIDENTS[this.#filed % RESIDENTS.length];
    const matter = MATTERS[this.#chance.between(0, MATTERS.length - 1)];
    const homeId = resident === undefined ? undefined : this.#homes.get(resident.key);
    if (resident === undefined || matter === undefined || homeId === undefined) throw new Error('nobody to file');
    const { id } = await this.#client.call(
      'fileComplaint',
      {
        commandId: `bench-${this.#run}-${this.#filed}` as CommandId,
        kind: matter.kind,
        description: `${matter.text}（第 ${this.#filed} 次反映）`,
        homeId,
        place: matter.area === '' ? { homeId } : { area: matter.area },
      },
      this.#token(resident.key),
    );
    if (resident.estate === ESTATE) this.#inWork.push({ id, view: null });
    return true;
  };

  /** 20 duties of the desk, due first on top. */
  list = async (): Promise<boolean> => {
    const { items } = await this.#desk(false);
    const dues = items.map((item) => item.due?.dueAt ?? '');
    if (items.length === 0 || dues.some((due, n) => n > 0 && due < (dues[n - 1] ?? '')))
      throw new Error('the desk is empty or not sorted by due time');
    return true;
  };

  /** The same with the numbers on the tabs, as the page asks for first. */
  listWithCounts = async (): Promise<boolean> => {
    await this.#desk(true);
    return true;
  };

  search = async (): Promise<boolean> => {
    const q = WORDS[this.#chance.between(0, WORDS.length - 1)] ?? WORDS[0];
    const { items } = await this.#client.call('register', { estateId: CHUNHE, q }, this.#token('receptionist-chen'));
    if (items.length === 0) throw new Error(`nothing found for ${q}`);
    return true;
  };

  /** The next step of a complaint of one's own: dispatch, sign, investigate, plan, sign the plan, complete, review. */
  transition = async (lane: number): Promise<boolean> => {
    const work = this.#lanes.get(lane) ?? this.#inWork.pop();
    if (work === undefined) return false;
    this.#lanes.set(lane, work);
    if (work.view === null)
      work.view = await this.#client.call('getComplaint', { id: work.id }, this.#token('supervisor-zhou'));
    work.view = await this.#step(work.view);
    if (work.view.state === 'informing') this.#lanes.delete(lane);
    return true;
  };

  /** Opens what transitions will need, so that opening isn't measured. */
  async prepare(): Promise<void> {
    for (const work of this.#inWork.slice(-200))
      work.view ??= await this.#client.call('getComplaint', { id: work.id }, this.#token('supervisor-zhou'));
  }

  #desk(withCounts: boolean) {
    return this.#client.call('desk', { limit: 20, withCounts }, this.#token('receptionist-chen'));
  }

  #token(key: string): string {
    const token = this.#tokens.get(key);
    if (token === undefined) throw new Error(`${key} is not signed in`);
    return token;
  }

  #step(view: ComplaintView): Promise<ComplaintView> {
    this.#filed += 1;
    const envelope = { complaintId: view.id, commandId: `step-${this.#run}-${this.#filed}` as CommandId };
    const crew = CREW[ESTATE];
    const keys = Object.entries(crew.heads).map(([key, head]) => ({
      id: String(departmentIdOf(CHUNHE, key)),
      key,
      head,
    }));
    const owner = keys.find(({ id }) => id === view.department?.id);
    const head = this.#token(owner?.head ?? crew.heads.engineering);
    const call = this.#client;
    switch (view.state) {
      case 'registered': {
        const { kind, category, responsibility } = view;
        const departmentId = departmentIdOf(CHUNHE, 'engineering');
        const to = { kind, category, responsibility, departmentId, note: '请按时限处理' };
        return call.call('dispatch', { ...envelope, ...to }, this.#token('receptionist-chen'));
      }
      case 'dispatched': {
        const handlerId = this.#people.get(owner?.head ?? crew.heads.engineering);
        return call.call('signFor', { ...envelope, ...(handlerId === undefined ? {} : { handlerId }) }, head);
      }
      case 'investigating': {
        if (view.investigation === null) {
          const found = { findings: '现场核实属实。', valid: true, responsibility: view.responsibility };
          return call.call('recordInvestigation', { ...envelope, ...found }, head);
        }
        if (view.plan !== null) return call.call('signPlan', envelope, this.#token(crew.manager));
        const expectedAt = new Date(Date.now() + 6 * HOUR).toISOString();
        return call.call('writePlan', { ...envelope, measures: '当日更换并复查。', expectedAt }, head);
      }
      case 'handling':
        return call.call(
          'complete',
          { ...envelope, outcome: 'fixed', result: '已更换，复查正常。', noPhotoReason: '夜间抢修，未拍照。' },
          head,
        );
      default:
        return call.call('passReview', envelope, this.#token('supervisor-zhou'));
    }
  }
}
