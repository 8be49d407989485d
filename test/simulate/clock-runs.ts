/** The timer of the simulated year: finds the next minute at which anything is due, and notes what each run cost (CK-08). */
import { COLLECTIONS, type CollectionName, type IndexSchema } from '../../cloudfunctions/platform/schema';
import type { LocalCloud } from '../../localcloud/cloud';
import { Failure } from '../../localcloud/failure';
import { earliestBy, earliestMessage } from './looking';
import type { Mishaps } from './mishaps';
import { HOUR, isoOf, MINUTE, minuteFrom } from './times';

/** What one run did and cost. */
export interface ClockRun {
  at: number;
  /** Complaints on file then. */
  onFile: number;
  /** Per part of the timer, as it answers. */
  did: Record<string, number | string>;
  databaseCalls: number;
  rowsRead: number;
  cpuMs: number;
}

/** After so many runs that leave the same thing due, it is looked at hourly only, and reported. */
const PATIENCE = 12;
/** Simulated time after which everything is looked at anew; between, acts say what they left to be due. */
const LOOKED_EVERY = 10 * MINUTE;

interface Probe {
  collection: CollectionName;
  field: string;
}

/** Every collection that keeps an indexed `nextDueAt` is looked at, whatever it is. */
const PROBES: readonly Probe[] = COLLECTIONS.flatMap(({ name, indexes }) =>
  (indexes as readonly IndexSchema[])
    .map(({ keys }) => keys[0]?.[0] ?? '')
    .filter((field) => field === 'nextDueAt' || field === 'unsettledSince')
    .map((field) => ({ collection: name, field })),
);

export class ClockRuns {
  readonly runs: ClockRun[] = [];
  /** Runs that were killed or answered nothing. */
  died = 0;
  /** Things that stayed due after run upon run. */
  readonly stuck = new Set<string>();
  readonly #cloud: LocalCloud;
  readonly #mishaps: Mishaps;
  #last = 0;
  #known: { at: number; what: string } | null = null;
  /** Until then what was found holds, but for what acts have told of since. */
  #goodUntil = 0;
  #waitedFor = '';
  #waits = 0;

  constructor(cloud: LocalCloud, mishaps: Mishaps) {
    this.#cloud = cloud;
    this.#mishaps = mishaps;
  }

  /** An act has left something that will be due then. */
  heard(what: string, nextDueAt: string | null): void {
    if (nextDueAt === null) return;
    const at = Date.parse(nextDueAt);
    if (this.#known === null || at < this.#known.at) this.#known = { at, what };
  }

  /** The next minute at which the timer has something to do; null when nothing will ever be due. @param now the next act's time */
  nextMinute(now: number): number | null {
    if (now >= this.#goodUntil) {
      const found = [...PROBES.map((probe) => this.#earliest(probe)), this.#earliestMessage()].flatMap(
        (due) => due ?? [],
      );
      this.#known = found.sort((a, b) => a.at - b.at)[0] ?? null;
      this.#goodUntil = now + LOOKED_EVERY;
    }
    const first = this.#known;
    if (first === null) return null;
    const minute = Math.max(minuteFrom(first.at), this.#last + MINUTE);
    if (first.at > this.#last) {
      this.#waits = 0;
      return this.#mishaps.afterOutage(minute);
    }
    this.#waits = this.#waitedFor === first.what ? this.#waits + 1 : 0;
    this.#waitedFor = first.what;
    if (this.#waits < PATIENCE) return this.#mishaps.afterOutage(minute);
    this.stuck.add(first.what);
    return this.#mishaps.afterOutage(this.#last + HOUR);
  }

  #earliest({ collection, field }: Probe): { at: number; what: string } | null {
    const first = earliestBy<{ _id: string } & Record<string, string>>(this.#cloud, collection, field);
    if (first === null) return null;
    // What is unsettled is left to the act itself for a minute.
    const at = Date.parse(first[field] ?? '') + (field === 'unsettledSince' ? MINUTE : 0);
    return { at, what: `${collection} ${first._id} ${field} ${first[field] ?? ''}` };
  }

  #earliestMessage(): { at: number; what: string } | null {
    const first = earliestMessage<{ _id: string; send: { nextTryAt: string } }>(this.#cloud);
    if (first === null) return null;
    const { nextTryAt } = first.send;
    return { at: Date.parse(nextTryAt), what: `messages ${first._id} ${nextTryAt}` };
  }

  /** One run of the timer at a minute. */
  async run(at: number, onFile: number): Promise<void> {
    this.#last = at;
    this.#goodUntil = 0;
    const { counters, engine } = this.#cloud;
    const [calls, rows, cpu] = [counters.total(), engine.rowsRead(), process.cpuUsage()];
    const did = await this.#mishaps.duringClock(async () => {
      try {
        return (await this.#cloud.invoke('clock', {}, { source: 'timer', at })) as ClockRun['did'];
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'FUNCTIONS_EXECUTE_FAIL') throw error;
        return null;
      }
    });
    if (did === null) {
      this.died += 1;
      return;
    }
    const spent = process.cpuUsage(cpu);
    this.runs.push({
      at,
      onFile,
      did,
      databaseCalls: counters.total() - calls,
      rowsRead: engine.rowsRead() - rows,
      cpuMs: (spent.user + spent.system) / 1000,
    });
    if (Object.values(did).includes('failed') && this.#mishaps.outages.length === 0)
      this.stuck.add(`clock at ${isoOf(at)} answered ${JSON.stringify(did)}`);
  }
}
