/** What the simulated staff do all year: what reaches them, what stands on their desk, the patrol's rounds. */
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { LocalCloud } from '../../localcloud/cloud';
import type { Chance } from '../../localcloud/seed/chance';
import { type ErrorCode, Refusal } from '../../types/errors';
import type { CommandId, ComplaintId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { CommandName } from '../../types/commands';
import type { ComplaintView } from '../../types/views';
import type { Cast, StaffMember } from './cast';
import { chanceOf, waitAround } from './chance-of';
import type { ClockRuns } from './clock-runs';
import { actionDeed } from './duties/action-duties';
import { DUTY_TABLE } from './duties/duty-table';
import type { Behaviour, Deed } from './duties/deed';
import { OCCASIONS } from './duties/occasions';
import { askedAtTheDoor } from './duties/patrol-duties';
import type { Line } from './line';
import { documentOf } from './looking';
import { DAY, HOUR, isoOf, midnightOf, MINUTE } from './times';
import { whenAtWork } from './working-hours';
import type { Year } from './year';

/** Overlooks what reached them; it still stands on the desk. */
const OVERLOOKS = 0.04;
/** Leaves a row of the desk for tomorrow. */
const PUTS_OFF = 0.2;
const MOST_IN_A_SITTING = 15;
const FOLLOWS_ACTIONS = 0.5;
const MOST_VISITS = 14;
const WITHOUT_SIGNAL = 0.5;
const SENDS_TWICE = 0.1;
/** A colleague has the same page open. */
const TWO_AT_ONCE = 0.03;
/** Refusals that a person meets in a normal day. */
export const NORMAL: ReadonlySet<string> = new Set([
  'changedMeanwhile',
  'tooSoon',
  'returnTimeOver',
  'notYetArchivable',
  'unavailable',
]);

/** What comes about when the other side of a command went on while somebody was reading. */
const MEANWHILE: Partial<Record<CommandName, readonly ErrorCode[]>> = { mergeIntoIncident: ['badInput'] };

/** What was seen about one complaint last. */
interface Case {
  /** Version at which the next person was reached. */
  reached: number;
  /** When they mean to see to it. */
  intendedAt: number;
  /** The page that somebody has open. */
  open: { person: string; view: ComplaintView } | null;
}

export interface Surroundings {
  year: Year;
  cast: Cast;
  line: Line;
  cloud: LocalCloud;
  clock: ClockRuns;
  seed: number;
}

/** The fields of a complaint from which one sees whose turn it is. */
export type Turn = Pick<
  ComplaintDocument,
  'version' | 'state' | 'estateId' | 'dutyKinds' | 'number' | 'nextDueAt' | 'unsettledSince'
>;

/** What else somebody does in the morning, beside what waits for them. */
export type Morning = (member: StaffMember, at: number, chance: Chance) => Promise<void>;

export class PeopleAtWork {
  readonly #s: Surroundings;
  readonly #cases = new Map<ComplaintId, Case>();
  /** Duties for which DUTY_TABLE has no row. */
  readonly unknownDuties = new Map<string, number>();
  /** Something was offered and then refused. */
  readonly refusedOffers: string[] = [];
  /** Hears whose turn it is after each act, for the residents. */
  onTurn: (id: ComplaintId, turn: Turn, at: number) => void = () => undefined;

  readonly mornings: Morning[] = [];

  constructor(surroundings: Surroundings) {
    this.#s = surroundings;
  }

  /** Everybody's first day. */
  begin(at: number): void {
    for (const { id } of this.#s.cast.staff) this.#tomorrow(id, at - DAY);
  }

  /** Sees whose turn it is now and lets them know of it. */
  look(id: ComplaintId, at: number): void {
    const { cloud, clock, year } = this.#s;
    const turn = documentOf<Turn>(cloud, 'complaints', id);
    clock.heard(`complaints ${id}`, turn.nextDueAt);
    clock.heard(`complaints ${id}`, turn.unsettledSince);
    const known = this.#cases.get(id) ?? { reached: -1, intendedAt: 0, open: null };
    this.#cases.set(id, known);
    if (turn.version <= known.reached) return;
    known.reached = turn.version;
    for (const command of new Set(turn.dutyKinds.map((kind) => kind.split('|')[0] ?? '')))
      this.#reach(id, turn, command as CommandName, at);
    this.#thinkOf(id, turn, at);
    // Whether the message with the result arrives is seen later.
    if (turn.state === 'informing')
      for (const later of [at + 20 * MINUTE, midnightOf(at) + DAY + 8 * HOUR + 10 * MINUTE])
        year.plan(later, id, async (then) => this.look(id, then));
    this.onTurn(id, turn, at);
  }

  #reach(id: ComplaintId, turn: Turn, command: CommandName, at: number): void {
    const { cast, year, seed } = this.#s;
    const keys = turn.dutyKinds.flatMap((kind) =>
      kind.startsWith(`${command}|`) ? [kind.slice(command.length + 1)] : [],
    );
    const people = [
      ...new Set(keys.flatMap((key) => (key.startsWith('person:') ? [key.slice(7)] : cast.holders(key, at)))),
    ].flatMap((personId) => cast.member(personId) ?? []);
    const [first, ...others] = people;
    if (first === undefined) return;
    const chance = chanceOf(seed, 'turn', turn.number, turn.version, command);
    const member = chance.pick([first, ...others]);
    const behaviour = DUTY_TABLE[command];
    if (behaviour === undefined) {
      this.unknownDuties.set(command, (this.unknownDuties.get(command) ?? 0) + 1);
      return;
    }
    if (behaviour.minutes === null || member.idle || chance.holds(OVERLOOKS)) return;
    const ready = at + MINUTE + waitAround(behaviour.minutes, chance) * member.pace * MINUTE;
    const when = whenAtWork(member, ready, seed);
    if (when === null) return;
    const known = this.#cases.get(id);
    if (known !== undefined) known.intendedAt = when;
    year.plan(when, id, (then) => this.act(id, member.id, command, behaviour, then));
    const [colleague] = people.filter((other) => other.id !== member.id);
    if (colleague !== undefined && chance.holds(TWO_AT_ONCE))
      year.plan(when, `${id} ${colleague.id}`, (then) => this.act(id, colleague.id, command, behaviour, then));
  }

  /** What nobody must do: somebody does it now and then. */
  #thinkOf(id: ComplaintId, { number, version, state, estateId }: Turn, at: number): void {
    const { cast, year, seed } = this.#s;
    for (const [n, occasion] of OCCASIONS.entries()) {
      const { command, post, states, share, minutes } = occasion;
      if (!states.includes(state)) continue;
      const chance = chanceOf(seed, 'occasion', number, version, n);
      if (!chance.holds(share)) continue;
      const [first, ...others] = [`${post}@${estateId}`, `${post}@*`].flatMap((key) => cast.holders(key, at));
      const member = first === undefined ? undefined : cast.member(chance.pick([first, ...others]));
      if (member === undefined) continue;
      const when = whenAtWork(member, at + MINUTE + waitAround(minutes, chance) * MINUTE, seed);
      if (when !== null) year.plan(when, id, (then) => this.act(id, member.id, command, occasion, then));
    }
  }

  /** A person opens a complaint and does what they came for, if it is still offered. */
  async act(
    id: ComplaintId,
    personId: string,
    command: CommandName,
    behaviour: Pick<Behaviour, 'deed'>,
    at: number,
  ): Promise<void> {
    const { cast, line, seed } = this.#s;
    const member = cast.member(personId);
    if (member === undefined || member.posts.length === 0) return;
    const known = this.#cases.get(id);
    let tried = command;
    try {
      const view =
        known?.open?.person === personId
          ? known.open.view
          : await line.call(member.account, 'getComplaint', { id }, at);
      if (known !== undefined) known.open = { person: personId, view };
      if (!view.actions.includes(command)) return;
      const chance = chanceOf(seed, 'deed', view.number, view.version, member.key, command);
      const alike = () => line.call(member.account, 'alikeMatters', { complaintId: id }, at);
      const deed = await behaviour.deed({ view, at, chance, alike });
      if (deed === null) return;
      tried = deed.name;
      await this.#do(member, view, deed, at);
      if (chance.holds(0.04)) await cast.acceptMessages(member.account, 'staff', at);
    } catch (error) {
      if (known !== undefined) known.open = null;
      if (!(error instanceof Refusal)) throw error;
      // A post that was lost in between takes the complaint out of sight.
      if (error.code === 'notFound' && cast.member(personId)?.posts !== member.posts) return;
      if (!NORMAL.has(error.code) && MEANWHILE[tried]?.includes(error.code) !== true)
        this.refusedOffers.push(`${id} ${member.key} ${tried}: ${error.code} ${error.message}`);
    }
    this.look(id, at);
  }

  async #do(member: StaffMember, view: ComplaintView, deed: Deed, at: number): Promise<void> {
    const { cast, line } = this.#s;
    const commandId = cast.commandId() as CommandId;
    const input = { ...deed.input, complaintId: view.id, commandId, version: view.version };
    // The envelope and this command's own input make the procedure's input.
    const own = input as unknown as InputOf<typeof deed.name>;
    const after = await line.call(member.account, deed.name, own, at, MEANWHILE[deed.name]);
    const known = this.#cases.get(view.id);
    if (known !== undefined) known.open = { person: member.id, view: after as ComplaintView };
  }

  #tomorrow(personId: string, at: number): void {
    const { cast, year, seed } = this.#s;
    const member = cast.member(personId);
    if (member === undefined || member.posts.some(({ role }) => role === 'admin')) return;
    const morning = midnightOf(at + DAY) + 5 * MINUTE;
    const when = whenAtWork(member, morning, seed);
    if (when === null) {
      year.plan(morning, personId, (then) => Promise.resolve(this.#tomorrow(personId, then)));
      return;
    }
    const chance = chanceOf(seed, 'sitting', member.key, when);
    year.plan(when + chance.between(0, 90) * MINUTE, personId, async (then) => {
      this.#tomorrow(personId, then);
      const now = cast.member(personId);
      if (now === undefined || now.idle || now.posts.length === 0) return;
      if (now.posts.some(({ role }) => role === 'patrol')) await this.#round(now, then, chance);
      await this.#sitting(now, then, chance);
      await this.#followActions(now, then, chance);
      for (const morning of this.mornings) await morning(now, then, chance);
    });
  }

  /** What stands on the desk and nobody means to see to within the day. */
  async #sitting(member: StaffMember, at: number, chance: Chance): Promise<void> {
    const { line, year } = this.#s;
    const { items } = await line.call(member.account, 'desk', { limit: 30, withCounts: false }, at);
    let seen = 0;
    for (const { id, duty } of items) {
      if (duty === null || seen >= MOST_IN_A_SITTING || chance.holds(PUTS_OFF)) continue;
      const behaviour = DUTY_TABLE[duty.command];
      const intendedAt = this.#cases.get(id)?.intendedAt ?? 0;
      if (behaviour === undefined || behaviour.minutes === null) continue;
      if (intendedAt > at && intendedAt < at + DAY) continue;
      seen += 1;
      year.plan(at + seen * chance.between(4, 15) * MINUTE, id, (then) =>
        this.act(id, member.id, duty.command, behaviour, then),
      );
    }
  }

  /** Corrective and preventive actions that wait for this person (CA). */
  async #followActions(member: StaffMember, at: number, chance: Chance): Promise<void> {
    const { line, cast } = this.#s;
    if (!chance.holds(FOLLOWS_ACTIONS)) return;
    const { items } = await line.call(member.account, 'myActions', { limit: 10 }, at);
    for (const { id } of items) {
      if (chance.holds(PUTS_OFF)) continue;
      try {
        const view = await line.call(member.account, 'getAction', { id }, at);
        const deed = actionDeed(view, at, chance);
        if (deed === null) continue;
        const commandId = cast.commandId() as CommandId;
        const input = { ...deed.input, actionId: id, commandId, version: view.version };
        // The envelope and this command's own input make the procedure's input.
        await line.call(member.account, deed.name, input as unknown as InputOf<typeof deed.name>, at);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (!NORMAL.has(error.code))
          this.refusedOffers.push(`${id} ${member.key} 措施: ${error.code} ${error.message}`);
      }
    }
  }

  /** The patrol's round (CB-04): by the route, often without signal; then everything arrives later, with the time it was written down. */
  async #round(member: StaffMember, at: number, chance: Chance): Promise<void> {
    const { line, cast, year } = this.#s;
    const { visits } = await line.call(member.account, 'callbackRoute', {}, at);
    const offline = chance.holds(WITHOUT_SIGNAL);
    const back = at + chance.between(3, 6) * HOUR;
    let n = 0;
    for (const { card, form } of visits.slice(0, MOST_VISITS * 2)) {
      if (n >= MOST_VISITS || chance.holds(PUTS_OFF)) continue;
      n += 1;
      const atTheDoor = at + n * chance.between(8, 14) * MINUTE;
      const asked = askedAtTheDoor(form === 'visit' ? 'visit' : 'phone', chance);
      const commandId = cast.commandId() as CommandId;
      const input = { ...asked, complaintId: card.id, commandId };
      const arrives = offline ? Math.max(back, atTheDoor) + n * 1000 : atTheDoor;
      const send = (then: number) =>
        this.#arrived(member, offline ? { ...input, recordedAt: isoOf(atTheDoor) } : input, then);
      year.plan(arrives, card.id, send);
      if (offline && chance.holds(SENDS_TWICE)) year.plan(arrives + 90_000, card.id, send);
    }
  }

  async #arrived(member: StaffMember, input: InputOf<'recordCallback'>, at: number): Promise<void> {
    try {
      await this.#s.line.call(member.account, 'recordCallback', input, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Somebody else, or the resident's survey, was there first.
      if (!NORMAL.has(error.code) && error.code !== 'notInThisState')
        this.refusedOffers.push(`${input.complaintId} ${member.key} recordCallback: ${error.code} ${error.message}`);
    }
    this.look(input.complaintId as ComplaintId, at);
  }
}
