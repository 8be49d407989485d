// A process of its own that writes through the real SDK: `writer.mjs <url> increments <count>` or `… inserts <tag>`.
import { createRequire } from 'node:module';

Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' });
const tcb = createRequire(import.meta.url)('@cloudbase/node-sdk');
const [url, task, argument] = process.argv.slice(2);
const credential = { secretId: 'AKIDlocalcloud', secretKey: 'local-cloud-secret-key' };
const db = tcb.init({ env: 'local', ...credential, serviceUrl: `${url}/admin` }).database();
const plain = db.collection('plain');

let version = 0;

/** Compares and sets until nobody came in between; whoever lost looks again a moment later. */
async function increment() {
  for (;;) {
    const { updated } = await plain.where({ _id: 'hot', version }).update({ version: db.command.inc(1) });
    if (updated === 1) {
      version += 1;
      return;
    }
    await new Promise((later) => setTimeout(later, Math.random() * 10));
    const { data } = await plain.doc('hot').get();
    version = data[0].version;
  }
}

async function insertForEver(tag, lane) {
  for (let at = 0; ; at += 1) {
    const _id = `${tag}-${lane}-${at}`;
    await plain.add({ _id, words: 'x'.repeat(200) });
    // Acknowledged: from here on it must never be lost.
    process.stdout.write(`${_id}\n`);
  }
}

if (task === 'increments') {
  for (let at = 0; at < Number(argument); at += 1) await increment();
} else {
  await Promise.all(Array.from({ length: 10 }, (_, lane) => insertForEver(argument, lane))).catch(() =>
    process.exit(0),
  );
}
