/**
 * What a run of the timer costs as complaints pile up (CK-08): runs that did the same are compared early in the year, in
 * the middle and at its end. Counted are database calls and rows; the processor's time is told, but not judged.
 */
import type { ClockRun } from './clock-runs';

export interface RunCosts {
  onFile: number;
  runs: number;
  databaseCalls: number;
  rowsRead: number;
  cpuMs: number;
}

export interface Growth {
  /** About 10 %, 50 % and 100 % of the complaints on file, each as if the same mix of runs had been made. */
  at: readonly RunCosts[];
  /** Last against first; null when too few runs can be compared. */
  callsRatio: number | null;
  rowsRatio: number | null;
  cpuRatio: number | null;
}

/** Windows as shares of all complaints. */
const WINDOWS = [
  [0.03, 0.17],
  [0.43, 0.57],
  [0.86, 1],
] as const;
/** Fewer runs of a kind in a window say nothing. */
const LEAST_RUNS = 4;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Runs are alike whose every part did the same number of things. */
const kindOf = ({ did }: ClockRun): string => JSON.stringify(did);

export const growthOf = (runs: readonly ClockRun[], complaints: number): Growth => {
  const windows = WINDOWS.map(([from, to]) => {
    const byKind = new Map<string, ClockRun[]>();
    for (const run of runs) {
      if (run.onFile < from * complaints || run.onFile > to * complaints) continue;
      const known = byKind.get(kindOf(run));
      if (known === undefined) byKind.set(kindOf(run), [run]);
      else known.push(run);
    }
    return byKind;
  });
  const comparable = [...(windows[0]?.keys() ?? [])].filter((kind) =>
    windows.every((window) => (window.get(kind)?.length ?? 0) >= LEAST_RUNS),
  );
  // The same mix everywhere: each kind weighs as often as it came in all windows together.
  const weights = comparable.map((kind) => windows.reduce((sum, window) => sum + (window.get(kind)?.length ?? 0), 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const at = windows.map((window): RunCosts => {
    const cost = (of: (run: ClockRun) => number) =>
      comparable.reduce((sum, kind, n) => sum + mean((window.get(kind) ?? []).map(of)) * (weights[n] ?? 0), 0) / total;
    const seen = comparable.flatMap((kind) => window.get(kind) ?? []);
    return {
      onFile: seen.length === 0 ? 0 : Math.round(mean(seen.map(({ onFile }) => onFile))),
      runs: seen.length,
      databaseCalls: cost(({ databaseCalls }) => databaseCalls),
      rowsRead: cost(({ rowsRead }) => rowsRead),
      cpuMs: cost(({ cpuMs }) => cpuMs),
    };
  });
  const [first] = at;
  const last = at.at(-1);
  const ratio = (of: (costs: RunCosts) => number): number | null =>
    total === 0 || first === undefined || last === undefined ? null : of(last) / of(first);
  return {
    at,
    callsRatio: ratio(({ databaseCalls }) => databaseCalls),
    rowsRatio: ratio(({ rowsRead }) => rowsRead),
    cpuRatio: ratio(({ cpuMs }) => cpuMs),
  };
};
