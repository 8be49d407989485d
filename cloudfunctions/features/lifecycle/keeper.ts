import type { DecideContext } from '../../../domain/lifecycle/context';
import type { DecisionOn, EventOf, EventTypeOf, Subject } from '../../../domain/lifecycle/subject';
import type { Zone } from '../../../domain/clock/zone';
import type { Actor } from '../../../domain/people/actor';
import type { Instant } from '../../../types/ids';
import type { Changes } from '../../platform/operators';
import type { CollectionName } from '../../platform/schema';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import type { MessageDraft } from '../message/stored-message';

/** A subject as it was read, with the rules that hold where it lies. */
export interface Kept<S extends Subject> {
  subject: S;
  /** How many of its events have had all that follows from them. */
  settledEvents: number;
  context: EstateContext;
}

/** An event with the subject as it was just before (null at its beginning) and just after it. */
export interface Step<S extends Subject> {
  before: S | null;
  subject: S;
  event: EventOf<S>;
}

/** Where the subjects of one lifecycle are kept, what their rules are, and what follows from their events. `C`: its commands. */
export interface Keeper<S extends Subject, C extends { name: string }> {
  collection: CollectionName;
  /** @throws Refusal notFound */
  load(id: S['id'], scene: Pick<Scene, 'platform'>): Promise<Kept<S>>;
  evolve(before: S | null, event: EventOf<S>): S;
  decide(command: C, kept: Kept<S>, asked: DecideContext, scene: Scene): Promise<DecisionOn<S>>;
  /** What this person may do about it as it stands. */
  possible(subject: S, actor: Actor): readonly string[];
  /** Whether this person may know that it exists; a stranger gets “not found”. */
  mayKnow(actor: Actor, subject: S): boolean;
  /** The fields beside the events that queries and lists need, derived anew with every command. */
  projection(subject: S, context: EstateContext): Changes;
  /** Whether somebody is told of it, or anything else follows from it. */
  hasEffects(event: EventOf<S>): boolean;
  /** What happened, for somebody who was slower. */
  titleOf(event: EventOf<S>, zone: Zone): string;
  /** What came in meanwhile that doesn't invalidate what a person decided. */
  harmless: ReadonlySet<EventTypeOf<S>>;
  /** Commands that only add words, refused when the document is nearly full. */
  addsWords: ReadonlySet<C['name']>;
  messagesOf(steps: readonly Step<S>[], context: EstateContext, scene: Scene): Promise<MessageDraft[]>;
  /**
   * Everything else that follows; may be repeated.
   * @param hurried within somebody's request: what is too much for one is left to the clock
   * @returns whether nothing was left
   */
  alsoFollows(steps: readonly Step<S>[], kept: Kept<S>, scene: Scene, hurried: boolean): Promise<boolean>;
}

/** Set as long as something has still to follow from the events after the first `settledEvents`. */
export const unsettledSince = <S extends Subject>(
  { hasEffects }: Pick<Keeper<S, { name: string }>, 'hasEffects'>,
  subject: S,
  settledEvents: number,
  now: Instant,
): Instant | null => (subject.events.slice(settledEvents).some(hasEffects) ? now : null);
