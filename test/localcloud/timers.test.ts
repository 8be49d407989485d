import { nextAfter, parseCron } from '../../localcloud/timers/cron';
import { aLocalCloud, type Running } from './a-local-cloud';

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));
const TIMER = (cron: string) => ({
  source: `
    const tcb = require(${SDK});
    exports.main = async (event) => {
      const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
      await new Promise((resolve) => setTimeout(resolve, 30));
      await db.collection('plain').add({ at: new Date(), type: event.Type, source: process.env.TRIGGER_SRC });
      return 'discarded';
    };`,
  config: { triggers: [{ name: 'tick', type: 'timer', config: cron }], timeout: 5 },
});

describe('seven-field cron, in Beijing time', () => {
  const rows: [string, string, string | undefined][] = [
    ['0 * * * * * *', '2026-03-01T00:00:00Z', '2026-03-01T00:01:00Z'],
    ['0 * * * * * *', '2026-03-01T00:00:59.999Z', '2026-03-01T00:01:00Z'],
    ['*/20 * * * * * *', '2026-03-01T00:00:00Z', '2026-03-01T00:00:20Z'],
    ['0 0 8 * * * *', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'], // 08:00 in Beijing is 00:00 UTC
    ['0 30 9 * * MON-FRI *', '2026-03-06T02:00:00Z', '2026-03-09T01:30:00Z'], // Fri 10:00 → Mon 09:30
    ['0 0 2 1 * * *', '2026-03-01T00:00:00Z', '2026-03-31T18:00:00Z'], // 1 April 02:00 in Beijing
    ['0 0 0 15 * SUN *', '2026-03-01T00:00:00Z', '2026-03-07T16:00:00Z'], // the 15th or a Sunday
    ['0 0 0 30 2 * *', '2026-03-01T00:00:00Z', undefined],
    ['0 15,45 * * * * 2027', '2026-03-01T00:00:00Z', '2026-12-31T16:15:00Z'],
  ];
  test.each(rows)('%s after %s', (cron, after, expected) => {
    const next = nextAfter(parseCron(cron), Date.parse(after));
    expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(
      expected && new Date(expected).toISOString(),
    );
  });

  test('what is no seven-field cron is refused', () => {
    expect(() => parseCron('* * * * *')).toThrow('seven');
    expect(() => parseCron('61 * * * * * *')).toThrow('0-59');
  });
});

describe('timer functions', () => {
  let running: Running;
  afterEach(() => running.stop());
  const count = async () =>
    (
      await running.db
        .collection('plain')
        .where({ _id: running.db.command.in([]) })
        .count()
    ).total ?? 0;
  const fired = () => running.cloud.engine.count('plain');

  test('run once when asked, at the moved time', async () => {
    running = await aLocalCloud({ durable: false, functions: { clock: TIMER('0 0 3 * * * *') } });
    expect(await count()).toBe(0);
    const at = Date.parse('2027-01-01T00:00:00Z');
    running.cloud.clock.set(at);
    await running.cloud.runTimers();
    expect(fired()).toBe(1);
    await Promise.all([running.cloud.runTimers(), running.cloud.runTimers()]);
    expect(fired()).toBe(3);
    running.cloud.clock.set(null);
  });

  test('run by the clock, never two at a time, and not while they are stopped', async () => {
    running = await aLocalCloud({ durable: false, timers: true, functions: { clock: TIMER('* * * * * * *') } });
    const until = async (enough: () => boolean) => {
      const end = Date.now() + 10_000;
      while (!enough() && Date.now() < end) await new Promise((later) => setTimeout(later, 50));
    };
    await until(() => fired() >= 2);
    expect(fired()).toBeGreaterThanOrEqual(2);
    running.cloud.faults.set({ timersStopped: true });
    await new Promise((later) => setTimeout(later, 500));
    const stopped = fired();
    await new Promise((later) => setTimeout(later, 1500));
    expect(fired()).toBe(stopped);
  });

  test('moving the clock by its page runs them', async () => {
    running = await aLocalCloud({ durable: false, functions: { clock: TIMER('0 * * * * * *') } });
    const post = async (body: object) => {
      const answer = await fetch(`${running.cloud.url}/local/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { data: { now: string } };
    };
    const { data } = await post({ at: '2027-05-01T00:00:00Z' });
    expect(data.now).toMatch(/^2027-05-01T00:0/);
    expect((await post({ advanceMinutes: 60 })).data.now).toMatch(/^2027-05-01T01:0/);
    expect(fired()).toBe(2);
    await post({ reset: true });
    expect(Math.abs(running.cloud.clock.now() - Date.now())).toBeLessThan(1000);
    const page = await (await fetch(`${running.cloud.url}/local/`)).text();
    expect(page).toContain('+1 天');
  });
});
