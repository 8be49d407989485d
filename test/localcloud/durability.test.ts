// What was acknowledged is there: under many writers at once, after kill -9, and after a full disk.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { aLocalCloud, COLLECTIONS, refusal, sdk } from './a-local-cloud';
import { startLocalCloud } from '../../localcloud/cloud';

const root = resolve(__dirname, '../..');
const children: ChildProcess[] = [];
const node = (...args: string[]) => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
};
const writer = (...args: string[]) => node(join(__dirname, 'writer.mjs'), ...args);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

test('four processes with 500 compare-and-sets each on one document end at exactly 2,000', async () => {
  const running = await aLocalCloud();
  try {
    const plain = running.db.collection('plain');
    await plain.add({ _id: 'hot', version: 0 });
    const ended = [1, 2, 3, 4].map(() => once(writer(running.cloud.url, 'increments', '500'), 'exit'));
    expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
    expect((await plain.doc('hot').get()).data[0]).toEqual({ _id: 'hot', version: 2000 });
  } finally {
    await running.stop();
  }
}, 90_000);

test('kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
  try {
    const acknowledged = new Set<string>();
    for (const round of ['first', 'second']) {
      const server = node('--import', 'tsx', join(__dirname, 'serve.ts'), dataDir);
      const [chunk] = (await once(server.stdout, 'data')) as [Buffer];
      const client = writer(chunk.toString().trim(), 'inserts', round);
      let written = 0;
      const enough = new Promise<void>((reached) => {
        createInterface({ input: client.stdout }).on('line', (id) => {
          acknowledged.add(id);
          written += 1;
          if (written === 300) reached();
        });
      });
      await enough;
      server.kill('SIGKILL');
      await once(client, 'close');
    }
    const cloud = await startLocalCloud({ dataDir, functionsDir: 'none', collections: COLLECTIONS, timers: false });
    const { db } = sdk(cloud.url);
    const found = new Set<string>();
    const ids = [...acknowledged];
    for (let at = 0; at < ids.length; at += 500) {
      const { data } = await db
        .collection('plain')
        .where({ _id: db.command.in(ids.slice(at, at + 500)) })
        .limit(1000)
        .get();
      for (const { _id } of data) found.add(_id);
    }
    await cloud.close();
    expect(acknowledged.size).toBeGreaterThanOrEqual(600);
    expect(ids.filter((id) => !found.has(id))).toEqual([]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 240_000);

test('a full disk refuses writes aloud; reading goes on, and so does writing once there is room', async () => {
  const running = await aLocalCloud();
  try {
    const plain = running.db.collection('plain');
    await plain.add({ _id: 'before' });
    running.cloud.faults.set({ diskFull: true });
    const big = () => plain.add({ words: 'x'.repeat(100_000) });
    const many = await Promise.allSettled(Array.from({ length: 8 }, big));
    expect(many.map(({ status }) => status)).toEqual(Array(8).fill('rejected'));
    expect(await refusal(big())).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('SQLITE_FULL'),
    });
    expect((await plain.doc('before').get()).data).toHaveLength(1);
    running.cloud.faults.set({ diskFull: false });
    await big();
  } finally {
    await running.stop();
  }
});

test('a changed declaration rebuilds the indexes from the documents', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'schema-'));
  const start = (indexes: (typeof COLLECTIONS)[number]['indexes']) =>
    startLocalCloud({ dataDir, functionsDir: 'none', collections: [{ name: 'plain', indexes }], timers: false });
  try {
    const first = await start([{ name: 'old', keys: [['old', 1]] }]);
    await first.engine.insertMany('plain', [
      { _id: 'a', color: 'red', tags: ['x', 'y'] },
      { _id: 'b', color: 'blue', tags: ['y'] },
    ]);
    expect((await refusal(sdk(first.url).db.collection('plain').where({ color: 'red' }).get())).message).toContain(
      'color',
    );
    await first.close();
    const second = await start([
      { name: 'color', keys: [['color', 1]], unique: true },
      { name: 'tags', keys: [['tags', 1]], multikey: 'tags' },
    ]);
    const plain = sdk(second.url).db.collection('plain');
    expect((await plain.where({ color: 'red' }).get()).data).toHaveLength(1);
    expect((await plain.where({ tags: 'y' }).get()).data).toHaveLength(2);
    expect((await refusal(plain.add({ color: 'blue' }))).message).toContain('E11000');
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
