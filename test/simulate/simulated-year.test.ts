// A few weeks of a simulated estate through the real functions; `npm run simulate` does the same for a whole year.
import { _ } from '../../cloudfunctions/platform/operators';
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { StoredMessage } from '../../cloudfunctions/features/message/stored-message';
import type { ComplaintEvent } from '../../domain/complaint/events';
import type { Database } from '../../cloudfunctions/platform/database';
import { checkYear, type Finding, type Verdict } from './check/check-year';
import type { SimulationOptions } from './options';
import { type Lived, liveThrough } from './run-simulation';

const CALM: SimulationOptions = { estates: 1, complaints: 24, days: 9, seed: 7, faults: false, lanes: 2 };
const STORMY: SimulationOptions = { estates: 1, complaints: 14, days: 7, seed: 11, faults: true, lanes: 1 };

const broken = ({ findings }: Verdict): Record<string, readonly Finding['wrong'][number][]> =>
  Object.fromEntries(
    findings.filter(({ wrong }) => wrong.length > 0).map(({ rule, says, wrong }) => [`${rule} ${says}`, wrong]),
  );

describe('a calm month', () => {
  let lived: Lived;
  let verdict: Verdict;
  beforeAll(async () => {
    lived = await liveThrough(CALM, () => undefined);
    verdict = await checkYear(lived);
  }, 900_000);
  afterAll(() => lived?.world.close());

  test('[CK-02][CK-09][CB-01][RV-01][MS-03] every rule holds of everything that happened', () => {
    expect(broken(verdict)).toEqual({});
    expect(verdict.counted.complaints).toBe(CALM.complaints);
    expect(verdict.counted.byState.closed).toBeGreaterThan(CALM.complaints / 3);
  });

  /** The first complaint with such an event, and the place of it. */
  const withEvent = async (type: ComplaintEvent['type'], database: Database) => {
    const documents = await database.find<ComplaintDocument>('complaints', { where: { _id: _.gt('') }, limit: 1000 });
    for (const document of documents) {
      const at = document.events.findIndex((event) => event.type === type);
      if (at >= 0) return { document, at };
    }
    throw new Error(`no complaint has ${type}`);
  };
  const withoutEvent = async (type: ComplaintEvent['type'], database: Database): Promise<string> => {
    const { document, at } = await withEvent(type, database);
    const events = document.events.filter((_event, n) => n !== at);
    await database.update('complaints', document._id, { events });
    return document._id;
  };

  // Each falsifies one document and puts nothing right: what was broken before stays broken.
  const FALSIFIED: readonly [what: string, rule: string, falsify: (database: Database) => Promise<string>][] = [
    ['a miss that was not recorded', 'CK-09', (database) => withoutEvent('clockMissed', database)],
    [
      'a field that differs from its events',
      'HD-03',
      async (database) => {
        const { document } = await withEvent('dispatched', database);
        await database.update('complaints', document._id, { dutyDueAt: '2020-01-01T00:00:00.000Z' });
        return document._id;
      },
    ],
    [
      'an escalation that reached nobody',
      'CK-02',
      async (database) => {
        // Of a clock whose ladder the check knows; not of the miss that is lost above.
        const known: ReadonlySet<string> = new Set(['dispatch', 'signing', 'resolution', 'plan', 'inform', 'callback']);
        const documents = await database.find<ComplaintDocument>('complaints', {
          where: { _id: _.gt('') },
          limit: 1000,
        });
        const misses = documents.flatMap(({ _id, events }) =>
          events.flatMap((e) =>
            e.type === 'clockMissed' && known.has(e.data.clock) ? [`${_id}:${e.id}:ladder:`] : [],
          ),
        );
        const messages = await database.find<StoredMessage>('messages', { where: { _id: _.gt('') }, limit: 1000 });
        const lost = messages.filter(({ _id }) => misses.some((miss) => _id.startsWith(miss))).at(-1);
        if (lost === undefined) throw new Error('no escalation among the first thousand messages');
        await database.remove('messages', lost._id);
        return lost.complaintId ?? '';
      },
    ],
    [
      'a figure of a month counted wrongly',
      'RP-04',
      async (database) => {
        const [month] = await database.find<{ _id: string }>('figures', { where: { _id: _.gt('') }, limit: 1 });
        await database.update('figures', month?._id ?? '', { 'counts.filed': _.inc(1) });
        return `${month?._id.split(':').slice(0, 2).join(':')} filed`;
      },
    ],
    [
      'a review of one’s own work',
      'RV-01',
      async (database) => {
        const { document, at } = await withEvent('reviewPassed', database);
        const worker = document.events.find(({ type }) => type === 'investigated')?.by;
        const events = document.events.map((event, n) =>
          n === at && worker !== undefined ? { ...event, by: worker } : event,
        );
        await database.update('complaints', document._id, { events });
        return document._id;
      },
    ],
    [
      'a lot that was steered',
      'CB-01',
      async (database) => {
        const [ledger] = await database.find<{ _id: string; entries: { drawn: boolean }[] }>('draws', {
          where: { _id: _.gt('') },
          limit: 1,
        });
        const entries = (ledger?.entries ?? []).map((entry) => ({ ...entry, drawn: !entry.drawn }));
        await database.update('draws', ledger?._id ?? '', { entries });
        return ledger?._id ?? '';
      },
    ],
  ];
  test.each(FALSIFIED)('the check finds %s [%s]', async (_what, rule, falsify) => {
    const id = await falsify(lived.world.database);
    const { findings } = await checkYear(lived);
    const found = findings.filter((finding) => finding.rule === rule).flatMap(({ wrong }) => wrong.map((w) => w.id));
    expect(found).toContain(id);
  });
});

test('[MS-03][CK-07][IN-06] lost answers, killed functions, double taps and a timer that stands still lose and double nothing', async () => {
  const lived = await liveThrough(STORMY, () => undefined);
  try {
    const verdict = await checkYear(lived);
    expect(broken(verdict)).toEqual({});
    expect(verdict.counted.complaints).toBe(STORMY.complaints);
    expect([...lived.mishaps.happened.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(5);
  } finally {
    await lived.world.close();
  }
}, 900_000);
