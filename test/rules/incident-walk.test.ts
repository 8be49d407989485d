/**
 * Random walks over several complaints and their incidents: anybody tries anything, time passes, clocks elapse. What is lawful
 * – how many they are, who is told, who waits for whom – is counted here by hand. `WALK=<number>` repeats one alone.
 */
import type { Complaint } from '../../domain/complaint/complaint';
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { incidentOf } from '../../domain/incident/evolve';
import { type Incident, membersOf } from '../../domain/incident/incident';
import { isOffered } from '../../domain/incident/public-matter';
import { concerned, filedIt } from '../../domain/people/policy';
import { Chance } from '../../localcloud/seed/chance';
import { COMMAND_NAMES, type CommandInput, type CommandName } from '../../types/commands';
import { Refusal } from '../../types/errors';
import type { IncidentId, Instant } from '../../types/ids';
import {
  INCIDENT_COMMAND_NAMES,
  type IncidentCommandInput,
  type IncidentCommandName,
} from '../../types/incident-commands';
import { engineering, FRIDAY_10, order, type Story } from '../support/a-complaint';
import { anEstate, filerOf, type IncidentWorld } from '../support/an-incident';
import { anyInput, type Choices, NOTHING } from '../support/any-input';
import { PEOPLE, type Somebody } from '../support/everybody';
import { mayByTheRulebook, mayOnIncident } from '../support/who-may';

const WALKS = 26;
const STEPS = 130;
const SEED = 20_261_122;
const WEEK_OFF_AT = 110;
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** All of a walk lies within the month that makes them alike. */
const DAY_MS = 86_400_000;

const SELDOM: ReadonlySet<CommandName> = new Set(['addNote', 'addWords', 'urge', 'withdraw', 'strikeEntry', 'archive']);
const BEING_HANDLED: ReadonlySet<string> = new Set([
  'registered',
  'dispatched',
  'investigating',
  'handling',
  'reviewing',
]);
const OVER: ReadonlySet<string> = new Set(['withdrawn', 'archived']);
const JUDGED: ReadonlySet<string> = new Set(['reviewing', 'informing', 'callback', 'closed', 'archived', 'merged']);

/** Complainants by hand: whoever shares a home or an account with another is the same. */
function countedByHand(complaints: readonly Complaint[]): number {
  const left = [...complaints];
  let groups = 0;
  while (left.length > 0) {
    groups += 1;
    const group = left.splice(0, 1);
    for (let grown = true; grown; ) {
      const near = left.findIndex((one) =>
        group.some(
          (other) =>
            (one.homeId !== null && one.homeId === other.homeId) ||
            (one.filerId !== null && one.filerId === other.filerId),
        ),
      );
      grown = near >= 0;
      if (grown) group.push(...left.splice(near, 1));
    }
  }
  return groups;
}

const oneOf = <T>(chance: Chance, all: readonly T[]): T => {
  const found = all[chance.between(0, all.length - 1)];
  if (found === undefined) throw new Error('there is none');
  return found;
};

class Walk {
  readonly chance: Chance;
  readonly world: IncidentWorld = anEstate();
  readonly done: string[] = [];
  accepted = 0;
  #now = FRIDAY_10;

  constructor(number: number) {
    this.chance = new Chance(SEED + number);
    for (const name of NAMES.slice(0, 3)) this.#files(name);
  }

  get stories(): readonly Story[] {
    return [...this.world.stories.values()];
  }

  get #incidents(): readonly Incident[] {
    return [...this.world.incidents.values()];
  }

  #files(name: string): void {
    const home = this.chance.holds(0.2) ? 'home-A' : `home-${name}`;
    const open = this.#incidents.filter(isOffered);
    if (open.length > 0 && this.chance.holds(0.6)) {
      const incident = open[this.chance.between(0, open.length - 1)];
      if (incident === undefined) return;
      this.done.push(`${this.#now} ${name} joins ${incident.id}`);
      this.world.joined(name, incident, this.chance.holds(0.5) ? '我家这边也是' : '', home);
    } else {
      this.done.push(`${this.#now} ${name} is filed`);
      this.world.complaint(name, { home });
    }
    this.#check();
  }

  #passes(minutes: number): void {
    this.#now = new Date(Date.parse(this.#now) + minutes * 60_000).toISOString();
    this.world.now = this.#now;
    for (const story of this.stories) story.at(this.#now);
  }

  /** A week and a day in which nobody does anything; then quality archives what is closed (CB-09). */
  waits(): void {
    this.#passes(8 * 24 * 60);
    this.#elapses();
    const keeper = PEOPLE.find(({ id }) => id === 'quality');
    for (const story of this.stories)
      if (keeper !== undefined && story.complaint.state === 'closed') this.#tries(story, keeper, 'archive');
  }

  step(): void {
    const { chance } = this;
    this.#passes(chance.holds(0.8) ? chance.between(1, 60) : chance.between(60, 900));
    const dice = chance.next();
    const next = NAMES[this.world.stories.size];
    if (dice < 0.05 && next !== undefined) return this.#files(next);
    if (dice < 0.1) return this.#onIncident();
    if (dice < 0.18) return this.#elapses();
    // Mostly what somebody has to do something about.
    const handled = this.stories.filter(({ complaint }) => dutiesOf(complaint).length > 0);
    const among = handled.length > 0 && chance.holds(0.75) ? handled : this.stories;
    const story = among[chance.between(0, among.length - 1)];
    if (story !== undefined) this.#onComplaint(story);
  }

  #elapses(): void {
    for (const story of this.stories) {
      const { complaint } = story;
      if (OVER.has(complaint.state) || complaint.state === 'received') continue;
      const until = complaint.callback?.surveyUntil ?? null;
      if (complaint.state === 'callback' && until !== null && until <= this.#now) story.system({ name: 'surveyLapse' });
      else if (complaint.state === 'informing' && this.chance.holds(0.6))
        story.system({ name: 'resultReached', how: 'message' });
      else story.clockRuns();
    }
    this.done.push(`${this.#now} the clock runs`);
    this.world.settle();
    this.#check();
  }

  #onIncident(): void {
    const { chance } = this;
    const open = this.#incidents.filter(({ state }) => state === 'open');
    if (open.length > 1 && chance.holds(0.3)) {
      const ring = open.slice(0, chance.between(2, Math.min(3, open.length)));
      this.done.push(`${this.#now} merged at once: ${ring.map(({ id }) => id).join()}`);
      this.world.mergedAtOnce(...ring);
      this.accepted += 1;
      return this.#check();
    }
    const incident = this.#incidents[chance.between(0, Math.max(0, this.#incidents.length - 1))];
    if (incident === undefined) return;
    const name = oneOf(chance, INCIDENT_COMMAND_NAMES);
    const supervisor = PEOPLE.find(({ id }) => id === 'supervisor');
    const actor = supervisor !== undefined && chance.holds(0.5) ? supervisor : chance.pick(PEOPLE);
    const inputs: { [N in IncidentCommandName]: IncidentCommandInput<N> } = {
      confirmCollective: { note: '联名信', ...(chance.holds(0.3) ? { people: chance.between(2, 12) } : {}) },
      revokeCollective: { note: '各自反映' },
      describeIncident: { summary: '客梯多次停运', publicPlace: chance.holds(0.8) },
      mergeIncidents: { into: (open[0] ?? incident).id },
    };
    this.done.push(`${this.#now} ${actor.id} ${name} ${incident.id} ${JSON.stringify(inputs[name])}`);
    const answer = this.world.tries(incident, actor, name, inputs[name]);
    if (answer instanceof Refusal) return;
    expect([name, actor.id, mayOnIncident(name, actor, incident.estateId)]).toEqual([name, actor.id, true]);
    this.accepted += 1;
    this.world.saved(incident.id, answer);
    this.#check();
  }

  #at(minutes: number): Instant {
    return new Date(Date.parse(this.#now) + minutes * 60_000).toISOString();
  }

  #choices({ complaint }: Story): Choices {
    const ids = this.#incidents.map(({ id }) => id);
    return {
      incidentId: (c) => ids[c.between(0, Math.max(0, ids.length - 1))] ?? 'none',
      summary: () => '客梯反复停运',
      departmentId: (c) => c.pick([engineering, order]),
      handlerId: (c) => c.pick(PEOPLE).id,
      personId: (c) => c.pick(PEOPLE).id,
      expectedAt: (c) => this.#at(c.between(60, 3000)),
      dueAt: (c) => this.#at(c.between(60, 3000)),
      until: (c) => this.#at(c.between(60, 3000)),
      recordedAt: (c) => this.#at(-c.between(0, 30)),
      photos: () => [],
      signature: () => NOTHING,
      subtaskId: (c) => complaint.subtasks[c.between(0, Math.max(0, complaint.subtasks.length - 1))]?.id ?? 'none',
      round: () => complaint.round,
      kind: () => 'complaint',
      outcome: () => 'fixed',
      entryId: (c) => {
        const entries = complaint.events.filter((e) => e.type === 'progressed' || e.type === 'noted');
        return entries[c.between(0, Math.max(0, entries.length - 1))]?.id ?? 'none';
      },
    };
  }

  #onComplaint(story: Story): void {
    const { chance } = this;
    const { complaint } = story;
    const people: readonly Somebody[] = [...PEOPLE, { ...filerOf(complaint.id), homes: [] }];
    const able = people.flatMap((p) => possibleCommands(complaint, p).map((name) => ({ p, name })));
    const lively = able.filter(({ name }) => !SELDOM.has(name));
    const names = [...new Set((chance.holds(0.9) ? lively : able).map(({ name }) => name))];
    const duty = dutiesOf(complaint)[0]?.command;
    const wanted =
      able.some((a) => a.name === duty) && chance.holds(0.6) ? duty : names[chance.between(0, names.length - 1)];
    const by = able.filter((a) => a.name === wanted);
    const chosen = by[chance.between(0, by.length - 1)];
    const { p: actor, name } =
      chosen !== undefined && chance.holds(0.9)
        ? chosen
        : { p: oneOf(chance, people), name: oneOf(chance, COMMAND_NAMES) };
    this.#tries(story, actor, name);
  }

  #tries(story: Story, actor: Somebody, name: CommandName): void {
    const { complaint } = story;
    const input = anyInput(name, this.chance, this.#choices(story)) as Partial<CommandInput<typeof name>>;
    this.done.push(
      `${this.#now} ${actor.id} ${name} on ${complaint.id} in ${complaint.state} ${JSON.stringify(input)}`,
    );
    // A stranger is not even told that it exists.
    if (!filedIt.test(actor, complaint) && !concerned.test(actor, complaint)) return;
    const asked = name === 'signForSubtask' ? complaint.subtasks.map(({ departmentId }) => departmentId) : [];
    story.handlers = PEOPLE.filter((p) =>
      p.posts.some(
        ({ departmentId }) => departmentId !== null && [complaint.departmentId, ...asked].includes(departmentId),
      ),
    ).map(({ id, staffName }) => ({ id, name: staffName }));
    story.incident = 'incidentId' in input ? this.world.seenBy(complaint.id, input.incidentId as IncidentId) : null;
    story.by(actor);
    if (story.tries(name, input) instanceof Refusal) return;
    const before = complaint.events;
    story.does(name, input);
    if (story.complaint.events.length === before.length) return;
    expect([name, actor.id, mayByTheRulebook(name, actor, before)]).toEqual([name, actor.id, true]);
    this.accepted += 1;
    this.world.settle();
    this.#check();
  }

  #check(): void {
    for (const incident of this.#incidents) this.#checkIncident(incident);
    for (const { complaint } of this.stories) this.#checkComplaint(complaint);
  }

  /** Who belongs to it, by what the complaints say of themselves. */
  #belonging({ id }: Incident): Complaint[] {
    return this.stories
      .map(({ complaint }) => complaint)
      .filter((c) => c.incident?.id === id && c.state !== 'withdrawn');
  }

  #checkIncident(incident: Incident): void {
    const members = this.#belonging(incident);
    const said = `${incident.id} ${incident.state}`;
    expect([
      said,
      membersOf(incident)
        .map((m) => m.complaintId)
        .sort(),
    ]).toEqual([said, members.map((c) => c.id).sort()]);
    const waiting = members.filter(({ state }) => state === 'merged');
    const leading = members.filter((c) => c.incident?.leads === true);
    if (incident.state === 'merged') expect([said, members]).toEqual([said, []]);
    if (incident.state !== 'open') expect([said, waiting.map(({ id }) => id)]).toEqual([said, []]);
    // Nobody waits for nobody: exactly one is handled for all of them.
    if (incident.state === 'open') {
      expect([said, leading.map(({ id }) => id)]).toEqual([said, [incident.leadId]]);
      for (const lead of leading)
        expect([said, lead.state, BEING_HANDLED.has(lead.state)]).toEqual([said, lead.state, true]);
    }
    // SV-22 of so many homes, SV-14 or SV-04 of so many people that the supervisor confirmed; nothing else by its number.
    const homes = countedByHand(members.filter(({ kind }) => kind === 'complaint' || kind === 'repair'));
    const size = Math.max(countedByHand(members), incident.collective?.people ?? 0);
    const together = incident.collective === null ? [] : size >= 10 ? ['SV-04'] : size >= 3 ? ['SV-14'] : [];
    const expected: readonly string[] =
      incident.state === 'merged' ? [] : [...(homes >= 3 ? ['SV-22'] : []), ...together];
    for (const member of members.filter(({ state }) => state !== 'closed' && !OVER.has(state))) {
      const held = member.reasons.filter(({ struck }) => struck === null);
      const byNumber = held.filter(({ incidentId }) => incidentId !== null).map(({ code }) => code as string);
      const of = `${said}: ${member.id} ${member.state}, ${homes} homes, ${size} people`;
      expect([of, byNumber.filter((code) => !expected.includes(code))]).toEqual([of, []]);
      const missing = expected.filter((code) => {
        const known = member.reasons.filter((reason) => reason.code === code);
        const struckByPerson = known.at(-1)?.struck?.by.personId !== 'system' && known.at(-1)?.struck !== null;
        return !held.some((reason) => reason.code === code) && !(known.length > 0 && struckByPerson);
      });
      expect([of, missing]).toEqual([of, []]);
    }
  }

  #checkComplaint(complaint: Complaint): void {
    const { id, state, incident, reasons, events, clocks } = complaint;
    const said = `${id} ${state}`;
    const last = events.at(-1);
    if (incident === null)
      expect([said, reasons.filter((r) => r.struck === null && r.incidentId !== null)]).toEqual([said, []]);
    if (state === 'merged') {
      expect([said, this.world.incidents.get(incident?.id as IncidentId)?.state]).toEqual([said, 'open']);
      expect([said, complaint.waiting]).toEqual([said, null]);
      const hurried = clocks.filter((c) => c.stoppedAt === undefined && !/resolution|Notice/.test(c.kind));
      expect([said, hurried.map(({ kind }) => kind)]).toEqual([said, []]);
    }
    // DP-04: nothing that was asked of another department is left open on what is done or has gone elsewhere.
    const asked = new Set<string>();
    for (const event of events) {
      if (event.type === 'subtaskAsked') asked.add(event.data.subtaskId);
      if (event.type === 'subtaskDone' || event.type === 'subtaskWithdrawn') asked.delete(event.data.subtaskId);
    }
    if (JUDGED.has(state)) expect([said, [...asked]]).toEqual([said, []]);
    // IF-01: whoever got a result, their own or the incident's, was told before it was over for them.
    let told = true;
    for (const event of events) {
      if (event.type === 'reviewPassed' || event.type === 'resultShared') told = false;
      if (event.type === 'informed' || event.type === 'answerUnread' || event.type === 'reopened') told = true;
      if (event.type === 'closed' || event.type === 'callbackPlanned' || event.type === 'calledBack')
        expect([said, event.type, told]).toEqual([said, event.type, true]);
    }
    if (last?.type === 'archived') expect([said, clocks.filter((c) => c.stoppedAt === undefined)]).toEqual([said, []]);
    this.#checkWaiting(said, complaint);
  }

  /** CK-05: nothing of the resolution elapses while it is waited for the resident; three times and seven days at most. */
  #checkWaiting(said: string, { events }: Complaint): void {
    const waits: { round: number; from: Instant; to: Instant }[] = [];
    let from: Instant | null = null;
    let round = 1;
    for (const event of events) {
      if (event.type === 'reopened') round = event.data.round;
      if (event.type === 'paused') from = event.at;
      if (from !== null && (event.type === 'resumed' || event.type === 'withdrawn' || event.type === 'completed')) {
        waits.push({ round, from, to: event.at });
        from = null;
      }
    }
    if (from !== null) waits.push({ round, from, to: this.#now });
    for (const event of events)
      if ((event.type === 'clockWarned' || event.type === 'clockMissed') && event.data.clock === 'resolution')
        for (const wait of waits) {
          // It ends by itself when its time is up, which may be noticed only later (CK-07).
          const ends = events.find((e) => e.type === 'paused' && e.at === wait.from);
          const to = ends?.type === 'paused' && ends.data.endsBy < wait.to ? ends.data.endsBy : wait.to;
          const within = event.data.trueAt > wait.from && event.data.trueAt < to;
          expect([said, event.data, within]).toEqual([said, event.data, false]);
        }
    for (const each of new Set(waits.map((wait) => wait.round))) {
      const own = waits.filter((wait) => wait.round === each);
      expect([said, own.length <= 3]).toEqual([said, true]);
    }
  }

  checkWhole(): void {
    for (const incident of this.#incidents) {
      expect(incidentOf(JSON.parse(JSON.stringify(incident.events)))).toEqual(JSON.parse(JSON.stringify(incident)));
      expect(new Set(incident.events.map(({ id }) => id)).size).toBe(incident.events.length);
    }
    expect(Date.parse(this.#now) - Date.parse(FRIDAY_10)).toBeLessThan(30 * DAY_MS);
  }
}

test('[SV-04, SV-14, SV-22, IF-01, DP-04, CK-05, IN-07] whoever joins, merges, splits and withdraws: all are counted, handled by one, and told on their own', () => {
  const only = process.env.WALK;
  const numbers = only === undefined ? Array.from({ length: WALKS }, (_, i) => i) : [Number(only)];
  const seen = new Set<string>();
  let accepted = 0;
  for (const number of numbers) {
    const walk = new Walk(number);
    try {
      for (let i = 0; i < STEPS; i += 1) {
        if (i === WEEK_OFF_AT) walk.waits();
        walk.step();
      }
      walk.checkWhole();
    } catch (error) {
      const story = walk.done.slice(-14).join('\n');
      throw new Error(`walk ${number} (repeat it with WALK=${number}), the last steps:\n${story}\n${String(error)}`, {
        cause: error,
      });
    }
    accepted += walk.accepted;
    for (const { complaint } of walk.stories) for (const { type } of complaint.events) seen.add(type);
    for (const { events } of walk.world.incidents.values()) for (const { type } of events) seen.add(`incident ${type}`);
  }
  if (only !== undefined) return;
  expect(accepted).toBeGreaterThan((WALKS * STEPS) / 4);
  // They get about: every way into an incident and out of it, help, waiting, archiving.
  const rare = [
    ...[
      'incidentLed',
      'incidentJoined',
      'mergedInto',
      'splitOff',
      'incidentLeft',
      'leadTaken',
      'resultShared',
      'withdrawn',
    ],
    ...[
      'subtaskAsked',
      'subtaskSigned',
      'subtaskDone',
      'subtaskWithdrawn',
      'paused',
      'resumed',
      'archived',
      'reopened',
    ],
    ...['opened', 'joined', 'left', 'led', 'mergedInto', 'mergeUndone', 'dissolved', 'resultFound', 'resumed'].map(
      (type) => `incident ${type}`,
    ),
    ...['described', 'collectiveConfirmed', 'collectiveRevoked'].map((type) => `incident ${type}`),
  ];
  expect(rare.filter((type) => !seen.has(type))).toEqual([]);
}, 240_000);
