/**
 * Random walks: anybody tries anything on a complaint, at any time, with any input, and the clock runs in between. Whatever
 * happens, the complaint stays lawful. What is lawful is said here and in who-may.ts by hand, not read from the tables.
 * A failure names its walk; `WALK=<number>` repeats it alone.
 */
import { projectionOf } from '../../cloudfunctions/features/complaint/complaint-document';
import { calendarOf } from '../../domain/clock/calendar';
import { isRunning } from '../../domain/clock/clock';
import { toldAt } from '../../domain/clock/ladder';
import { answerReadUntil } from '../../domain/complaint/answers';
import type { Complaint } from '../../domain/complaint/complaint';
import type { Command, Context, PersonCommand } from '../../domain/complaint/command';
import { decide, open, possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import type { ComplaintEvent } from '../../domain/complaint/events';
import { complaintOf, evolve } from '../../domain/complaint/evolve';
import { type Actor, SYSTEM } from '../../domain/people/actor';
import { dutyKeysOf } from '../../domain/people/person';
import { concerned, filedIt } from '../../domain/people/policy';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import { Chance } from '../../localcloud/seed/chance';
import { COMMAND_INPUTS, COMMAND_NAMES, type CommandName } from '../../types/commands';
import { Refusal } from '../../types/errors';
import type { DepartmentId, PersonId } from '../../types/ids';
import type { Signal, State } from '../../types/vocabulary';
import { aComplaint, aProposal, engineering, estate, FRIDAY_10, order } from '../support/a-complaint';
import { anyInput, type Choices, NOTHING } from '../support/any-input';
import { farEngineering, filer, PEOPLE, type Somebody } from '../support/everybody';
import { factsOf, mayByTheRulebook } from '../support/who-may';

const WALKS = 50;
const STEPS = 60;
const SEED = 20_261_121;

const calendar = calendarOf(DEFAULT_POLICY);
const BASE = aComplaint();
/** Every address under which a duty finds somebody. */
const HELD: ReadonlySet<string> = new Set(PEOPLE.flatMap((p) => dutyKeysOf(p)));

/** Which state may follow which, from the rulebook's chapters 2 to 6. Staying is always allowed. */
const NEXT: Record<State, readonly State[]> = {
  received: ['registered', 'dispatched', 'withdrawn', 'merged', 'closed'],
  registered: ['dispatched', 'withdrawn', 'merged', 'informing', 'reviewing', 'closed'],
  dispatched: ['investigating', 'registered', 'withdrawn', 'merged', 'reviewing'],
  investigating: ['handling', 'withdrawn', 'reviewing', 'registered', 'merged', 'dispatched'],
  handling: ['reviewing', 'withdrawn', 'merged', 'dispatched'],
  reviewing: ['informing', 'handling', 'investigating', 'closed'],
  informing: ['callback', 'closed', 'dispatched', 'registered'],
  callback: ['closed', 'dispatched', 'registered'],
  closed: ['dispatched', 'registered', 'archived'],
  archived: [],
  withdrawn: ['archived'],
  merged: ['registered', 'dispatched', 'archived'],
};
const OPEN: ReadonlySet<string> = new Set([
  'received',
  'registered',
  'dispatched',
  'investigating',
  'handling',
  'reviewing',
  'informing',
  'callback',
]);
const GIVEN: ReadonlySet<string> = new Set(['investigating', 'handling']);

/** Rulebook §3: the level stands in the reason's first digit. */
const levelOf = (complaint: Complaint): string | null => {
  if (complaint.kind !== 'complaint' && complaint.kind !== 'repair') return null;
  const firstDigits = complaint.reasons.filter((r) => r.struck === null).map((r) => r.code.charAt(3));
  return firstDigits.includes('0')
    ? 'major'
    : firstDigits.includes('1')
      ? 'hot'
      : firstDigits.includes('2')
        ? 'important'
        : 'ordinary';
};

/** Possible nearly always: they would crowd out the rest, or end the walk. */
const SELDOM: ReadonlySet<string> = new Set(['addNote', 'addWords', 'urge', 'withdraw']);

class Walk {
  readonly chance: Chance;
  complaint: Complaint;
  now = FRIDAY_10;
  readonly done: string[] = [];
  accepted = 0;
  #commands = 0;
  readonly #vacant: ReadonlySet<string>;

  constructor(readonly number: number) {
    this.chance = new Chance(SEED + number);
    // In some estates a post is not held by anybody.
    const posts = ['receptionist', 'supervisor', 'patrol', 'manager', 'departmentHead', 'quality'] as const;
    this.#vacant = new Set(this.chance.holds(0.3) ? [this.chance.pick(posts)] : []);
    const filedBy = this.chance.holds(0.1) ? this.#named('staffWhoFiled') : filer;
    const recorded = this.chance.holds(0.25);
    const signals: Signal[] = this.chance.holds(0.3)
      ? [this.chance.pick(['lawsuit', 'strong_emotion', 'safety_hazard', 'injury_or_loss'] as const)]
      : [];
    const { context } = this.#context(filedBy);
    const base = BASE.complaint.events[0];
    if (base?.type !== 'filed') throw new Error('a filed complaint was expected');
    this.complaint = complaintOf(
      open(
        {
          ...base.data,
          kind: this.chance.pick(['complaint', 'complaint', 'complaint', 'repair', 'inquiry', 'suggestion', 'praise']),
          filerId: this.chance.holds(0.85) ? filedBy.id : null,
          homeId: this.chance.holds(0.85) ? base.data.homeId : null,
          groupSize: this.chance.holds(0.2) ? this.chance.between(2, 12) : null,
          keyCustomer: this.chance.holds(0.15),
          wishBy: this.chance.holds(0.2) ? this.#at(this.chance.between(-600, 6000)) : null,
          firstContact: recorded ? { personId: 'handler' as PersonId, name: 'handler' } : null,
        },
        aProposal({
          severity: signals.map((signal) => ({ signal, evidence: signal })),
          category: { value: 'lift', confidence: this.chance.holds(0.4) ? 0.95 : 0.5, runnerUp: 'facility' },
        }),
        { confirmed: !recorded, byRole: 'resident' },
        context,
      ),
    );
    this.#check(this.complaint, null, null, this.complaint.events);
  }

  #named(id: string): Somebody {
    return PEOPLE.find((p) => p.id === id) ?? filer;
  }

  #at(minutes: number): string {
    return new Date(Date.parse(this.now) + minutes * 60_000).toISOString();
  }

  #context(actor: Actor): { context: Context; id: string } {
    this.#commands += 1;
    const id = `${actor.id}.${this.number}-${this.#commands}`;
    const owner = this.complaint?.departmentId ?? null;
    const context: Context = {
      ...BASE.context(),
      now: this.now,
      commandId: id,
      actor,
      policy: DEFAULT_POLICY,
      calendar,
      estate,
      handlers: PEOPLE.filter((p) => owner !== null && p.posts.some((post) => post.departmentId === owner)).map(
        ({ id: personId, staffName }) => ({ id: personId, name: staffName }),
      ),
      lot: { drawn: this.chance.holds(0.6), position: this.#commands, recentlySurveyed: this.chance.holds(0.2) },
    };
    return { context, id };
  }

  #choices(): Choices {
    const ids = (field: string): unknown[] => idsIn(this.complaint, field);
    return {
      departmentId: (c) => c.pick([engineering, order, engineering, farEngineering]),
      handlerId: (c) => c.pick(PEOPLE).id,
      personId: (c) => c.pick(PEOPLE).id,
      expectedAt: (c) => this.#at(c.between(-200, 6000)),
      dueAt: (c) => this.#at(c.between(-200, 6000)),
      until: (c) => this.#at(c.between(-200, 6000)),
      recordedAt: (c) => this.#at(c.between(-600, 0)),
      photos: () => [],
      signature: () => NOTHING,
      subtaskId: (c) =>
        ids('subtasks').length === 0 ? 'none' : ids('subtasks')[c.between(0, ids('subtasks').length - 1)],
      round: () => this.complaint.round,
      entryId: (c) => {
        const entries = this.complaint.events.filter((e) => e.type === 'progressed' || e.type === 'noted');
        return entries[c.between(0, Math.max(0, entries.length - 1))]?.id ?? 'none';
      },
    };
  }

  /** One thing that somebody does, or that the system does, or time that passes. */
  step(): void {
    const { chance } = this;
    if (chance.holds(0.75)) this.now = this.#at(chance.between(0, 90));
    else if (chance.holds(0.15)) this.now = this.#at(chance.between(1000, 12_000));
    const dice = chance.next();
    if (dice < 0.22) return this.#system();
    // Mostly what is possible, often the very duty, by somebody who may; sometimes anybody tries anything.
    if (dice < 0.85) {
      const able = this.#present().flatMap((p) => possibleCommands(this.complaint, p).map((name) => ({ p, name })));
      const duty = dutiesOf(this.complaint)[0]?.command;
      const lively = able.filter(({ name }) => !SELDOM.has(name));
      const names = [...new Set((chance.holds(0.88) ? lively : able).map(({ name }) => name))];
      const name =
        able.some((a) => a.name === duty) && chance.holds(0.6) ? duty : names[chance.between(0, names.length - 1)];
      const by = able.filter((a) => a.name === name);
      const chosen = by[chance.between(0, by.length - 1)];
      if (chosen !== undefined) return this.#person(chosen.p, chosen.name);
    }
    this.#person(chance.pick(PEOPLE), COMMAND_NAMES[chance.between(0, COMMAND_NAMES.length - 1)] ?? 'addNote');
  }

  /** Those who hold their posts; CK-02: of a vacant head the manager has the duties. */
  #present(): Somebody[] {
    const heads: Record<string, DepartmentId[]> = { manager: [engineering, order], farManager: [farEngineering] };
    return PEOPLE.filter((p) => !this.#isVacant(p)).map((p) =>
      this.#vacant.has('departmentHead') && p.posts.some((post) => post.role === 'manager')
        ? { ...p, standsInFor: heads[p.id] ?? [engineering, order] }
        : p,
    );
  }

  #isVacant(somebody: Somebody): boolean {
    return somebody.posts.some((p) => this.#vacant.has(p.role));
  }

  #system(): void {
    const { chance } = this;
    const until = this.complaint.callback?.surveyUntil ?? null;
    if (this.complaint.state === 'callback' && until !== null && chance.holds(0.5)) {
      if (until > this.now) this.now = until;
      this.#carriedOut({ name: 'surveyLapse' }, SYSTEM);
      return;
    }
    const command = chance.pick([
      { name: 'elapse' },
      { name: 'elapse' },
      { name: 'resultReached', how: 'message' },
      { name: 'resultUndelivered', why: '43101' },
      { name: 'surveyLapse' },
      { name: 'answerLapse' },
    ] as const satisfies readonly Command[]);
    this.#carriedOut(command, SYSTEM);
  }

  #person(actor: Somebody, name: CommandName): void {
    const input = COMMAND_INPUTS[name].parse(anyInput(name, this.chance, this.#choices()));
    this.#carriedOut({ name, input } as unknown as PersonCommand, actor);
  }

  #carriedOut(command: Command, actor: Actor): void {
    const before = this.complaint;
    this.done.push(
      `${this.now} ${actor.id} ${command.name} ${'input' in command ? JSON.stringify(command.input) : ''}`,
    );
    // A stranger is not even told that it exists.
    if (actor.id !== 'system' && !filedIt.test(actor, before) && !concerned.test(actor, before)) {
      expect(mayByTheRulebook('addNote', actor, before.events)).toBe(false);
      return;
    }
    const { context } = this.#context(actor);
    const decision = decide(before, command, context);
    // Deciding is a pure function: the same again, and nothing has changed.
    if (this.chance.holds(0.05)) expect(decide(before, command, context)).toEqual(decision);
    if (decision instanceof Refusal) return;
    if (actor.id !== 'system' && decision.length > 0)
      expect([command.name, actor.id, mayByTheRulebook(command.name, actor, before.events)]).toEqual([
        command.name,
        actor.id,
        true,
      ]);
    this.complaint = decision.reduce<Complaint>((sum, event) => evolve(sum, event), before);
    if (decision.length > 0) this.accepted += 1;
    this.#check(this.complaint, before, actor, decision);
  }

  #check(after: Complaint, before: Complaint | null, actor: Actor | null, added: readonly ComplaintEvent[]): void {
    // Events: appended, never changed; one version per command; each id once.
    if (before !== null) {
      expect(before.events.every((event, i) => after.events[i] === event)).toBe(true);
      expect(after.version).toBe(before.version + (added.length > 0 ? 1 : 0));
      if (after.state !== before.state)
        expect([before.state, NEXT[before.state].includes(after.state), after.state]).toEqual([
          before.state,
          true,
          after.state,
        ]);
    }
    for (const event of added) {
      expect(event.at).toBe(this.now);
      if (event.by.personId !== 'system') expect(event.by.personId).toBe(actor?.id ?? event.by.personId);
    }
    expect(after.severity).toBe(levelOf(after));
    this.#checkState(after);
    this.#checkOwnWork(before, added);
    if (before !== null && added.some((e) => e.type === 'reopened')) {
      expect(after.round).toBe(before.round + 1);
      expect(after.reasons.some((r) => r.code === 'SV-12' && r.struck === null)).toBe(true);
      expect(after).toMatchObject({ result: null, plan: null, investigation: null, callback: null, closedAt: null });
    } else if (before !== null) expect(after.round).toBe(before.round);
  }

  /** What must stand in the complaint for its state to make sense. */
  #checkState(c: Complaint): void {
    const open = OPEN.has(c.state);
    expect([c.state, c.closedAt === null]).toEqual([c.state, open || c.state === 'withdrawn' || c.state === 'merged']);
    if (GIVEN.has(c.state) || c.state === 'dispatched') expect(c.departmentId).not.toBeNull();
    // IN-11: an inquiry or suggestion is only answered.
    if (c.state === 'handling' && c.kind !== 'inquiry' && c.kind !== 'suggestion') {
      expect(c.plan).not.toBeNull();
      expect(c.investigation).not.toBeNull();
      if (c.plan?.needsSignature) expect(c.plan.signedBy).not.toBeNull();
    }
    if (c.state === 'reviewing' || c.state === 'informing') expect(c.result).not.toBeNull();
    if (c.state === 'callback') {
      expect(c.informed).not.toBeNull();
      expect(c.callback?.drawn).toBe(true);
      expect(c.callback?.verdict ?? null).toBeNull();
    }
    const running = c.clocks.filter(isRunning);
    // One clock of a kind at a time; each subtask has its own (DP-04).
    expect(new Set(running.map((clock) => `${clock.kind}:${clock.of ?? ''}`)).size).toBe(running.length);
    if (!open) {
      expect(running).toEqual([]);
      // Only what has no deadline may be left, such as an opinion to be read (CB-08).
      expect(dutiesOf(c).filter((duty) => duty.clock !== null)).toEqual([]);
      return;
    }
    // Nothing waits for nobody: a clock runs, somebody has a duty, and each miss is told to a post that is held, at last at the top.
    expect([c.state, running.length > 0]).toEqual([c.state, true]);
    const duties = dutiesOf(c);
    // An answer waits for its resident alone (IN-11).
    if (answerReadUntil(c) === null) expect(duties.length).toBeGreaterThan(0);
    for (const duty of duties)
      expect([duty.command, duty.keys.some((key) => HELD.has(key))]).toEqual([duty.command, true]);
    // Nobody-can-act: whatever post is vacant and whoever worked on it, somebody may do it …
    for (const duty of duties) {
      const clock = running.find(({ kind, of }) => kind === duty.clock && of === duty.of);
      const toTheTop = clock?.fired.includes(clock.laterAt.length + 1) === true;
      // DP-02, DP-03: a notice to open and a decision are one post's own until they have climbed.
      if ((duty.command === 'acknowledge' || duty.command === 'dispatch') && !toTheTop) continue;
      const able = this.#present().filter((p) => possibleCommands(c, p).includes(duty.command));
      expect([duty.command, c.state, able.length > 0]).toEqual([duty.command, c.state, true]);
      // … and finds it among their duties: a head's at once, any other once its clock has gone up its whole ladder.
      const heads = duty.keys.some((key) => key.startsWith('departmentHead@'));
      if (!heads && !toTheTop) continue;
      const found = able.some((p) => dutyKeysOf(p).some((key) => duty.keys.includes(key)));
      expect([duty.command, c.state, 'found', found]).toEqual([duty.command, c.state, 'found', true]);
    }
    for (const { kind } of running)
      for (const level of [1, 2, 3]) {
        const told = toldAt(kind, level, (post) =>
          PEOPLE.filter(
            (p) => !this.#isVacant(p) && post.at !== 'case' && p.posts.some((own) => own.role === post.role),
          ).map((p) => p.id),
        );
        expect([kind, level, told?.people.length ?? 0]).not.toEqual([kind, level, 0]);
      }
  }

  #checkOwnWork(before: Complaint | null, added: readonly ComplaintEvent[]): void {
    if (before === null) return;
    const { worked } = factsOf(before.events);
    for (const event of added) {
      const judges =
        event.type === 'reviewPassed' ||
        event.type === 'sentBack' ||
        event.type === 'callbackAttempted' ||
        (event.type === 'calledBack' && event.data.form !== 'survey');
      if (judges)
        expect([event.type, event.by.personId, worked.has(event.by.personId)]).toEqual([
          event.type,
          event.by.personId,
          false,
        ]);
    }
  }

  /** What is dear to look at, once in a while. */
  checkWhole(): void {
    const { complaint } = this;
    // As the database gives them back.
    const stored = JSON.parse(JSON.stringify(complaint.events)) as ComplaintEvent[];
    const replayed = complaintOf(stored);
    expect(replayed).toEqual(JSON.parse(JSON.stringify(complaint)));
    expect(projectionOf(replayed)).toEqual(projectionOf(complaint));
    expect(new Set(stored.map((e) => e.id)).size).toBe(stored.length);
    // The events of one command stand together.
    const commands = stored.map((e) => e.commandId).filter((id, i, all) => id !== all[i - 1]);
    expect(new Set(commands).size).toBe(commands.length);
    expect(complaint.version).toBe(commands.length);
    const fired = stored.flatMap((e) =>
      e.type === 'clockWarned' || e.type === 'clockMissed'
        ? [
            `${e.data.clock} ${e.data.level} ${e.data.trueAt} ${e.clocks?.[0]?.startedAt ?? ''} ${e.clocks?.[0]?.round ?? ''} ${e.clocks?.[0]?.of ?? ''}`,
          ]
        : [],
    );
    expect(fired.filter((key, i) => fired.indexOf(key) !== i)).toEqual([]);
    for (const e of stored)
      if (e.type === 'clockWarned' || e.type === 'clockMissed') expect(e.data.trueAt <= e.at).toBe(true);
  }
}

/** The ids of what the complaint holds in a list, e.g. its subtasks. */
const idsIn = (complaint: Complaint, list: string): unknown[] => {
  const held: unknown = Object.entries(complaint).find(([field]) => field === list)?.[1];
  return Array.isArray(held) ? held.map((each: { id?: unknown }) => each.id) : [];
};

describe('anybody tries anything', () => {
  const only = process.env.WALK;
  const numbers = only === undefined ? Array.from({ length: WALKS }, (_, i) => i) : [Number(only)];

  test('[RV-01, CB-07, CB-10, CK-09, DP-03, PV-01, SV-12] and the complaint stays lawful', () => {
    const seen = { accepted: 0, steps: 0, states: new Set<string>(), events: new Set<string>() };
    for (const number of numbers) {
      const walk = new Walk(number);
      try {
        for (let i = 0; i < STEPS; i += 1) {
          walk.step();
          seen.steps += 1;
          seen.states.add(walk.complaint.state);
          if (i % 12 === 11) walk.checkWhole();
          if (walk.complaint.state === 'withdrawn' && i % 4 === 3) break;
        }
        walk.checkWhole();
      } catch (error) {
        const story = walk.done.slice(-12).join('\n');
        throw new Error(`walk ${number} (repeat it with WALK=${number}), the last steps:\n${story}`, { cause: error });
      }
      seen.accepted += walk.accepted;
      for (const event of walk.complaint.events) {
        seen.events.add(event.type);
      }
    }
    if (only !== undefined) return;
    // The walks get about: much is allowed, much is refused, and every state of an open complaint is visited.
    expect(seen.accepted).toBeGreaterThan(seen.steps * 0.25);
    expect(seen.accepted).toBeLessThan(seen.steps * 0.95);
    expect([...OPEN, 'closed', 'withdrawn'].filter((state) => !seen.states.has(state))).toEqual([]);
    const rare = ['reopened', 'callbackAttempted', 'clockMissed', 'completed'];
    expect(rare.filter((type) => !seen.events.has(type))).toEqual([]);
  }, 240_000);
});
