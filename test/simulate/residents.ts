/** What the simulated residents do: file, add words, urge, withdraw, read the result, answer, object, come back. */
import type { Chance } from '../../localcloud/seed/chance';
import { Refusal } from '../../types/errors';
import type { CommandName } from '../../types/commands';
import type { CommandId, ComplaintId, EstateId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { Resident, StaffMember } from './cast';
import { chanceOf, waitAround } from './chance-of';
import type { Deed } from './duties/deed';
import type { PlannedFiling } from './filings';
import type { PeopleAtWork, Surroundings, Turn } from './people-at-work';
import { DAY, HOUR, isoOf, MINUTE } from './times';

const ADDS_WORDS = 0.12;
const URGES = 0.12;
const URGES_AGAIN = 0.4;
const WITHDRAWS = 0.03;
const READS_RESULT = 0.6;
const OBJECTS = 0.05;
const COMES_BACK = 0.06;
const JOINS = 0.8;
/** Refusals that a resident meets in a normal life. */
const NORMAL = new Set(['changedMeanwhile', 'tooSoon', 'reopenWindowOver', 'unavailable']);

export class ResidentsAtHome {
  readonly #s: Surroundings;
  readonly #work: PeopleAtWork;
  readonly #filedBy = new Map<ComplaintId, { resident: Resident; chance: Chance }>();
  /** The ids of all complaints, as filed. */
  readonly filed: ComplaintId[] = [];
  readonly refusedOffers: string[] = [];

  constructor(surroundings: Surroundings, work: PeopleAtWork) {
    this.#s = surroundings;
    this.#work = work;
    work.onTurn = (id, turn, at) => this.#turn(id, turn, at);
  }

  begin(filings: readonly PlannedFiling[]): void {
    for (const filing of filings)
      this.#s.year.plan(filing.at, `filing ${filing.estate} ${filing.resident}`, (at) => this.#file(filing, at));
  }

  async #file(filing: PlannedFiling, at: number): Promise<void> {
    const { cast, line, year, seed } = this.#s;
    const chance = chanceOf(seed, 'case', filing.n);
    const id =
      filing.by === 'resident' ? await this.#byPhone(filing, at, chance) : await this.#throughStaff(filing, at);
    this.filed.push(id);
    year.onFile += 1;
    this.#work.look(id, at);
    const whose = this.#filedBy.get(id);
    if (whose === undefined) return;
    const later = (share: number, hours: number, deed: Deed, again = 0): void => {
      if (!chance.holds(share)) return;
      const when = at + 30 * MINUTE + waitAround(hours, chance) * HOUR;
      year.plan(when, id, (then) => this.#wants(id, deed, then));
      if (chance.holds(again)) year.plan(when + HOUR, id, (then) => this.#wants(id, deed, then));
    };
    later(ADDS_WORDS, 12, { name: 'addWords', input: { text: '补充一下，刚才又发生了一次。', photos: [] } });
    later(URGES, 30, { name: 'urge', input: { words: '怎么还没有人来？' } }, URGES_AGAIN);
    later(WITHDRAWS, 15, { name: 'withdraw', input: { reason: '已经自己解决了。' } });
    if (chance.holds(0.05)) await line.call(whose.resident.account, 'homeOverview', {}, at);
    if (chance.holds(0.02))
      await cast.acceptMessages(whose.resident.account, 'resident', at, 1, whose.resident.switchedOff);
  }

  async #byPhone(filing: PlannedFiling, at: number, chance: Chance): Promise<ComplaintId> {
    const { cast, line } = this.#s;
    const resident = await cast.resident(filing.estate, filing.resident, at);
    const [first, ...others] = resident.homes;
    if (first === undefined) throw new Error(`${resident.key} has no home`);
    const homeId = chance.pick([first, ...others]);
    if (filing.acceptsMessages) await cast.acceptMessages(resident.account, 'resident', at, 1, resident.switchedOff);
    const { written, wishHours } = filing;
    const joined = await this.#meToo(resident, homeId, filing, at, chance);
    if (joined !== null) {
      this.#filedBy.set(joined, { resident, chance });
      return joined;
    }
    const { id } = await line.call(
      resident.account,
      'fileComplaint',
      {
        commandId: cast.commandId() as CommandId,
        kind: written.kind,
        description: written.text,
        place: written.area === '' ? { homeId } : { area: written.area },
        homeId,
        hideIdentity: filing.hideIdentity,
        ...(written.groupSize === null ? {} : { groupSize: written.groupSize }),
        ...(wishHours === null ? {} : { wish: '希望按时处理', wishBy: isoOf(at + wishHours * HOUR) }),
      },
      at,
    );
    this.#filedBy.set(id, { resident, chance });
    return id;
  }

  /** IN-07: what is dealt with already is joined with one tap instead of being written once more. */
  async #meToo(
    resident: Resident,
    homeId: Resident['homes'][number],
    { written: { text, area } }: PlannedFiling,
    at: number,
    chance: Chance,
  ): Promise<ComplaintId | null> {
    const { cast, line } = this.#s;
    if (area === '') return null;
    const { items } = await line.call(resident.account, 'alikeIncidents', { homeId, text, area }, at);
    const [offered] = items.filter(({ joinedAs }) => joinedAs === null);
    if (offered === undefined || !chance.holds(JOINS)) return null;
    const commandId = cast.commandId() as CommandId;
    const words = chance.holds(0.4) ? '我家这边也一样。' : '';
    try {
      const { id } = await line.call(
        resident.account,
        'joinIncident',
        { commandId, incidentId: offered.id, homeId, words },
        at,
      );
      return this.filed.includes(id) ? null : id;
    } catch (error) {
      // Its result came while they were reading: they write it themselves.
      if (error instanceof Refusal && error.code === 'notInThisState') return null;
      throw error;
    }
  }

  async #throughStaff(filing: PlannedFiling, at: number): Promise<ComplaintId> {
    const { cast, line } = this.#s;
    const recorder = this.#recorder(filing);
    const resident = filing.nameless ? null : await cast.resident(filing.estate, filing.resident, at);
    const homeId = resident?.homes[0];
    const { written } = filing;
    const { id } = await line.call(
      recorder.account,
      'recordComplaint',
      {
        commandId: cast.commandId() as CommandId,
        estateId: filing.estate as EstateId,
        channel: filing.channel,
        kind: written.kind,
        description: written.text,
        place: written.area === '' && homeId !== undefined ? { homeId } : { area: written.area || '小区内' },
        caller: resident === null ? { name: '来电人', phone: '13500135000' } : {},
        hideIdentity: filing.hideIdentity,
        ...(resident === null || homeId === undefined ? {} : { residentId: resident.id, homeId }),
        ...(written.groupSize === null ? {} : { groupSize: written.groupSize }),
      },
      at,
    );
    if (resident !== null) this.#filedBy.set(id, { resident, chance: chanceOf(this.#s.seed, 'case', filing.n) });
    return id;
  }

  #recorder({ estate, by, n }: PlannedFiling): StaffMember {
    const key = by === 'desk' ? `receptionist-${(n % 3) + 1}` : `patrol-${(n % 2) + 1}`;
    return this.#s.cast.memberByKey(`${estate}-${key}`);
  }

  /** After each act: the resident may look at it, and may not be content. */
  #turn(id: ComplaintId, { state, dutyKinds }: Turn, at: number): void {
    const whose = this.#filedBy.get(id);
    if (whose === undefined) return;
    const { resident, chance } = whose;
    const { year } = this.#s;
    const asked = dutyKinds.some((kind) => kind.startsWith('answerSurvey|'));
    if (asked && resident.answers)
      year.plan(at + waitAround(9, chance) * HOUR, id, (then) => this.#wants(id, survey(chance), then));
    if (state === 'informing' && chance.holds(READS_RESULT)) {
      const why = '现场还是老样子，没有解决。';
      const deed: Deed | null = chance.holds(OBJECTS) ? { name: 'reopen', input: { why, photos: [] } } : null;
      year.plan(at + waitAround(5, chance) * HOUR, id, (then) => this.#wants(id, deed, then));
    }
    if (state === 'closed' && chance.holds(COMES_BACK)) {
      const deed: Deed = { name: 'reopen', input: { why: '过了几天又出现了。', photos: [] } };
      year.plan(at + chance.between(1, 12) * DAY + 10 * HOUR * chance.next(), id, (then) =>
        this.#wants(id, deed, then),
      );
    }
  }

  /** Opens the complaint, and does what they want if it is offered. @param deed null: only looks */
  async #wants(id: ComplaintId, deed: Deed | null, at: number): Promise<void> {
    const whose = this.#filedBy.get(id);
    if (whose === undefined) return;
    const { line, cast } = this.#s;
    const { account } = whose.resident;
    try {
      const view = await line.call(account, 'getComplaint', { id }, at);
      if (deed !== null && view.actions.includes(deed.name)) {
        const commandId = cast.commandId() as CommandId;
        const input = { ...deed.input, complaintId: id, commandId, version: view.version };
        // The envelope and this command's own input make the procedure's input.
        await line.call(account, deed.name as CommandName, input as unknown as InputOf<CommandName>, at);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!NORMAL.has(error.code))
        this.refusedOffers.push(`${id} ${account.key} ${deed?.name ?? 'look'}: ${error.code} ${error.message}`);
    }
    this.#work.look(id, at);
  }
}

const survey = (chance: Chance): Deed => {
  const content = chance.holds(0.85);
  return {
    name: 'answerSurvey',
    input: {
      solved: content,
      satisfaction: content ? chance.between(3, 5) : chance.between(1, 3),
      wantsFollowUp: !content && chance.holds(0.5),
      words: content ? '' : '只是临时弄了一下。',
      photos: [],
    },
  };
};
