// Sixty days of a simulated estate through the real functions, and some weeks in which much goes wrong; `npm run simulate`
// does the same for a whole year.
import { checkYear, type Finding, type Verdict } from './check/check-year';
import { FALSIFIED } from './falsified';
import type { SimulationOptions } from './options';
import { reportOf } from './report';
import { type Lived, liveThrough } from './run-simulation';
import { DAY } from './times';

const CALM: SimulationOptions = { estates: 1, complaints: 300, days: 60, seed: 7, faults: false, lanes: 2 };
const STORMY: SimulationOptions = { estates: 1, complaints: 60, days: 20, seed: 11, faults: true, lanes: 1 };
const MINUTES = 60_000;

const broken = (findings: readonly Finding[]): Record<string, readonly Finding['wrong'][number][]> =>
  Object.fromEntries(
    findings.filter(({ wrong }) => wrong.length > 0).map(({ rule, says, wrong }) => [`${rule} ${says}`, wrong]),
  );

describe('sixty calm days', () => {
  let lived: Lived;
  let verdict: Verdict;
  let databaseCalls: number;
  beforeAll(async () => {
    lived = await liveThrough(CALM, () => undefined);
    databaseCalls = lived.world.cloud.counters.total();
    verdict = await checkYear(lived);
  }, 60 * MINUTES);
  afterAll(() => lived?.world.close());

  test('[CK-02][CK-08][CK-09][CB-01][CB-09][RV-01][MS-03][SV-22] every rule holds of everything that happened', () => {
    expect(broken(reportOf(lived, verdict, databaseCalls).findings)).toEqual({});
    expect(verdict.counted.complaints).toBe(CALM.complaints);
    const { closed = 0, archived = 0 } = verdict.counted.byState;
    expect(closed + archived).toBeGreaterThan(CALM.complaints / 2);
  });

  test('what rules speak of has happened at all', () => {
    const { events } = verdict.counted;
    const seen = ['mergedInto', 'splitOff', 'resultShared', 'reasonStruck', 'archived', 'reopened', 'clockMissed'];
    expect(seen.filter((type) => (events[type] ?? 0) === 0)).toEqual([]);
  });

  describe('falsified', () => {
    const ids = new Map<string, string>();
    let findings: readonly Finding[];
    beforeAll(async () => {
      for (const { what, falsify } of FALSIFIED) ids.set(what, await falsify(lived));
      ({ findings } = await checkYear(lived));
    }, 20 * MINUTES);

    test.each(FALSIFIED)('the check finds $what [$rule]', ({ what, rule }) => {
      const found = findings.filter((finding) => finding.rule === rule).flatMap(({ wrong }) => wrong.map((w) => w.id));
      expect(found).toContain(ids.get(what));
    });
  });
});

test(
  '[MS-03][CK-07][IN-06] lost answers, killed functions, double taps and a timer that stands still for three days lose and double nothing',
  async () => {
    const lived = await liveThrough(STORMY, () => undefined);
    try {
      const { findings, counted } = await checkYear(lived);
      expect(broken(findings)).toEqual({});
      expect(counted.complaints).toBe(STORMY.complaints);
      expect(lived.mishaps.outages.map(({ from, to }) => to - from)).toEqual([3 * DAY]);
      expect([...lived.mishaps.happened.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(20);
    } finally {
      await lived.world.close();
    }
  },
  60 * MINUTES,
);
