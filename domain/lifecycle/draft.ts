import type { Instant } from '../../types/ids';
import { isRunning, isSameClock, stopClock } from '../clock/clock';
import { BY_SYSTEM } from './by';
import type { DecideContext } from './context';
import type { EventRowOf } from './rows';
import type { By, DataOf, EventOf, EventTypeOf, KindOf, Subject } from './subject';

/** One lifecycle: how its events add up, what its table says of them, how long its clocks give. */
export interface Lifecycle<S extends Subject> {
  evolve: (before: S | null, event: EventOf<S>) => S;
  eventRow: (type: EventTypeOf<S>) => Pick<EventRowOf<S, string>, 'starts' | 'stops'>;
  /** A clock that the table starts with this event; null when it isn't wanted this time. */
  startedClock: (kind: KindOf<S>, by: EventTypeOf<S>, after: S, context: DecideContext) => S['clocks'][number] | null;
}

/** Events of one command, each decided on the subject as the earlier ones left it; clocks start and stop as the table says. */
export class DraftOf<S extends Subject> {
  readonly #course: { subject: S | null; readonly events: EventOf<S>[] };
  readonly #lifecycle: Lifecycle<S>;
  readonly #context: DecideContext;
  readonly #by: By;
  readonly #recordedAt: Instant | undefined;

  constructor(
    lifecycle: Lifecycle<S>,
    subject: S | null,
    context: DecideContext,
    by: By,
    recordedAt?: Instant,
    course: { subject: S | null; readonly events: EventOf<S>[] } = { subject, events: [] },
  ) {
    this.#course = course;
    this.#lifecycle = lifecycle;
    this.#context = context;
    this.#by = by;
    this.#recordedAt = recordedAt;
  }

  /** @param ownClocks clocks that the command itself changed, with their new values */
  append<T extends EventTypeOf<S>>(
    type: T,
    data: DataOf<S, T>,
    ownClocks: S['clocks'] = [],
    at: Instant = this.#context.now,
  ): void {
    const { commandId, inputDigest, now, calendar } = this.#context;
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
    const event = bare as unknown as EventOf<S>;
    const before = this.#course.subject;
    const after = this.#lifecycle.evolve(before, event);
    const row = this.#lifecycle.eventRow(type);
    const running = before?.clocks.filter(isRunning) ?? [];
    const started = (row.starts ?? []).flatMap(
      (kind) => this.#lifecycle.startedClock(kind, type, after, this.#context) ?? [],
    );
    const stopped = running
      .filter((c) => row.stops === 'all' || row.stops?.includes(c.kind) || row.starts?.includes(c.kind))
      // What stops at the very moment at which it started again is the same clock.
      .filter((c) => !started.some((anew) => isSameClock(anew, c)))
      .map((c) => stopClock(c, now, calendar));
    const clocks = [...ownClocks, ...stopped, ...started];
    const whole = clocks.length === 0 ? event : { ...event, clocks };
    this.#course.events.push(whole);
    this.#course.subject = this.#lifecycle.evolve(before, whole);
  }

  /** What the system adds to the same command; both go on with the same events. */
  bySystem(): DraftOf<S> {
    return new DraftOf(this.#lifecycle, null, this.#context, BY_SYSTEM, undefined, this.#course);
  }

  get events(): readonly EventOf<S>[] {
    return this.#course.events;
  }

  get now(): S {
    const { subject } = this.#course;
    if (subject === null) throw new Error('nothing has begun yet');
    return subject;
  }
}
