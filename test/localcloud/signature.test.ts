// The wire refuses what is not signed by the cloud's own credentials.
import { request } from 'node:http';
import { aLocalCloud, type Running, refusal, sdk } from './a-local-cloud';

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({ durable: false });
});
afterAll(() => running.stop());

const codeOf = async (client: ReturnType<typeof sdk>) =>
  (await refusal(client.db.collection('plain').doc('x').get())).code;

test('a wrong key or an unknown id', async () => {
  const { url } = running.cloud;
  expect(await codeOf(sdk(url, { secretId: 'AKIDlocalcloud', secretKey: 'guessed' }))).toBe('SIGN_PARAM_INVALID');
  expect(await codeOf(sdk(url, { secretId: 'AKIDsomebody', secretKey: 'local-cloud-secret-key' }))).toBe(
    'SIGN_PARAM_INVALID',
  );
});

/** What the SDK sends, changed on its way. */
const replay = async (
  change: (sent: { headers: Record<string, string>; body: Record<string, unknown> }) => void,
): Promise<unknown> => {
  const http = await import('node:http');
  const caught = await new Promise<{ headers: Record<string, string>; body: Record<string, unknown>; url: string }>(
    (resolve) => {
      const listener = http.createServer((incoming, answer) => {
        let text = '';
        incoming.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        incoming.on('end', () => {
          answer.end('{"data":{"list":[]}}');
          listener.close();
          const headers = Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
          );
          resolve({ headers, body: JSON.parse(text) as Record<string, unknown>, url: incoming.url ?? '' });
        });
      });
      listener.listen(0, '127.0.0.1', () => {
        const address = listener.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        // Signed for the real host: the listener only stands in between.
        const client = sdk(`http://127.0.0.1:${port}`);
        void client.db.collection('plain').doc('x').get();
      });
    },
  );
  change(caught);
  const text = JSON.stringify(caught.body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: running.cloud.port,
        path: caught.url,
        method: 'POST',
        headers: { ...caught.headers, 'content-length': Buffer.byteLength(text) },
      },
      (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        answer.on('end', () => resolve(JSON.parse(body)));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
};

test('a request meant for another host, and one without a signature', async () => {
  expect(
    await replay(({ headers }) => Object.assign(headers, { host: `127.0.0.1:${running.cloud.port}` })),
  ).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  const bare = await fetch(`${running.cloud.url}/admin?env=local`, {
    method: 'POST',
    body: '{"action":"database.getDocument"}',
  });
  expect(await bare.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
});
