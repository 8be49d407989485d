// A closed loop: so many at a time, each starting its next as soon as the last has ended.
import type { BenchCloud } from './cloud-orders';
import { quantile } from './table';

export interface Measured {
  atOnce: number;
  n: number;
  failed: number;
  p50: number;
  p95: number;
  perSecond: number;
  /** Database calls, documents and index rows fetched, processor time of the local cloud, each per action. */
  calls: number;
  rows: number;
  cpuMs: number;
}

/** @param act one action of a lane; false when there is nothing left to do */
export async function measure(
  cloud: BenchCloud,
  atOnce: number,
  seconds: number,
  act: (lane: number) => Promise<boolean>,
): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const before = await cloud.ask({ do: 'figures' });
  const started = performance.now();
  const until = started + seconds * 1000;
  let last = started;
  await Promise.all(
    Array.from({ length: atOnce }, async (_none, lane) => {
      while (performance.now() < until) {
        const from = performance.now();
        try {
          if (!(await act(lane))) return;
          last = performance.now();
          times.push(last - from);
        } catch (error) {
          failed += 1;
          if (failed === 1) console.error(`      ${error instanceof Error ? error.message : String(error)}`);
          if (failed > 50) return;
        }
      }
    }),
  );
  const after = await cloud.ask({ do: 'figures' });
  const n = Math.max(1, times.length);
  return {
    atOnce,
    n: times.length,
    failed,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: times.length / Math.max(0.001, (last - started) / 1000),
    calls: (after.calls - before.calls) / n,
    rows: (after.rowsRead - before.rowsRead) / n,
    cpuMs: (after.cpuMs - before.cpuMs) / n,
  };
}
