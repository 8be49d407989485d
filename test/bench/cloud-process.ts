// The local cloud of the bench, in a process of its own so that the load generator doesn't share its processor time.
// Told what to do over IPC: see `Order`.
import { startLocalCloud } from '../../localcloud/cloud';
import { PLAN } from '../../localcloud/seed/estates';
import { found } from '../../localcloud/seed/found';
import { bringIn } from '../../localcloud/seed/people';
import { Phones } from '../../localcloud/seed/phone';
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import type { Figures, Order } from './cloud-orders';
import { growTo } from './grow';

async function main(): Promise<void> {
  const [dataDir = '', functionsDir = ''] = process.argv.slice(2);
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir,
    collections: COLLECTIONS,
    timers: false,
    // 25 residents file what thousands would.
    env: { RATE_FACTOR: '100000' },
    log: (line) => {
      if (/error|failed|unavailable/i.test(line)) console.error(line.slice(0, 300));
    },
  });
  const now = cloud.clock.now();
  const founded = await found(cloud, PLAN, now);
  const codes = new Map(founded.invitations.map((invitation) => [invitation.for, invitation.code]));
  await bringIn(cloud, new Phones(cloud), codes, now);
  cloud.clock.set(null);

  const figures = (): Figures => ({
    calls: cloud.counters.total(),
    rowsRead: cloud.engine.rowsRead(),
    cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
    onFile: cloud.engine.count('complaints'),
  });
  const answer = (value: unknown) => process.send?.(value);
  process.on('message', (order: Order) => {
    const carriedOut = async (): Promise<unknown> => {
      switch (order.do) {
        case 'figures':
          return figures();
        case 'grow':
          await growTo(order.to, order.openShare, cloud);
          return figures();
        case 'close': {
          const last = figures();
          await cloud.close();
          return last;
        }
      }
    };
    carriedOut().then(answer, (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  answer({ url: cloud.url });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
