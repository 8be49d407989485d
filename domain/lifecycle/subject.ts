/**
 * What has a lifecycle – a complaint, a corrective action – as far as the machinery knows it: the sum of its events, in a
 * state, with clocks. The rules of each stand in its own tables.
 */
import type { Refusal } from '../../types/errors';
import type { Instant, PersonId } from '../../types/ids';
import type { Role } from '../../types/vocabulary';
import type { Clock } from '../clock/clock';

/** Who did it. The system acts for the classifier, the draw and the clocks. */
export interface By {
  personId: PersonId | 'system';
  role: Role | 'system';
  /** A member of staff's name; empty for residents, whose names are not kept in events. */
  name: string;
}

/** What every event carries, whatever happened. `K`: the kinds of clock. */
export interface Envelope<K extends string> {
  /** `commandId.index`: deterministic, so that what follows from an event follows once. */
  id: string;
  /** `person.id` or `sys.id`: nobody's command can pass for another's. */
  commandId: string;
  at: Instant;
  by: By;
  /** Digest of what was sent with the command, on its first event: the same id with other content is no repetition. */
  inputDigest?: string;
  /** CB-04: when it was written down, if it arrived later. */
  recordedAt?: Instant;
  /** Clocks that this event started, stopped, or moved on, each with its new value. */
  clocks?: readonly Clock<K>[];
}

/** The events of a table of payloads: type → what is particular to it. */
export type EventOfPayloads<P extends object, K extends string, T extends keyof P> = {
  [N in T]: Envelope<K> & { type: N; data: P[N] };
}[T];

/** Built only by its `evolve`. */
export interface Subject<K extends string = string> {
  id: string;
  /** One more with every command; the compare-and-set of the store. */
  version: number;
  state: string;
  /** 1 at first, one more with every new start. */
  round: number;
  clocks: readonly Clock<K>[];
  events: readonly (Envelope<K> & { type: string; data: object })[];
}

export type EventOf<S extends Subject> = S['events'][number];
export type EventTypeOf<S extends Subject> = EventOf<S>['type'];
export type KindOf<S extends Subject> = S['clocks'][number]['kind'];
/** What is particular to the events of these types. */
export type DataOf<S extends Subject, T extends EventTypeOf<S>> = Extract<EventOf<S>, { type: T }>['data'];

/** What becomes of a command. */
export type DecisionOn<S extends Subject> = readonly EventOf<S>[] | Refusal;
