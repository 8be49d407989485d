/** What the desk does every morning with the incidents 雷同事件 of its estate: confirms, describes, brings together. */
import type { Chance } from '../../localcloud/seed/chance';
import type { IncidentCard, IncidentView } from '../../types/api/incident';
import { Refusal } from '../../types/errors';
import type { CommandId } from '../../types/ids';
import type { IncidentCommandInput, IncidentCommandName } from '../../types/incident-commands';
import type { InputOf } from '../../types/procedures';
import type { StaffMember } from './cast';
import type { Deed, Look } from './duties/deed';
import { NORMAL, type PeopleAtWork, type Surroundings } from './people-at-work';
import { MINUTE } from './times';

type IncidentDeed = { [N in IncidentCommandName]: { name: N; input: IncidentCommandInput<N> } }[IncidentCommandName];

const LOOKS_INTO = 0.3;
const CONFIRMS = 0.35;
const REVOKES = 0.15;
const MORE_SIGNED = 0.4;
const DESCRIBES = 0.1;
const MERGES_INCIDENTS = 0.3;
const MERGES_COMPLAINTS = 0.6;
/** Its other incidents and complaints went on while they were reading. */
const MEANWHILE = ['badInput'] as const;

export class IncidentRounds {
  readonly #s: Surroundings;
  readonly #work: PeopleAtWork;

  constructor(surroundings: Surroundings, work: PeopleAtWork) {
    this.#s = surroundings;
    this.#work = work;
  }

  begin(): void {
    this.#work.mornings.push((member, at, chance) => this.#round(member, at, chance));
  }

  async #round(member: StaffMember, at: number, chance: Chance): Promise<void> {
    if (!member.posts.some(({ role }) => role === 'supervisor')) return;
    const { items } = await this.#s.line.call(member.account, 'incidents', {}, at);
    for (const card of items) {
      if (!chance.holds(LOOKS_INTO)) continue;
      try {
        await this.#lookInto(card, items, member, at, chance);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (!NORMAL.has(error.code) && error.code !== 'badInput' && error.code !== 'notInThisState')
          this.#work.refusedOffers.push(`${card.id} ${member.key} 雷同事件: ${error.code} ${error.message}`);
      }
    }
  }

  async #lookInto(
    card: IncidentCard,
    all: readonly IncidentCard[],
    member: StaffMember,
    at: number,
    chance: Chance,
  ): Promise<void> {
    const { line, cast } = this.#s;
    const view = await line.call(member.account, 'getIncident', { id: card.id }, at);
    const deed = deedOn(view, all, chance);
    if (deed !== null) {
      const commandId = cast.commandId() as CommandId;
      const input = { ...deed.input, incidentId: view.id, commandId, version: view.version };
      // The envelope and this command's own input make the procedure's input.
      await line.call(member.account, deed.name, input as unknown as InputOf<typeof deed.name>, at, MEANWHILE);
      await this.#seeMembers(view, member, at);
      return;
    }
    await this.#bringTogether(view, member, at, chance);
  }

  /** What was done to the incident is soon done to its complaints. */
  async #seeMembers({ id }: IncidentView, member: StaffMember, at: number): Promise<void> {
    const { items } = await this.#s.line.call(member.account, 'incidentMembers', { id }, at);
    for (const one of items) this.#work.look(one.id, at);
  }

  /** What reads like the complaint that is handled, into the incident. */
  async #bringTogether({ id, leadId }: IncidentView, member: StaffMember, at: number, chance: Chance): Promise<void> {
    if (leadId === null) return;
    const { line, year } = this.#s;
    const { complaints } = await line.call(member.account, 'alikeMatters', { complaintId: leadId }, at);
    for (const [n, other] of complaints.entries()) {
      if (!chance.holds(MERGES_COMPLAINTS)) continue;
      // By then it may have its result.
      const deed = async ({ alike }: Look): Promise<Deed | null> =>
        (await alike()).incidents.some((incident) => incident.id === id)
          ? { name: 'mergeIntoIncident', input: { incidentId: id } }
          : null;
      year.plan(at + (n + 1) * 2 * MINUTE, other.id, (then) =>
        this.#work.act(other.id, member.id, 'mergeIntoIncident', { deed }, then),
      );
    }
  }
}

const deedOn = (view: IncidentView, all: readonly IncidentCard[], chance: Chance): IncidentDeed | null => {
  const may = (name: IncidentCommandName) => view.actions.includes(name);
  if (may('confirmCollective') && view.homes > 1 && chance.holds(CONFIRMS)) {
    const people = chance.holds(MORE_SIGNED) ? { people: view.homes + chance.between(1, 14) } : {};
    return { name: 'confirmCollective', input: { ...people, note: '几户一同到服务中心反映。' } };
  }
  if (may('revokeCollective') && chance.holds(REVOKES))
    return { name: 'revokeCollective', input: { note: '核实后为各自反映。' } };
  const same = all.find(({ id, kind, category }) => id !== view.id && kind === view.kind && category === view.category);
  if (may('mergeIncidents') && same !== undefined && chance.holds(MERGES_INCIDENTS))
    return { name: 'mergeIncidents', input: { into: same.id } };
  if (may('describeIncident') && chance.holds(DESCRIBES)) {
    const { placeText, publicPlace } = view;
    return { name: 'describeIncident', input: { summary: '已安排人员处理，请留意通知', placeText, publicPlace } };
  }
  return null;
};
