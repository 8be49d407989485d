/** Which of its clocks run now. */
import { type Clock, isRunning } from '../clock/clock';

type Clocked<K extends string> = { readonly clocks: readonly Clock<K>[] };

/** The clock of this kind that runs now. */
export const runningClock = <K extends string>({ clocks }: Clocked<K>, kind: K): Clock<K> | undefined =>
  clocks.find((c) => c.kind === kind && isRunning(c));

/** The running clock that is due first. */
export const pressingClock = <K extends string>({ clocks }: Clocked<K>): Clock<K> | null =>
  clocks.filter(isRunning).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null;
