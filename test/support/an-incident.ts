/**
 * An estate's complaints and their incidents for tests of the rules: people do things, and what follows between a complaint
 * and its incident is carried out until nothing is left – as the functions do it, without a database.
 */
import type { Complaint } from '../../domain/complaint/complaint';
import type { IncidentOrder, IncidentSeen } from '../../domain/complaint/command';
import { decide } from '../../domain/complaint/decide';
import { UNANSWERED_STATES } from '../../domain/complaint/lifecycle';
import { complaintOf, evolve } from '../../domain/complaint/evolve';
import { openedAsMember } from '../../domain/complaint/incident-membership';
import { decideIncident, type IncidentCommand, openedIncident } from '../../domain/incident/decide';
import { evolveIncident, incidentOf } from '../../domain/incident/evolve';
import { followUps } from '../../domain/incident/follow-ups';
import { complainants } from '../../domain/incident/group';
import { type Incident, membersOf } from '../../domain/incident/incident';
import { meTooText } from '../../domain/incident/me-too';
import { heldInRing } from '../../domain/incident/mutual-merge';
import { joiningOf, newsOf } from '../../domain/incident/news';
import { type Unsayable, unsayableOf } from '../../domain/incident/public-matter';
import { type Actor, SYSTEM } from '../../domain/people/actor';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import { calendarOf } from '../../domain/clock/calendar';
import { Refusal } from '../../types/errors';
import type { ComplaintId, HomeId, IncidentId, Instant, PersonId } from '../../types/ids';
import {
  type IncidentCommandInput,
  type IncidentCommandName,
  INCIDENT_COMMAND_INPUTS,
} from '../../types/incident-commands';
import type { SeverityReasonCode } from '../../types/vocabulary';
import { aComplaint, aProposal, estate, FRIDAY_10, receptionist, resident, type Story } from './a-complaint';

const ENDED: readonly Complaint['state'][] = ['withdrawn'];

export class IncidentWorld {
  readonly stories = new Map<ComplaintId, Story>();
  readonly incidents = new Map<IncidentId, Incident>();
  #heard = new Map<ComplaintId, number>();
  now: Instant;

  constructor(now: Instant = FRIDAY_10) {
    this.now = now;
  }

  /** One complaint of one home, registered; each of another home and person unless said otherwise. */
  complaint(name: string, changes: { home?: string; at?: Instant; description?: string } = {}): Story {
    const id = name as ComplaintId;
    const story = aComplaint({
      at: changes.at ?? this.now,
      filing: {
        id,
        number: `CH-${name}`,
        filerId: `filer-${name}` as PersonId,
        homeId: (changes.home ?? `home-${name}`) as HomeId,
        description: changes.description ?? '三栋电梯又停了，老人下不来',
      },
    });
    this.stories.set(id, story);
    this.#heard.set(id, story.complaint.events.length);
    return story;
  }

  story(name: string): Story {
    const story = this.stories.get(name as ComplaintId);
    if (story === undefined) throw new Error(`no complaint ${name}`);
    return story;
  }

  /** The incident that this complaint belongs to. */
  incidentOf(name: string): Incident {
    const id = this.story(name).complaint.incident?.id;
    const incident = id === undefined ? undefined : this.incidents.get(id);
    if (incident === undefined) throw new Error(`${name} belongs to no incident`);
    return incident;
  }

  opened(name: string, summary = '3栋电梯反复停运'): Incident {
    this.story(name).by(receptionist).does('openIncident', { summary, placeText: '3栋电梯', publicPlace: true });
    this.settle();
    return this.incidentOf(name);
  }

  /** “我也遇到”: joins from the start, with what its resident adds. */
  joined(name: string, incident: Incident, own = '', home?: string): Story {
    const story = this.complaint(name, { description: meTooText(incident.summary, own), ...(home ? { home } : {}) });
    const [filed] = story.complaint.events;
    const seen = this.seenBy(name, incident.id);
    if (filed?.type !== 'filed' || seen === null) throw new Error(`${name} can't join`);
    const { category } = incident;
    story.by(filerOf(name));
    story.complaint = complaintOf(
      openedAsMember(filed.data, aProposal(), { ...seen, category, ownWords: own }, [], story.context()),
    );
    this.#heard.set(story.complaint.id, 0);
    this.settle();
    return story;
  }

  /** The incident as a command of this complaint has to know it. */
  seenBy(name: string, id: IncidentId): IncidentSeen | null {
    return this.#seen(id, this.story(name).complaint);
  }

  merged(name: string, into: Incident): Story {
    const story = this.story(name);
    story.incident = this.#seen(into.id, story.complaint);
    story.by(receptionist).does('mergeIntoIncident', { incidentId: into.id });
    this.settle();
    return story;
  }

  /** An incident of so many homes, the first one leading: `A`, `B`, `C` … */
  alike(count: number, every: (i: number) => { at?: Instant; home?: string } = () => ({})): Incident {
    const names = Array.from({ length: count }, (_, i) => String.fromCharCode(65 + i));
    names.forEach((name, i) => {
      this.complaint(name, every(i));
    });
    const incident = this.opened('A');
    for (const name of names.slice(1)) this.merged(name, incident);
    return this.incidentOf('A');
  }

  reasons(name: string): SeverityReasonCode[] {
    return this.story(name)
      .complaint.reasons.filter((reason) => reason.struck === null)
      .map((reason) => reason.code);
  }

  tries<N extends IncidentCommandName>(
    incident: Incident,
    actor: Actor,
    name: N,
    input: IncidentCommandInput<N>,
  ): ReturnType<typeof decideIncident> {
    const command = { name, input: INCIDENT_COMMAND_INPUTS[name].parse(input) } as unknown as IncidentCommand;
    return this.#decide(incident, command, actor, `act-${incident.version}-${name}`);
  }

  does<N extends IncidentCommandName>(
    incident: Incident,
    actor: Actor,
    name: N,
    input: IncidentCommandInput<N>,
  ): Incident {
    const current = this.incidents.get(incident.id) ?? incident;
    this.#append(current, this.tries(current, actor, name, input));
    this.settle();
    return this.incidents.get(incident.id) ?? current;
  }

  /** Each is merged into the next and the last into the first, by people who saw all of them open; then what follows. */
  mergedAtOnce(...ring: readonly Incident[]): void {
    const decisions = ring.map((incident, i) => {
      const into = ring[(i + 1) % ring.length]?.id ?? incident.id;
      return { incident, decision: this.tries(incident, receptionist, 'mergeIncidents', { into }) };
    });
    for (const { incident, decision } of decisions) this.#append(incident, decision);
    this.settle();
  }

  /** What becomes of something that it hears from a complaint; nothing happens yet. */
  heard(incident: Incident, command: IncidentCommand): ReturnType<typeof decideIncident> {
    return this.#decide(incident, command, SYSTEM, `heard-${incident.version}`);
  }

  /** What was decided earlier is saved only now; then what follows. */
  saved(id: IncidentId, decision: ReturnType<typeof decideIncident>): void {
    const current = this.incidents.get(id);
    if (current === undefined) throw new Error(`no incident ${id}`);
    this.#append(current, decision);
    this.settle();
  }

  /** Everything that follows, until nothing is left. */
  settle(): void {
    for (let round = 0; round < 20; round += 1) if (!this.#tell() && !this.#pay()) return;
    throw new Error('what follows never ends');
  }

  #seen(id: IncidentId, joins: Complaint): IncidentSeen | null {
    const incident = this.incidents.get(id);
    if (incident === undefined) return null;
    const { estateId, state, summary } = incident;
    const leadSeverity =
      (incident.leadId === null ? null : this.stories.get(incident.leadId)?.complaint.severity) ?? null;
    const homes = complainants([...membersOf(incident), joiningOf(joins)]);
    return { id, estateId, state, summary, homes, leadSeverity };
  }

  #decide(incident: Incident, command: IncidentCommand, actor: Actor, commandId: string) {
    const other =
      command.name === 'mergeIncidents' ? (this.incidents.get(command.input.into as IncidentId) ?? null) : null;
    return decideIncident(incident, command, {
      ...this.#context(actor, commandId),
      other,
      unsayable: this.#unsayableOf(incident),
    });
  }

  #unsayableOf({ members }: Incident): Unsayable {
    const all = members.map(({ complaintId }) => {
      const { complaint, names } = this.story(complaintId);
      return unsayableOf(complaint, names);
    });
    return {
      said: all.flatMap(({ said }) => said),
      names: all.flatMap(({ names }) => names),
      rooms: all.flatMap(({ rooms }) => rooms),
    };
  }

  #context(actor: Actor, commandId: string) {
    const policy = DEFAULT_POLICY;
    return { now: this.now, commandId, inputDigest: null, actor, policy, calendar: calendarOf(policy), estate };
  }

  #append(incident: Incident, decision: ReturnType<typeof decideIncident>): void {
    if (decision instanceof Refusal) throw decision;
    this.incidents.set(
      incident.id,
      decision.reduce<Incident>((sum, event) => evolveIncident(sum, event), incident),
    );
  }

  /** What the complaints have to tell their incidents; true when there was anything. */
  #tell(): boolean {
    let told = false;
    for (const [id, story] of this.stories) {
      const heard = this.#heard.get(id) ?? 0;
      this.#heard.set(id, story.complaint.events.length);
      story.complaint.events.reduce<Complaint | null>((sum, event, i) => {
        const after = evolve(sum, event);
        if (i < heard) return after;
        if (event.type === 'incidentLed') {
          const { incidentId, ...description } = event.data;
          const { companyId, estateId, policyVersion, kind, category } = after;
          const opening = { id: incidentId, companyId, estateId, policyVersion, kind, category, ...description };
          this.incidents.set(
            incidentId,
            incidentOf(
              openedIncident(
                { ...opening, lead: joiningOf(after) },
                event.by,
                this.#context(SYSTEM, `opened-${event.id}`),
              ),
            ),
          );
          told = true;
        }
        for (const { incidentId, commandId, command } of newsOf(after, event)) {
          const incident = this.incidents.get(incidentId);
          if (incident === undefined) throw new Error(`no incident ${incidentId}`);
          const whole = command.name === 'memberLeft' ? { ...command, successors: this.#waiting(incidentId) } : command;
          const decision = this.#decide(incident, whole, SYSTEM, commandId);
          if (!(decision instanceof Refusal)) this.#append(incident, decision);
          told = true;
        }
        return after;
      }, null);
    }
    return told;
  }

  #waiting(id: IncidentId): ComplaintId[] {
    return [...this.stories.values()]
      .filter(({ complaint }) => complaint.incident?.id === id && complaint.state === 'merged')
      .map(({ complaint }) => complaint.id);
  }

  /** What the incidents owe their complaints; true when there was anything. */
  #pay(): boolean {
    let paid = false;
    for (const incident of this.incidents.values()) {
      if (incident.mergedInto !== null && this.#undoMutualMerge(incident)) return true;
      const members = [...this.stories.values()]
        .filter(({ complaint }) => complaint.incident?.id === incident.id && !ENDED.includes(complaint.state))
        .map(({ complaint }) => ({
          id: complaint.id,
          state: complaint.state,
          reasons: complaint.reasons.filter((r) => r.struck === null && r.incidentId !== null).map((r) => r.code),
        }));
      for (const order of followUps(incident, members, DEFAULT_POLICY, calendarOf(DEFAULT_POLICY)))
        paid = this.#give(order.complaintId, order.commandId, order.command) || paid;
    }
    return paid;
  }

  /** True when there was a ring to open. */
  #undoMutualMerge(incident: Incident): boolean {
    const way = [incident];
    for (let next = incident.mergedInto; next !== null && !way.some(({ id }) => id === next); ) {
      const other = this.incidents.get(next);
      if (other === undefined) throw new Error(`no incident ${next}`);
      way.push(other);
      next = other.mergedInto;
    }
    const held = heldInRing(way);
    if (held === null || held.mergedInto === null) return false;
    const lead = held.leadId === null ? undefined : this.stories.get(held.leadId);
    const leading = lead !== undefined && UNANSWERED_STATES.includes(lead.complaint.state) ? [lead.complaint.id] : [];
    const leaders = [...leading, ...this.#waiting(held.id)];
    const command = { name: 'undoMerge', into: held.mergedInto, leaders } as const;
    this.#append(held, this.#decide(held, command, SYSTEM, `merge-undone-${held.version}`));
    return true;
  }

  #give(id: ComplaintId, commandId: string, command: IncidentOrder): boolean {
    const story = this.story(id);
    if (story.complaint.events.some((event) => event.commandId === commandId)) return false;
    const incident = 'to' in command ? this.#seen(command.to, story.complaint) : null;
    const decision = decide(story.complaint, command, {
      ...this.#context(SYSTEM, commandId),
      handlers: [],
      lot: null,
      incident,
      earlier: [],
      praised: null,
      names: [],
      newIncidentId: 'none' as IncidentId,
    });
    if (decision instanceof Refusal) throw decision;
    story.complaint = decision.reduce<Complaint>((sum, event) => evolve(sum, event), story.complaint);
    return decision.length > 0;
  }
}

export const anEstate = (now?: Instant): IncidentWorld => new IncidentWorld(now);

/** The resident of a complaint of this world. */
export const filerOf = (name: string): Actor & { id: PersonId } => ({ ...resident, id: `filer-${name}` as PersonId });
