/** The demo that a newcomer starts with: played by the product's own use cases, so a rule that changes can stop it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import { type LocalCloud, startLocalCloud } from '../../localcloud/cloud';
import { seedDemo } from '../../localcloud/seed/seed-demo';
import { repository } from '../support/files';

const FUNCTIONS = resolve(repository, process.env.FUNCTIONS_DIR ?? 'dist/cloudfunctions');

test('the estate is founded, its people come in, and every story is played to its end', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-demo-'));
  let cloud: LocalCloud | undefined;
  try {
    cloud = await startLocalCloud({
      dataDir,
      functionsDir: FUNCTIONS,
      collections: COLLECTIONS,
      timers: false,
      durable: false,
    });
    const unfinished = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await seedDemo(cloud);
    expect(unfinished.mock.calls).toEqual([]);
    const register = async (state: string): Promise<unknown[]> => {
      const { body } = await (cloud as LocalCloud).callApi(
        'register',
        { state },
        await (cloud as LocalCloud).login('supervisor-zhou'),
      );
      const answer = body as { ok: boolean; data: { items: unknown[] } };
      return answer.ok ? answer.data.items : [];
    };
    for (const state of ['registered', 'dispatched', 'handling', 'reviewing', 'callback', 'closed'])
      expect([state, (await register(state)).length > 0]).toEqual([state, true]);
  } finally {
    await cloud?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 900_000);
