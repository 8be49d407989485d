/**
 * The columns of a lifecycle's two tables: a row per command – from which states, who may, what it may append – and a row
 * per event – the state it leads to, the clocks it starts and stops, whom it tells. Each noun fills its own.
 */
import type { ErrorCode } from '../../types/errors';
import type { Role } from '../../types/vocabulary';
import type { TemplateCode } from '../notice/templates';
import type { Rule } from '../people/policy';
import type { EventTypeOf, KindOf, Subject } from './subject';

/** A condition on the subject itself, and how it is said. */
export interface Condition<S> {
  test: (subject: S) => boolean;
  says: string;
}

export interface CommandRowOf<S extends Subject> {
  /** What stands on the button. */
  label: string;
  /** What the person has to do, as a duty. */
  duty: string;
  from: readonly S['state'][];
  who: Rule<S>;
  /** Whom `who` keeps away because it is their own work; they are told that this is why. */
  ownWork?: Rule<S>;
  /** Who finds it offered, of those who may; a repetition by the others has nothing left to do and is no refusal. */
  offered?: Rule<S>;
  /** The roles in which it is done, the most fitting first; written into the event. */
  as: readonly Role[];
  /** Beyond its state; `refusal` says better why not than the state does. */
  when?: Condition<S> & { refusal?: ErrorCode };
  /** Events that it may append; what each leads to stands in the table of events. */
  appends: readonly [EventTypeOf<S>, ...EventTypeOf<S>[]];
}

/** What the system does by itself; decided like a person's command. */
export interface SystemRowOf<S extends Subject> {
  from: readonly S['state'][];
  appends: readonly [EventTypeOf<S>, ...EventTypeOf<S>[]];
}

/** `A`: who can be told. */
export interface TellOf<S extends Subject, A extends string> {
  audience: A;
  template: TemplateCode;
  when?: Condition<S>;
}

export interface EventRowOf<S extends Subject, A extends string> {
  /** The state it leads to; none = stays. */
  to?: S['state'];
  starts?: readonly KindOf<S>[];
  stops?: readonly KindOf<S>[] | 'all';
  tells?: readonly TellOf<S, A>[];
}
