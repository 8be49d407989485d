import { jsonOf, requestOf } from './http-event';

test.each([
  ['/api/whoAmI', 'whoAmI'],
  ['/whoAmI', 'whoAmI'],
  ['/api', ''],
  ['/api/', ''],
  ['/', ''],
  ['/apiary', 'apiary'],
  ['api/health/', 'health'],
])('the path %s asks for “%s”', (path, wanted) =>
  expect(requestOf({ path, httpMethod: 'post', headers: {} })).toMatchObject({ path: wanted, method: 'POST' }),
);

test('a body in base64 is decoded, the token is read in any spelling of its header', () => {
  const request = requestOf({
    path: '/',
    headers: { Authorization: 'bearer abc.def' },
    body: Buffer.from('{"a":"水"}').toString('base64'),
    isBase64Encoded: true,
  });
  expect(request).toMatchObject({ bearer: 'abc.def', body: '{"a":"水"}' });
  expect(requestOf({ headers: { authorization: 'Basic abc' } }).bearer).toBeNull();
});

test('a body must be a JSON object, and not a huge one', () => {
  expect(jsonOf(' ')).toEqual({});
  for (const body of ['{', '[]', '1', 'null', `{"a":"${'x'.repeat(300_000)}"}`])
    expect(() => jsonOf(body)).toThrow(expect.objectContaining({ code: 'badJson' }));
});
