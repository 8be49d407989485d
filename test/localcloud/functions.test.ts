import { aLocalCloud, anAccount, type Running, refusal } from './a-local-cloud';

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));

const identity = {
  source: `
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    exports.main = async (event, context) => {
      await wait(event.wait || 0);
      const inContext = JSON.parse(context.environment);
      const wx = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('WX_') && name !== 'WX_CONTEXT_KEYS'));
      return { openid: process.env.WX_OPENID || null, fromContext: inContext.WX_OPENID || null, trigger: process.env.TRIGGER_SRC || null, wx: Object.keys(wx).sort(), left: process.env.LEFT_BEHIND || null, tz: new Date().getTimezoneOffset(), name: context.function_name };
    };`,
};
const web = {
  source: `
    const https = require('node:http');
    exports.main = async (event) => {
      if (event.path === '/api/loginOfficialAccount') {
        const { code } = JSON.parse(event.body);
        const query = new URLSearchParams({ appid: process.env.WECHAT_OA_APP_ID, secret: process.env.WECHAT_OA_SECRET, code, grant_type: 'authorization_code' });
        const answer = await (await fetch(process.env.WECHAT_API_BASE + '/sns/oauth2/access_token?' + query)).json();
        if (answer.errcode) return { statusCode: 401, body: JSON.stringify({ ok: false, error: { code: String(answer.errcode) } }) };
        return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ok: true, data: { token: 'token-of-' + answer.unionid } }) };
      }
      if (event.path === '/api/binary') return { statusCode: 201, headers: { 'content-type': 'image/png' }, body: event.body, isBase64Encoded: true };
      if (event.path === '/api/huge') return 'x'.repeat(7 * 1024 * 1024);
      return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(event) };
    };`,
};
const database = {
  source: `
    const tcb = require(${SDK});
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    exports.main = async (event) => {
      const db = app.database();
      if (event.nested) return (await app.callFunction({ name: 'identity', data: {} })).result;
      for (const id of event.ids) await db.collection('plain').add({ _id: id, at: new Date() });
      return event.ids.length;
    };`,
};
const misbehaving = {
  source: `
    let calls = 0;
    exports.main = async (event) => {
      calls += 1;
      if (event.throw) throw new Error('it is broken');
      if (event.hang) await new Promise(() => {});
      if (event.spin) for (;;);
      if (event.exit) process.exit(1);
      if (event.leave) { process.env.LEFT_BEHIND = 'yes'; process.env.WX_OPENID = 'somebody'; }
      if (event.huge) return 'x'.repeat(7 * 1024 * 1024);
      return { calls, left: process.env.LEFT_BEHIND || null, openid: process.env.WX_OPENID || null };
    };`,
  config: { timeout: 1 },
};
/** Takes four times as long as it may. */
const slow = {
  source: `
    exports.main = async () => {
      const began = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { at: Date.now(), took: performance.now() - began };
    };`,
  config: { timeout: 0.05 },
};
const time = {
  source: `exports.main = async () => ({ now: Date.now(), made: new Date().toISOString(), text: Date().slice(0, 15), is: new Date() instanceof Date, fixed: new Date(0).toISOString(), name: Date.name, same: new Date().constructor === Date });`,
};

let running: Running;
beforeAll(async () => {
  running = await aLocalCloud({
    durable: false,
    workersPerFunction: 2,
    functions: { identity, web, database, misbehaving, time },
  });
});
afterAll(() => running.stop());

describe('calling functions', () => {
  test('people who call at the same time are not mixed up', async () => {
    const calls = Array.from({ length: 12 }, (_, at) =>
      running.cloud.invoke('identity', { wait: (at % 3) * 20 }, { source: 'miniprogram', openid: `person-${at}` }),
    );
    for (const [at, answer] of (await Promise.all(calls)).entries()) {
      expect(answer).toMatchObject({ openid: `person-${at}`, fromContext: `person-${at}`, name: 'identity', tz: 0 });
    }
  });

  test('nothing of one invocation is left for the next', async () => {
    await running.cloud.invoke('identity', {}, { source: 'miniprogram', openid: 'alice', unionid: 'union' });
    expect(await running.cloud.invoke('identity', {}, { source: 'http' })).toMatchObject({
      openid: null,
      fromContext: null,
      wx: [],
      trigger: null,
    });
    expect(await running.cloud.invoke('identity', {}, { source: 'timer' })).toMatchObject({
      openid: null,
      wx: ['WX_TRIGGER_API_TOKEN_V0'],
      trigger: 'timer',
    });
    await running.cloud.invoke('misbehaving', { leave: true });
    expect(await running.cloud.invoke('misbehaving', {})).toMatchObject({ left: null, openid: null });
  });

  test('a function uses the real SDK against this cloud, and calls others', async () => {
    expect(await running.cloud.invoke('database', { ids: ['from-a-function'] })).toBe(1);
    expect((await running.db.collection('plain').doc('from-a-function').get()).data).toHaveLength(1);
    expect(await running.cloud.invoke('database', { nested: true })).toMatchObject({ name: 'identity', openid: null });
    expect((await running.app.callFunction({ name: 'identity', data: {} })).result).toMatchObject({ name: 'identity' });
  });

  test('errors, timeouts and crashes reach the caller, and the next call is served', async () => {
    expect(await refusal(running.cloud.invoke('misbehaving', { throw: true }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'it is broken',
    });
    expect(await refusal(running.cloud.invoke('misbehaving', { hang: true }))).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    });
    expect(await refusal(running.cloud.invoke('misbehaving', { spin: true }))).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    });
    expect(await refusal(running.cloud.invoke('misbehaving', { exit: true }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    });
    expect(await running.cloud.invoke('misbehaving', {})).toMatchObject({ calls: 1 });
    expect(await refusal(running.cloud.invoke('nobody', {}))).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  test('events and results of more than 6 MB are refused', async () => {
    expect((await refusal(running.cloud.invoke('misbehaving', { huge: true }))).code).toBe(
      'FUNCTIONS_RESPONSE_TOO_LARGE',
    );
    expect((await refusal(running.cloud.invoke('misbehaving', { big: 'x'.repeat(7 * 1024 * 1024) }))).code).toBe(
      'FUNCTIONS_REQUEST_TOO_LARGE',
    );
  });
});

describe('the moved clock', () => {
  afterEach(() => running.cloud.clock.set(null));

  test('is what functions see, through every way of asking', async () => {
    const at = Date.parse('2027-02-06T01:00:00Z');
    running.cloud.clock.set(at);
    const seen = (await running.cloud.invoke('time', {})) as { now: number; made: string };
    expect(Math.abs(seen.now - at)).toBeLessThan(5000);
    expect(seen).toMatchObject({
      text: 'Sat Feb 06 2027',
      is: true,
      fixed: '1970-01-01T00:00:00.000Z',
      name: 'Date',
      same: true,
    });
    expect(seen.made).toContain('2027-02-06T01:00');
    const other = (await running.cloud.invoke('time', {}, { source: 'timer', at: at + 86_400_000 })) as { now: number };
    expect(Math.abs(other.now - at - 86_400_000)).toBeLessThan(5000);
  });

  test('is what signatures are checked against', async () => {
    running.cloud.clock.set(Date.now() + 3 * 86_400_000);
    expect(await running.cloud.invoke('database', { ids: ['three-days-later'] })).toBe(1);
    expect((await refusal(running.db.collection('plain').doc('x').get())).code).toBe('SIGN_PARAM_INVALID');
  });
});

describe('HTTP access', () => {
  const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(`${running.cloud.url}${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers,
    });

  test('passes a request as the integration event and answers with what the function returns', async () => {
    const event = (await (
      await post('/api/anything?a=1&b=%E4%B8%AD', '{"x":1}', { 'content-type': 'application/json', 'X-Own': 'v' })
    ).json()) as unknown;
    expect(event).toMatchObject({
      path: '/api/anything',
      httpMethod: 'POST',
      queryStringParameters: { a: '1', b: '中' },
      headers: { 'x-own': 'v' },
      body: '{"x":1}',
      isBase64Encoded: false,
      requestContext: { envId: 'local', sourceIp: '127.0.0.1' },
    });
  });

  test('carries binary bodies both ways', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const answer = await post('/api/binary', bytes, { 'content-type': 'image/png' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  test('refuses what is too large with a readable error', async () => {
    const answer = await post('/api/anything', 'x'.repeat(7 * 1024 * 1024), { 'content-type': 'application/json' });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'BODY_TOO_LARGE' } });
    expect((await post('/api/huge', '{}')).status).toBe(500);
  });

  test('answers only to this machine’s names and origins', async () => {
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const http = require('node:http') as typeof import('node:http');
      http
        .get(
          { host: '127.0.0.1', port: running.cloud.port, path: '/', headers: { host: 'evil.example' } },
          (response) => resolve(response.statusCode),
        )
        .on('error', reject);
    });
    expect(answer).toBe(421);
    expect((await post('/local/clock', '{"reset":true}', { origin: 'http://evil.example' })).status).toBe(421);
  });

  test('signs a demo person in through the product’s own login', async () => {
    running.cloud.wechat.addAccount(anAccount('wang'));
    const token = `token-of-${anAccount('wang').unionid}`;
    expect(await running.cloud.login('wang')).toBe(token);
    expect(await (await post('/local/login', '{"person":"wang"}')).json()).toEqual({ token });
    const unknown = await post('/local/login', '{"person":"nobody"}');
    expect(unknown.status).toBe(404);
    expect(JSON.stringify(await unknown.json())).toContain('wang');
    expect(await running.cloud.callApi('echo', { a: 1 }, 'T')).toMatchObject({
      status: 200,
      body: { path: '/api/echo', headers: { authorization: 'Bearer T' }, body: '{"a":1}' },
    });
  });

  test('a mini program’s call brings its identity', async () => {
    const account = anAccount('wang');
    const answer = await post(
      '/local/call',
      JSON.stringify({ function: 'identity', data: {}, openid: account.mpOpenid }),
      { 'content-type': 'application/json' },
    );
    expect(await answer.json()).toMatchObject({
      result: { openid: account.mpOpenid, wx: ['WX_API_TOKEN', 'WX_APPID', 'WX_OPENID', 'WX_UNIONID'] },
    });
  });
});

describe('functions in the local cloud’s own thread', () => {
  // What a bundle is on the platform: the SDK inside, sockets as builtin modules.
  const ASKING = {
    source: `
      const http = require('http');
      const { createHash } = require('node:crypto');
      exports.main = (event) => new Promise((resolve, reject) => {
        const request = http.request(JSON.parse(process.env.TCB_CONTEXT_CNFG).URL, { method: 'post', headers: { 'X-One': 1 } }, (response) => {
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () => resolve({ code: JSON.parse(Buffer.concat(parts)).code, status: response.statusCode, hash: createHash('md5').update('').digest('hex').length }));
        });
        request.on('error', reject);
        request.write(JSON.stringify(event));
        request.end();
      });`,
  };
  let inline: Running;
  beforeAll(async () => {
    inline = await aLocalCloud({
      durable: false,
      instances: 'inline',
      workersPerFunction: 2,
      functions: { identity, misbehaving, time, slow, asking: ASKING },
    });
  });
  afterAll(() => inline.stop());

  test('people who call at the same time are not mixed up, and nothing is left for the next', async () => {
    const calls = Array.from({ length: 12 }, (_, at) =>
      inline.cloud.invoke('identity', { wait: (at % 3) * 20 }, { source: 'miniprogram', openid: `person-${at}` }),
    );
    for (const [at, answer] of (await Promise.all(calls)).entries())
      expect(answer).toMatchObject({ openid: `person-${at}`, fromContext: `person-${at}`, name: 'identity' });
    await inline.cloud.invoke('misbehaving', { leave: true });
    expect(await inline.cloud.invoke('misbehaving', {})).toMatchObject({ left: null, openid: null });
    expect(process.env.LEFT_BEHIND).toBeUndefined();
  });

  test('errors and timeouts reach the caller, and the next call is served by a new instance', async () => {
    expect(await refusal(inline.cloud.invoke('misbehaving', { throw: true }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'it is broken',
    });
    expect(await refusal(inline.cloud.invoke('misbehaving', { hang: true }))).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    });
  });

  test('without time limits an invocation may take as long as it likes, and time stands still in it; threads keep theirs', async () => {
    const patient = await aLocalCloud({
      durable: false,
      instances: 'inline',
      timeLimits: false,
      workersPerFunction: 1,
      functions: { slow },
    });
    try {
      const at = Date.parse('2027-01-02T03:04:05.678Z');
      expect(await patient.cloud.invoke('slow', {}, { source: 'timer', at })).toEqual({ at, took: 0 });
    } finally {
      await patient.stop();
    }
    expect(await refusal(inline.cloud.invoke('slow', {}))).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    expect(await refusal(aLocalCloud({ timeLimits: false }))).toMatchObject({
      message: 'only inline instances may do without time limits',
    });
  });

  test('each sees the time it was called for', async () => {
    const [then, later] = [Date.parse('2027-01-02T03:04:05Z'), Date.parse('2027-05-02T03:04:05Z')];
    const at = (when: number) => inline.cloud.invoke('time', {}, { source: 'timer', at: when });
    const [one, other] = await Promise.all([at(then), at(later)]);
    expect(one).toMatchObject({ made: expect.stringMatching(/^2027-01-02T03:04/), is: true });
    expect(other).toMatchObject({ made: expect.stringMatching(/^2027-05-02T03:04/), text: 'Sun May 02 2027' });
    expect(Math.abs(performance.timeOrigin + performance.now() - Date.now())).toBeLessThan(1000);
  });

  test('what they ask of this cloud is answered as on the socket, refusals too; only their signature isn’t read', async () => {
    expect(await inline.cloud.invoke('asking', { action: 'database.getDocument' })).toMatchObject({
      code: 'INVALID_PARAM',
      status: 200,
      hash: 32,
    });
  });
});
