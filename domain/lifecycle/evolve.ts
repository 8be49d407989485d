/** The bookkeeping that every event brings: state, version, clocks, the list of events. */
import { type Clock, isSameClock } from '../clock/clock';
import type { EventOf, Subject } from './subject';

const withClocks = <K extends string>(
  clocks: readonly Clock<K>[],
  changed: readonly Clock<K>[] | undefined,
): readonly Clock<K>[] =>
  changed === undefined
    ? clocks
    : [
        ...clocks.map((c) => changed.find((n) => isSameClock(n, c)) ?? c),
        ...changed.filter((n) => !clocks.some((c) => isSameClock(n, c))),
      ];

/**
 * @param before as it was before the event
 * @param after `before` with what the event itself changes
 * @param to the state that the table leads to; none = stays
 */
export function appended<S extends Subject>(before: S, after: S, event: EventOf<S>, to: S['state'] | undefined): S {
  const firstOfCommand = before.events.at(-1)?.commandId !== event.commandId;
  return {
    ...after,
    state: to ?? after.state,
    version: before.version + (firstOfCommand ? 1 : 0),
    clocks: withClocks(after.clocks, event.clocks),
    events: [...before.events, event],
  };
}

/** What a list of events adds up to. */
export function sumOf<S extends Subject>(
  events: readonly EventOf<S>[],
  evolve: (before: S | null, event: EventOf<S>) => S,
): S {
  const sum = events.reduce<S | null>(evolve, null);
  if (sum === null) throw new Error('at least one event has to have begun it');
  return sum;
}
