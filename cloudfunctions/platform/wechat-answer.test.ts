import { errcodeOf, resultOfThrown, sendResultOf } from './wechat-answer';

test.each([
  [0, 'sent'],
  [43101, 'noCredit'],
  [47003, 'badContent'],
  [40037, 'badContent'],
  [40003, 'unreachable'],
  [45009, 'tryAgain'],
  [-604101, 'tryAgain'],
  [-604102, 'uncertain'],
  [99999, 'tryAgain'],
])('WeChat’s %i means %s', (errcode, outcome) => expect(sendResultOf(errcode, 'words').outcome).toBe(outcome));

test('both spellings of a code are read, and nothing else', () => {
  expect(errcodeOf({ errCode: 43101, errMsg: 'refused' })).toEqual({ errcode: 43101, message: 'refused' });
  expect(errcodeOf({ errcode: 0, errmsg: 'ok' })).toEqual({ errcode: 0, message: 'ok' });
  expect(errcodeOf({ ok: true })).toBeNull();
  expect(errcodeOf('text')).toBeNull();
});

test('[MS-03] a connection that never came about may be tried again; one that broke may have delivered', () => {
  const failed = (cause: unknown) => Object.assign(new TypeError('fetch failed'), { cause });
  expect(resultOfThrown(failed({ code: 'ECONNREFUSED' })).outcome).toBe('tryAgain');
  expect(resultOfThrown(failed({ code: 'ECONNRESET' })).outcome).toBe('uncertain');
  expect(resultOfThrown(new DOMException('timed out', 'TimeoutError')).outcome).toBe('uncertain');
  expect(resultOfThrown({ code: -604101, message: 'no permission' }).outcome).toBe('tryAgain');
});
