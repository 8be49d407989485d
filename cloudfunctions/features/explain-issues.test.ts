import * as z from 'zod/mini';
import { explainIssues, isForeign } from './explain-issues';

const Input = z.strictObject({
  name: z.string({ error: '请填写称呼' }),
  age: z.int(),
  tags: z.array(z.enum(['a', 'b'])).check(z.maxLength(2)),
  deep: z.object({ at: z.string().check(z.minLength(3)) }),
});

test('every field has one reason in Chinese, found by its path', () => {
  const parsed = Input.safeParse({ age: 'x', tags: ['a', 'c'], deep: { at: '' }, extra: 1 }, { reportInput: true });
  expect(parsed.success ? {} : explainIssues(parsed.error.issues)).toEqual({
    name: '请填写称呼',
    age: '填写的类型不正确',
    'tags.1': '没有这个选项',
    'deep.at': '至少 3 个字',
    extra: '没有这一项',
  });
});

test('what is missing is asked for', () => {
  const parsed = Input.safeParse({}, { reportInput: true });
  expect(parsed.success ? {} : explainIssues(parsed.error.issues)).toMatchObject({ age: '请填写', deep: '请填写' });
});

test.each([
  ['an operator', { a: [{ $gt: '' }] }, true],
  ['a prototype', JSON.parse('{"__proto__": {}}'), true],
  ['a constructor', { constructor: 1 }, true],
  ['too deep', JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`), true],
  ['ordinary', { a: [{ b: 'text with $' }], c: null }, false],
])('an input with %s is foreign or not', (_what, input, foreign) => expect(isForeign(input)).toBe(foreign));
