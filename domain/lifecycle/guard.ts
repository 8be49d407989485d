/** What the table lets through. */
import { Refusal } from '../../types/errors';
import type { Actor } from '../people/actor';
import type { CommandRowOf, SystemRowOf } from './rows';
import type { DecisionOn, Subject } from './subject';

type Table<S extends Subject, N extends string> = Readonly<Record<N, CommandRowOf<S>>>;

/** Commands that this person may give now, in the order of the table (most natural first). */
export function possibleOf<S extends Subject, N extends string>(table: Table<S, N>, subject: S, actor: Actor): N[] {
  const names = Object.keys(table) as N[];
  return names.filter((name) => {
    const row = table[name];
    return (
      row.from.includes(subject.state) &&
      (row.when?.test(subject) ?? true) &&
      row.who.test(actor, subject) &&
      (row.offered?.test(actor, subject) ?? true)
    );
  });
}

/** @throws Refusal ownWork, notAllowed, notInThisState (with what is possible) */
export function guard<S extends Subject, N extends string>(
  table: Table<S, N>,
  subject: S,
  name: N,
  actor: Actor,
): void {
  const row = table[name];
  if (!row.who.test(actor, subject)) {
    if (row.ownWork?.test(actor, subject) === true) throw new Refusal('ownWork');
    throw new Refusal('notAllowed', { message: `“${row.label}”只能由${row.who.says}进行。` });
  }
  const fits = row.from.includes(subject.state);
  const met = row.when?.test(subject) ?? true;
  if (fits && !met && row.when?.refusal !== undefined) throw new Refusal(row.when.refusal);
  if (!fits || !met) {
    throw new Refusal('notInThisState', {
      details: { state: subject.state, possible: possibleOf(table, subject, actor) },
    });
  }
}

/** @throws Refusal notInThisState */
export function guardSystem<S extends Subject>(row: SystemRowOf<S>, subject: S): void {
  if (!row.from.includes(subject.state))
    throw new Refusal('notInThisState', { details: { state: subject.state, possible: [] } });
}

/** A refusal that ends a decision is its answer; errors that are not refusals are bugs and are thrown on. */
export function decided<S extends Subject>(rules: () => DecisionOn<S>): DecisionOn<S> {
  try {
    return rules();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
