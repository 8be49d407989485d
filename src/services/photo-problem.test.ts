import { photoProblem, PROBLEMS, videoTooLarge } from './photo-problem';

test.each([
  ['chooseMedia:fail cancel', null],
  ['chooseMedia:fail:cancel', null],
  ['chooseMedia:fail user cancel', null],
  ['chooseImage:fail abort', null],
  ['chooseMedia:fail auth deny', 'permission'],
  ['chooseMedia:fail:auth denied', 'permission'],
  ['chooseMedia:fail authorize no response', 'permission'],
  ['chooseMedia:fail:system permission denied', 'permission'],
  ['chooseMedia:fail system permission denied', 'permission'],
  ['chooseMedia:fail privacy permission is not authorized', 'privacy'],
  ['chooseMedia:fail api scope is not declared in the privacy agreement', 'undeclared'],
  ['chooseMedia:fail appid privacy api banned', 'undeclared'],
  ['chooseMedia:fail the file is damaged', 'unknown'],
  ['', 'unknown'],
] as const)('%s → %s', (errMsg, problem) => {
  expect(photoProblem({ errMsg })).toBe(problem === null ? null : PROBLEMS.photo[problem]);
});

test('what is no answer of the chooser is said as well', () => {
  expect(photoProblem(new TypeError('tempFiles'))).toBe(PROBLEMS.photo.unknown);
  expect(photoProblem(undefined)).toBe(PROBLEMS.photo.unknown);
});

test('every problem says that filing works without photos, and a refused permission where to allow it', () => {
  for (const text of Object.values(PROBLEMS.photo)) expect(text).toContain('不加照片也可以提交');
  for (const text of Object.values(PROBLEMS.video)) expect(text).toContain('不加视频也可以提交');
  expect(PROBLEMS.photo.permission).toMatch(/微信.*右上角.*设置/);
});

test('[IN-01] a video over the limits of the policy is told before it is sent, with the limit', () => {
  const limits = { videoSeconds: 20, videoBytes: 5 * 1_048_576 };
  expect(videoTooLarge(5 * 1_048_576, 20.6, limits)).toBeNull();
  expect(videoTooLarge(1, 22, limits)).toContain('20 秒');
  expect(videoTooLarge(5 * 1_048_576 + 1, 3, limits)).toContain('5 MB');
});
