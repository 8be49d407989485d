import { invitationId } from '../../cloudfunctions/features/people/invitation';
import { sealWith } from '../../cloudfunctions/platform/seal';
import { BIHAI, CUIHU, DATA_KEY, newCommandId, startTestCloud, type TestCloud } from '../support/estate';
import { refusalOf } from '../support/refusal';

let world: TestCloud;
beforeAll(async () => {
  world = await startTestCloud();
}, 240_000);
afterAll(() => world?.close());

describe('before consent', () => {
  test('[IN-05] a visitor leaves nothing in the database and sees nothing', async () => {
    const people = world.cloud.engine.count('people');
    const visitor = await world.visitor('stranger');
    expect(visitor.me).toEqual({
      personId: null,
      name: '',
      phone: '',
      consentVersion: null,
      consentAt: null,
      homes: [],
      posts: [],
      staff: false,
      unread: 0,
      credits: [],
    });
    expect(await visitor.as('describeEstates', {})).toEqual({ items: [] });
    expect((await refusalOf(visitor.as('bindHome', { code: world.homeCode('翠湖花园 3栋1单元102') }))).code).toBe(
      'consentNeeded',
    );
    expect((await refusalOf(visitor.as('saveContact', { name: '某人', phone: '13800000000' }))).code).toBe(
      'consentNeeded',
    );
    expect(world.cloud.engine.count('people')).toBe(people);
  });

  test('[IN-05] the notice that was shown is the one agreed to, with its time', async () => {
    const visitor = await world.visitor('agreeing');
    const notice = await visitor.as('privacyNotice', {});
    expect((await refusalOf(visitor.as('agreeToPrivacyNotice', { version: '2020-01' }))).fields).toHaveProperty(
      'version',
    );
    const me = await visitor.as('agreeToPrivacyNotice', { version: notice.version });
    expect(me.consentVersion).toBe(notice.version);
    const again = await visitor.inMiniProgram('agreeToPrivacyNotice', { version: notice.version });
    expect(again.personId).toBe(me.personId);
    const document = await world.database.get<{ consents: unknown[]; identityKeys: string[] }>(
      'people',
      me.personId ?? '',
    );
    expect(document?.consents).toEqual([{ version: notice.version, at: expect.stringMatching(/^\d{4}-/) }]);
    expect(document?.identityKeys.sort()).toEqual(['mp:mp-agreeing', 'oa:oa-agreeing', 'u:union-agreeing']);
  });

  test('two first consents at once make one person', async () => {
    const visitor = await world.visitor('twice');
    const { version } = await visitor.as('privacyNotice', {});
    const [here, there] = await Promise.all([
      visitor.as('agreeToPrivacyNotice', { version }),
      visitor.inMiniProgram('agreeToPrivacyNotice', { version }),
    ]);
    expect(here.personId).toBe(there.personId);
  });
});

describe('signing in', () => {
  test('without a token, with a forged or an expired one nobody is signed in', async () => {
    const status = async (token?: string) => (await world.cloud.callApi('whoAmI', {}, token)).status;
    expect(await status()).toBe(401);
    expect(await status('not.a.token')).toBe(401);
    const visitor = await world.visitor('stranger');
    const [head = '', payload = '', signature = ''] = visitor.token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), keys: ['oa:oa-wang'] }),
    ).toString('base64url');
    expect(await status(`${head}.${forged}.${signature}`)).toBe(401);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await status(`${none}.${forged}.`)).toBe(401);
    expect(await status(visitor.token)).toBe(200);
    world.cloud.clock.set(Date.now() + 8 * 86_400_000);
    expect(await status(visitor.token)).toBe(401);
    world.cloud.clock.set(null);
  });

  test('the identity that a caller claims in the event counts for nothing', async () => {
    await world.resident('wang');
    const answer = await world.cloud.invoke(
      'api',
      { procedure: 'whoAmI', input: {}, userInfo: { openId: 'mp-wang' }, WX_OPENID: 'mp-wang' },
      { source: 'server' },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
  });

  test('the login address goes to WeChat and comes back only to a web page', async () => {
    const { body } = await world.cloud.callApi('beginLogin', { returnTo: 'https://huiyin.example/#/pages/home/index' });
    expect(body).toMatchObject({
      ok: true,
      data: { url: expect.stringMatching(/scope=snsapi_base.*#wechat_redirect$/), state: expect.any(String) },
    });
    expect((await world.cloud.callApi('beginLogin', { returnTo: 'javascript:alert(1)' })).status).toBe(400);
  });

  test('a login code works once', async () => {
    expect((await world.cloud.callApi('loginOfficialAccount', { code: 'made-up' })).status).toBe(401);
  });
});

describe('homes and posts', () => {
  test('a home is bound by its code, again without harm, and a wrong code is refused', async () => {
    const wang = await world.resident('wang');
    expect(wang.me.homes.map((home) => home.text)).toEqual(['3栋1单元101']);
    const again = await wang.as('bindHome', { code: world.homeCode('翠湖花园 3栋1单元101').toLowerCase() });
    expect(again.me.homes).toHaveLength(1);
    expect((await refusalOf(wang.as('bindHome', { code: 'WRONGCODE' }))).code).toBe('invitationInvalid');
    expect((await refusalOf(wang.as('bindHome', { code: 'RECEPTIONIST' }))).code).toBe('invitationInvalid');
  });

  test('[PV-05] a staff invitation works for one WeChat identity', async () => {
    const receptionist = await world.staff('receptionist');
    expect(receptionist.me.posts).toMatchObject([
      { role: 'receptionist', estateId: CUIHU, departmentName: '住户服务中心' },
    ]);
    expect(receptionist.me.name).toBe('张丽');
    expect((await receptionist.as('joinStaff', { code: 'RECEPTIONIST' })).posts).toHaveLength(1);
    const li = await world.resident('li');
    expect((await refusalOf(li.as('joinStaff', { code: 'RECEPTIONIST' }))).code).toBe('invitationInvalid');
    expect((await li.as('whoAmI', {})).staff).toBe(false);
  });

  test('[PV-05] posts that were taken away are not given back by the old invitation', async () => {
    const patrol = await world.staff('patrol');
    expect(patrol.me.posts).toHaveLength(1);
    await world.database.update('people', patrol.me.personId ?? '', { posts: [], dutyKeys: [] });
    const me = await patrol.as('joinStaff', { code: 'PATROL' });
    expect([me.posts, me.staff]).toEqual([[], false]);
    expect((await refusalOf(patrol.as('desk', {}))).code).toBe('notAllowed');
  });

  test('[PV-05] a staff invitation interrupted after its use is completed by the repetition', async () => {
    const visitor = await world.visitor('interrupted');
    const { version } = await visitor.as('privacyNotice', {});
    const { personId } = await visitor.as('agreeToPrivacyNotice', { version });
    await world.database.update('invitations', invitationId('MANAGER', sealWith(DATA_KEY)), {
      usesLeft: 0,
      usedBy: [personId],
    });
    expect((await visitor.as('joinStaff', { code: 'MANAGER' })).posts).toMatchObject([
      { role: 'manager', estateId: CUIHU },
    ]);
  });

  test('an expired invitation is refused', async () => {
    const li = await world.resident('li');
    world.cloud.clock.set(Date.now() + 200 * 86_400_000);
    const token = await world.cloud.login('li');
    expect(
      (await world.cloud.callApi('bindHome', { code: world.homeCode('翠湖花园 3栋2单元301') }, token)).body,
    ).toMatchObject({ error: { code: 'invitationInvalid' } });
    world.cloud.clock.set(null);
    expect((await li.as('bindHome', { code: world.homeCode('翠湖花园 3栋2单元301') })).me.homes).toHaveLength(2);
  });

  test('guessing codes ends after twenty in an hour', async () => {
    const chen = await world.resident('chen');
    for (let at = 0; at < 20; at += 1) await refusalOf(chen.as('bindHome', { code: `GUESS${at}` }));
    expect((await refusalOf(chen.as('bindHome', { code: world.homeCode('碧海名苑 1栋102') }))).message).toContain(
      '尝试次数过多',
    );
  });

  test('[PV-04] name and phone are not in the database as they are', async () => {
    const wang = await world.resident('wang');
    expect(wang.me).toMatchObject({ name: '王小明', phone: '13800138000' });
    const stored = JSON.stringify(await world.database.get('people', wang.me.personId ?? ''));
    expect(stored).not.toContain('王小明');
    expect(stored).not.toContain('13800138000');
  });

  test('[PV-01] the desk finds a home by room, beginning, whole phone or whole name, and sees people masked', async () => {
    await world.resident('wang');
    const desk = await world.staff('receptionist');
    const found = async (q: string) => (await desk.as('findHomes', { estateId: CUIHU, q })).items;
    const masked = {
      home: expect.objectContaining({ text: '3栋1单元101' }),
      residents: [{ id: expect.any(String), name: '王*', phone: '138****8000' }],
      open: 0,
    };
    expect(await found('3-1-101')).toEqual([masked]);
    expect(await found('138 0013 8000')).toEqual([masked]);
    expect(await found('王小明')).toEqual([masked]);
    expect((await found('3栋1单元')).length).toBe(10);
    expect((await found('5-10')).map(({ home }) => home.text)).toEqual(['5栋101', '5栋102']);
    expect(await found('13800138')).toEqual([]);
    expect(await found('8000')).toEqual([masked]);
    for (const typed of ['wx', 'wxm', 'WangX', 'wang xiao ming']) expect(await found(typed)).toEqual([masked]);
    for (const typed of ['xm', 'wxn', 'dan']) expect(await found(typed)).toEqual([]);
    expect(await found('9-9-999')).toEqual([]);
    expect((await refusalOf(desk.as('findHomes', { estateId: BIHAI, q: '1' }))).code).toBe('notAllowed');
    const wang = await world.resident('wang');
    expect((await refusalOf(wang.as('findHomes', { estateId: CUIHU, q: '3' }))).code).toBe('notAllowed');
  });

  test('estates: a resident sees their own, a company-wide post all', async () => {
    const wang = await world.resident('wang');
    const quality = await world.staff('quality');
    expect((await wang.as('describeEstates', {})).items).toMatchObject([
      { name: '翠湖花园', servicePhone: '0755-26001234', buildings: ['3', '5'] },
    ]);
    expect((await quality.as('describeEstates', {})).items.map((estate) => estate.name)).toEqual([
      '碧海名苑',
      '翠湖花园',
    ]);
  });

  test('[MS-01] the ledger of message consents counts each answer once', async () => {
    const wang = await world.resident('wang');
    const answer = {
      commandId: newCommandId(),
      answers: [
        { templateId: 'result', accepted: true },
        { templateId: 'progress', accepted: false },
        { templateId: 'unknown', accepted: true },
      ],
    };
    await wang.as('recordSubscribeConsent', answer);
    const me = await wang.as('recordSubscribeConsent', answer);
    const left = (template: string) => me.credits.find((credit) => credit.template === template)?.left;
    expect([left('result'), left('progress'), left('accepted'), left('newWork')]).toEqual([1, 0, 0, undefined]);
  });
});

describe('at once', () => {
  test('[MS-01] of several first message consents none is lost', async () => {
    const li = await world.resident('li');
    const accept = (template: string) =>
      li.as('recordSubscribeConsent', {
        commandId: newCommandId(),
        answers: [{ templateId: template, accepted: true }],
      });
    for (const template of ['accepted', 'progress', 'result', 'survey']) {
      await Promise.all([accept(template), accept(template), accept(template)]);
      const { credits } = await li.as('whoAmI', {});
      expect(credits.find((credit) => credit.template === template)).toMatchObject({ template, left: 3 });
    }
  });
});

describe('bad luck', () => {
  afterEach(() => world.cloud.faults.reset());

  test('a consent whose answer was lost is repeated and makes one person', async () => {
    const visitor = await world.visitor('unlucky');
    const { version } = await visitor.as('privacyNotice', {});
    const people = world.cloud.engine.count('people');
    world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'people' });
    expect((await refusalOf(visitor.as('agreeToPrivacyNotice', { version }))).code).toBe('unavailable');
    expect((await visitor.as('agreeToPrivacyNotice', { version })).consentVersion).toBe(version);
    expect(world.cloud.engine.count('people')).toBe(people + 1);
  });

  test('an invitation whose answer was lost is used once, and the home is bound by the repetition', async () => {
    const visitor = await world.visitor('unlucky');
    const code = world.homeCode('翠湖花园 3栋2单元502');
    world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'invitations' });
    expect((await refusalOf(visitor.as('bindHome', { code }))).code).toBe('unavailable');
    expect((await visitor.as('bindHome', { code })).me.homes.map((home) => home.text)).toEqual(['3栋2单元502']);
    const used = await world.database.find<{ usesLeft: number; homeId: string }>('invitations', {
      where: { _id: invitationId(code, sealWith(DATA_KEY)) },
    });
    expect(used).toMatchObject([{ usesLeft: 5 }]);
  });

  test('a database without an answer is said to be a busy system, with a request id, and nothing more', async () => {
    const wang = await world.resident('wang');
    world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'people' });
    const { status, body } = await world.cloud.callApi(
      'saveContact',
      { name: '王小明', phone: '13800138000' },
      wang.token,
    );
    expect([status, body]).toEqual([
      503,
      {
        ok: false,
        error: { code: 'unavailable', message: '系统暂时繁忙，没有保存，请稍后重试。' },
        requestId: expect.any(String),
        at: expect.stringMatching(/Z$/),
      },
    ]);
  });

  test('the clock does nothing for a client that names it', async () => {
    expect(await world.cloud.invoke('clock', {}, { source: 'miniprogram', openid: 'mp-wang' })).toEqual({});
  });
});

describe('the border', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${world.cloud.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  test('what is no JSON object is refused as such', async () => {
    for (const body of ['{', '[1]', '"text"', 'null']) {
      const answer = await post('privacyNotice', body);
      expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
        400,
        'badJson',
      ]);
    }
    expect((await post('privacyNotice', '')).status).toBe(200);
  });

  test('wrong fields are named in Chinese, with the path', async () => {
    const wang = await world.resident('wang');
    const { fields } = await refusalOf(wang.as('saveContact', { name: '  ', phone: 'abc' }));
    expect(fields).toEqual({ name: '请填写称呼', phone: '请填写正确的电话号码' });
    const deep = await refusalOf(
      wang.as('recordSubscribeConsent', {
        commandId: 'deep-path',
        answers: [{ templateId: 'x', accepted: 'yes' as unknown as boolean }],
      }),
    );
    expect(deep.fields).toEqual({ 'answers.0.accepted': '填写的类型不正确' });
  });

  test('keys that reach into JavaScript or the database are refused', async () => {
    const wang = await world.resident('wang');
    for (const body of [
      '{"name":{"$gt":""},"phone":"13800138000"}',
      '{"__proto__":{"a":1},"name":"王","phone":"13800138000"}',
    ])
      expect((await post('saveContact', body, { authorization: `Bearer ${wang.token}` })).status).toBe(400);
  });

  test('an unknown procedure, also one with the name of a built-in', async () => {
    for (const name of ['nothing', 'toString', '__proto__', 'constructor'])
      expect((await world.cloud.callApi(name, {})).body).toMatchObject({
        ok: false,
        error: { code: 'unknownProcedure' },
        requestId: expect.any(String),
      });
  });

  test('the API describes itself, and health answers', async () => {
    const described = (await (await fetch(`${world.cloud.url}/api`)).json()) as {
      procedures: { name: string; input: object }[];
    };
    expect(described.procedures.length).toBeGreaterThan(40);
    expect(described.procedures.find(({ name }) => name === 'saveContact')?.input).toMatchObject({
      type: 'object',
      required: ['name', 'phone'],
    });
    expect((await fetch(`${world.cloud.url}/api/health`)).status).toBe(200);
  });

  test('no answer may be cached, framed or sniffed', async () => {
    const { headers } = await post('privacyNotice', '{}');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('whoAmI costs at most four database calls, knowing the caller one', async () => {
  const { counters } = world.cloud;
  const wang = await world.resident('wang');
  await wang.as('whoAmI', {});
  counters.reset();
  await wang.as('whoAmI', {});
  expect(counters.total()).toBeLessThanOrEqual(4);
  counters.reset();
  await refusalOf(wang.as('desk', {}));
  expect(counters.total()).toBe(1);
});
