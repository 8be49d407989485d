import type { Instant } from '../../types/ids';
import { isRunning, stopClock } from '../clock/clock';
import type { Actor } from '../people/actor';
import { startedClock } from './clocks';
import type { Context } from './command';
import type { Complaint } from './complaint';
import type { By, ComplaintEvent, EventType, Payloads } from './events';
import { evolve } from './evolve';
import { eventRow } from './lifecycle';

export const BY_SYSTEM: By = { personId: 'system', role: 'system', name: '' };

/** Events of one command, each decided on the complaint as the earlier ones left it. */
export class Draft {
  readonly events: ComplaintEvent[];
  readonly #context: Context;
  readonly #by: By;
  readonly #recordedAt: Instant | undefined;
  complaint: Complaint | null;

  constructor(
    complaint: Complaint | null,
    context: Context,
    by: By,
    recordedAt?: Instant,
    events: ComplaintEvent[] = [],
  ) {
    this.events = events;
    this.complaint = complaint;
    this.#context = context;
    this.#by = by;
    this.#recordedAt = recordedAt;
  }

  append<T extends EventType>(
    type: T,
    data: Payloads[T],
    ownClocks: Complaint['clocks'] = [],
    at: Instant = this.#context.now,
  ): void {
    const { commandId, inputDigest, now, policy, calendar } = this.#context;
    const bare = {
      id: `${commandId}.${this.events.length}`,
      commandId,
      at,
      by: this.#by,
      type,
      data,
      ...(inputDigest === null || this.events.length > 0 ? {} : { inputDigest }),
      ...(this.#recordedAt === undefined ? {} : { recordedAt: this.#recordedAt }),
    };
    // The envelope and payload of one type, written generically.
    const event = bare as unknown as ComplaintEvent;
    const before = this.complaint;
    const after = evolve(before, event);
    const row = eventRow(type);
    const running = before?.clocks.filter(isRunning) ?? [];
    const stopped = running
      .filter((c) => row.stops === 'all' || row.stops?.includes(c.kind) || row.starts?.includes(c.kind))
      .map((c) => stopClock(c, now, calendar));
    const started = (row.starts ?? [])
      .filter((kind) => this.#wanted(kind, type, after))
      .map((kind) => startedClock(kind, after, now, policy, calendar));
    const clocks = [...ownClocks, ...stopped, ...started];
    const whole = clocks.length === 0 ? event : { ...event, clocks };
    this.events.push(whole);
    this.complaint = evolve(before, whole);
  }

  /** A clock that the table starts, except the callback's when the lot didn't fall on it. */
  #wanted(kind: string, type: EventType, after: Complaint): boolean {
    return !(kind === 'callback' && type === 'callbackPlanned' && after.callback?.drawn !== true);
  }

  /** What the system adds to the same command; continues this draft, which is then not appended to any more. */
  bySystem(): Draft {
    return new Draft(this.complaint, this.#context, BY_SYSTEM, undefined, this.events);
  }

  get now(): Complaint {
    if (this.complaint === null) throw new Error('nothing was filed yet');
    return this.complaint;
  }
}

export const byOf = (actor: Actor, role: By['role']): By => ({
  personId: actor.id,
  role,
  name: role === 'resident' ? '' : actor.staffName,
});
