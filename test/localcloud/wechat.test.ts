import { aLocalCloud, anAccount, type Running } from './a-local-cloud';

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));
const send = {
  source: `
    const tcb = require(${SDK});
    exports.main = async (event) => {
      if (event.path === '/api/send') event = JSON.parse(event.body);
      const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
      return (await app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: event.message })).result;
    };`,
};
const https = {
  source: `
    exports.main = async (event) => {
      const post = async (path, body) => (await fetch(process.env.WECHAT_API_BASE + path, { method: 'POST', body: JSON.stringify(body) })).json();
      const token = await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: process.env.WECHAT_MP_APP_ID, secret: event.secret || process.env.WECHAT_MP_SECRET });
      if (token.errcode) return token;
      return post('/cgi-bin/message/subscribe/send?access_token=' + token.access_token, event.message);
    };`,
};

let running: Running;
const li = anAccount('li');
beforeAll(async () => {
  running = await aLocalCloud({ durable: false, functions: { send, web: send, https } });
  running.cloud.wechat.addAccount(li);
});
afterAll(() => running.stop());
afterEach(() => running.cloud.faults.reset());

const aMessage = (more: object = {}) => ({
  touser: li.mpOpenid,
  templateId: 'progress',
  page: 'pages/complaint/index?id=1',
  data: { thing1: { value: '电梯异响' }, time2: { value: '2026-03-01 08:00' } },
  ...more,
});
const byTimer = (message: object) => running.cloud.invoke('send', { message }, { source: 'timer' });

describe('subscribe messages', () => {
  test('one consent is one message', async () => {
    running.cloud.wechat.grant(li.mpOpenid, 'progress', 2);
    expect(await byTimer(aMessage())).toMatchObject({ errCode: 0 });
    expect(await byTimer(aMessage())).toMatchObject({ errCode: 0 });
    expect(await byTimer(aMessage())).toMatchObject({ errCode: 43101 });
    expect(await byTimer(aMessage({ templateId: 'other' }))).toMatchObject({ errCode: 43101 });
    expect(running.cloud.wechat.sent(li.mpOpenid).map(({ errcode }) => errcode)).toEqual([43101, 43101, 0, 0]);
    expect(running.cloud.wechat.sent()[3]).toMatchObject({
      page: 'pages/complaint/index?id=1',
      data: { thing1: '电梯异响' },
    });
  });

  test('wrong people and wrong fields are refused before a consent is used', async () => {
    running.cloud.wechat.grant(li.mpOpenid, 'progress', 1);
    expect(await byTimer(aMessage({ touser: li.oaOpenid }))).toMatchObject({ errCode: 40003 });
    const field = (name: string, value: string) => byTimer(aMessage({ data: { [name]: { value } } }));
    expect(await field('thing1', '字'.repeat(21))).toMatchObject({ errCode: 47003 });
    expect(await field('thing1', '')).toMatchObject({ errCode: 47003 });
    expect(await field('number1', 'abc')).toMatchObject({ errCode: 47003 });
    expect(await field('phrase1', '六个汉字太长')).toMatchObject({ errCode: 47003 });
    expect(await field('unknown1', 'x')).toMatchObject({ errCode: 47003 });
    expect(await field('thing1', '字'.repeat(20))).toMatchObject({ errCode: 0 });
  });

  test('a cloud call is allowed by what made the function run', async () => {
    const message = aMessage();
    running.cloud.wechat.grant(li.mpOpenid, 'progress', 1);
    expect(await running.cloud.invoke('send', { message }, { source: 'server' })).toMatchObject({ errCode: -604104 });
    expect((await running.cloud.callApi('send', { message })).body).toMatchObject({ errCode: -604104 });
    const call = { source: 'miniprogram', openid: li.mpOpenid } as const;
    expect(await running.cloud.invoke('send', { message }, call)).toMatchObject({ errCode: 0 });
    // A client outside any function has no invocation to vouch for it, whatever token it makes up.
    const outside = await running.app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: message });
    expect(outside).toMatchObject({ result: { errCode: -604104 } });
  });

  test('over HTTPS with the mini program’s token', async () => {
    running.cloud.wechat.grant(li.mpOpenid, 'progress', 1);
    const message = { ...aMessage(), template_id: 'progress', templateId: undefined };
    expect(await running.cloud.invoke('https', { message, secret: 'wrong' })).toMatchObject({ errcode: 40125 });
    expect(await running.cloud.invoke('https', { message })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await running.cloud.invoke('https', { message })).toMatchObject({ errcode: 43101 });
    const forged = await fetch(`${running.cloud.url}/local/wechat/cgi-bin/message/subscribe/send?access_token=x`, {
      method: 'POST',
      body: '{}',
    });
    expect(await forged.json()).toMatchObject({ errcode: 40001 });
  });

  test('the refusals of a bad day can be called up', async () => {
    running.cloud.wechat.grant(li.mpOpenid, 'progress', 1);
    running.cloud.faults.set({ sendErrors: 2, sendErrorCode: 45009 });
    expect(await byTimer(aMessage())).toMatchObject({ errCode: 45009 });
    expect(await byTimer(aMessage())).toMatchObject({ errCode: 45009 });
    expect(await byTimer(aMessage())).toMatchObject({ errCode: 0 });
  });

  test('once templates are registered, others are unknown', async () => {
    running.cloud.wechat.registerTemplates([
      { id: 'progress', title: '投诉进度', fields: { thing1: '事项', time2: '时间' } },
    ]);
    expect(await byTimer(aMessage({ templateId: 'made-up' }))).toMatchObject({ errCode: 40037 });
  });
});

describe('who are you today', () => {
  const form = (path: string, fields: Record<string, string>) =>
    fetch(`${running.cloud.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const page = async (path: string) => (await fetch(`${running.cloud.url}${path}`)).text();
  const exchange = async (code: string) => {
    const secrets = (await import('node:fs')).readFileSync(`${running.dataDir}/secrets.json`, 'utf8');
    const { WECHAT_OA_APP_ID, WECHAT_OA_SECRET } = JSON.parse(secrets) as Record<string, string>;
    const query = new URLSearchParams({
      appid: WECHAT_OA_APP_ID ?? '',
      secret: WECHAT_OA_SECRET ?? '',
      code,
      grant_type: 'authorization_code',
    });
    return (await fetch(`${running.cloud.url}/local/wechat/sns/oauth2/access_token?${query}`)).json();
  };

  test('choosing a person returns with a code that is good once and for five minutes', async () => {
    expect(await page('/local/people')).toContain('li的昵称');
    const to = `${running.cloud.url}/?x=1#/pages/home`;
    const answer = await form('/local/people', { person: 'li', redirect_uri: to, state: 'S 1' });
    const location = answer.headers.get('location') ?? '';
    expect(location).toMatch(/\?x=1&code=[0-9a-f]+&state=S%201#\/pages\/home$/);
    const code = /code=([0-9a-f]+)/.exec(location)?.[1] ?? '';
    expect(await exchange(code)).toMatchObject({ openid: li.oaOpenid, unionid: li.unionid });
    expect(await exchange(code)).toMatchObject({ errcode: 40163 });
    expect(await exchange('made-up')).toMatchObject({ errcode: 40029 });
    const late = (await form('/local/people', { person: 'li', redirect_uri: to })).headers.get('location') ?? '';
    running.cloud.clock.set(Date.now() + 5 * 60_000 + 1000);
    expect(await exchange(/code=([0-9a-f]+)/.exec(late)?.[1] ?? '')).toMatchObject({ errcode: 40029 });
    running.cloud.clock.set(null);
  });

  test('a stranger gets an account of their own, and codes never leave this machine', async () => {
    const before = running.cloud.wechat.accounts().length;
    const answer = await form('/local/people', { person: '', redirect_uri: '/' });
    expect(answer.headers.get('location')).toMatch(/^\/\?code=/);
    expect(running.cloud.wechat.accounts()).toHaveLength(before + 1);
    expect((await form('/local/people', { person: 'li', redirect_uri: 'http://evil.example/' })).status).toBe(400);
  });

  test('where the management has offered invitations, a newcomer is given the next one before going in', async () => {
    running.cloud.wechat.offerInvitations([{ for: '春和苑 1栋1单元402', code: 'FNR3BE78' }]);
    const welcome = await (await form('/local/people', { person: '', redirect_uri: '/?x=1', state: 'S' })).text();
    expect(welcome).toContain('FNR3BE78');
    expect(welcome).toContain('春和苑 1栋1单元402');
    const key = /name="person" value="(guest-\d+)"/.exec(welcome)?.[1] ?? '';
    expect(running.cloud.wechat.accounts().find((account) => account.key === key)?.hint).toContain('FNR3BE78');
    const entered = await form('/local/people', { person: key, redirect_uri: '/?x=1', state: 'S' });
    expect(entered.headers.get('location')).toMatch(/^\/\?x=1&code=[0-9a-f]+&state=S$/);
    const late = await (await form('/local/people', { person: '', redirect_uri: '/' })).text();
    expect(late).toContain('已经发完');
    expect(late).toContain('进入回音');
  });

  test('whoever chose a person without being asked comes in as that person, without choosing twice', async () => {
    const entered = await form('/local/people', { person: 'li' });
    expect(await entered.text()).toContain('location.replace("/")');
    const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    expect(cookies).toEqual(['local_person=li', 'local_chosen=li']);
    const login = await fetch(`${running.cloud.url}/local/people?redirect_uri=%2F%23%2Fhome&state=S`, {
      headers: { cookie: cookies.join('; ') },
      redirect: 'manual',
    });
    expect(login.headers.get('location')).toMatch(/^\/\?code=[0-9a-f]+&state=S#\/home$/);
    expect(login.headers.getSetCookie()).toEqual(['local_chosen=; Path=/; Max-Age=0']);
    expect((await fetch(`${running.cloud.url}/local/enter?person=li&to=//evil.example`)).status).toBe(400);
    expect(await page('/local/enter?person=li&to=%3C/script%3E')).not.toContain('</script>"');
  });

  test('texts of people are shown as text', async () => {
    running.cloud.wechat.addAccount({ ...anAccount('mallory'), nickname: '<script>alert(1)</script>' });
    running.cloud.wechat.grant(anAccount('mallory').mpOpenid, 'progress', 1);
    await byTimer(aMessage({ touser: anAccount('mallory').mpOpenid, data: { thing1: { value: '<img src=x>' } } }));
    expect(await page('/local/people')).not.toContain('<script>');
    const phone = await page('/local/phone?person=mallory');
    expect(phone).not.toContain('<img');
    expect(phone).toContain('投诉进度');
  });

  test('the phone shows what came, what was refused and why, and gives consent again', async () => {
    await byTimer(aMessage());
    const phone = await page('/local/phone?person=li');
    expect(phone).toContain('href="/local/enter?person=li&amp;to=%2F%23%2Fpages%2Fcomplaint%2Findex%3Fid%3D1"');
    expect(phone).toContain('没有剩余的订阅次数');
    const granted = await fetch(`${running.cloud.url}/local/wechat/grant`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'li', templateId: 'progress', count: 3 }),
    });
    expect(await granted.json()).toMatchObject({ ok: true, data: { credits: [{ templateId: 'progress', count: 3 }] } });
    expect((await form('/local/wechat/grant', { person: 'li', templateId: 'progress', count: '1' })).status).toBe(303);
    expect((await fetch(`${running.cloud.url}/local/phone?person=nobody`)).status).toBe(404);
    expect(await page('/local/phone')).toContain('li的昵称');
  });
});
