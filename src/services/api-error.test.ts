import { ApiError, errorOfNetwork, errorText, fieldError, outputOf } from './api-error';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test('the data of a good answer comes out', () => {
  expect(outputOf({ ok: true, data: { unread: 2 }, requestId: 'r1', at: '2026-11-21T00:00:00.000Z' })).toEqual({
    unread: 2,
  });
});

test('a refusal keeps its code, words, fields and details', () => {
  const error = thrownBy(() =>
    outputOf({
      ok: false,
      error: {
        code: 'badInput',
        message: '填写的内容有误',
        fields: { description: '情况描述至少写 5 个字' },
        details: { at: 'form' },
      },
      requestId: 'r2',
      at: '2026-11-21T00:00:00.000Z',
    }),
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 'badInput', message: '填写的内容有误', details: { at: 'form' } });
  expect(fieldError(error, 'description')).toBe('情况描述至少写 5 个字');
  expect(fieldError(error, 'place')).toBeUndefined();
});

test.each([[undefined], [JSON.parse('"<html>502 Bad Gateway</html>"')], [JSON.parse('{}')], [JSON.parse('null')]])(
  '%j is no answer of ours: the network is named, not the proxy',
  (answer) => {
    expect(thrownBy(() => outputOf(answer))).toMatchObject({ code: 'network' });
  },
);

test('what the platform throws is said in plain words', () => {
  expect(errorText(errorOfNetwork({ errMsg: 'request:fail timeout' }))).toBe('网络连接不上，请检查网络后重试。');
  expect(errorText(new TypeError('x is undefined'))).toBe('出错了，请稍后重试。');
});
