import { PHOTO_PROBLEMS, photoProblem } from './photo-problem';

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
  expect(photoProblem({ errMsg })).toBe(problem === null ? null : PHOTO_PROBLEMS[problem]);
});

test('what is no answer of the chooser is said as well', () => {
  expect(photoProblem(new TypeError('tempFiles'))).toBe(PHOTO_PROBLEMS.unknown);
  expect(photoProblem(undefined)).toBe(PHOTO_PROBLEMS.unknown);
});

test('every problem says that filing works without photos, and a refused permission where to allow it', () => {
  for (const text of Object.values(PHOTO_PROBLEMS)) expect(text).toContain('不加照片也可以提交');
  expect(PHOTO_PROBLEMS.permission).toMatch(/微信.*右上角.*设置/);
});
