import { configOf } from './config';

const least = { DATA_KEY: 'x', SESSION_SECRET: 'y'.repeat(32) };

test('what is missing or too short is named', () => {
  expect(() => configOf({ SESSION_SECRET: 'short' })).toThrow(/DATA_KEY.*SESSION_SECRET needs at least 32/);
});

test('an account needs both its id and its secret; template ids come from JSON', () => {
  const config = configOf({
    ...least,
    WECHAT_OA_APP_ID: 'wx1',
    SUBSCRIBE_TEMPLATES: '{"result":"abc"}',
    WEB_ORIGINS: 'https://a.example, https://b.example',
  });
  expect(config).toMatchObject({
    officialAccount: null,
    templateIds: { result: 'abc' },
    webOrigins: ['https://a.example', 'https://b.example'],
    sendBy: 'cloud',
    checkOutput: false,
  });
  expect(() => configOf({ ...least, SUBSCRIBE_TEMPLATES: '{"result":1}' })).toThrow();
});
