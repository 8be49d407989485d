import { describe, expect, test } from '@jest/globals';
import { ERRORS } from '../../../types/errors';
import { isStale, refusalText, wordsAfter } from './refusal-text';

describe('a refused command', () => {
  test('that a colleague was faster with says who did what', () => {
    expect(
      refusalText({
        code: 'changedMeanwhile',
        message: '接待员 周敏 刚刚已“派单”，请查看最新情况后再操作。',
        details: { by: '接待员 周敏', what: '派单' },
      }),
    ).toBe('接待员 周敏 刚刚已“派单”，请查看最新情况后再操作。');
  });

  test('promises the words only where the form still stands', () => {
    expect(wordsAfter(true)).toBe('已更新为最新情况，您填写的内容还在，可以继续。');
    expect(wordsAfter(false)).toBe('您填写的内容没有提交。');
  });

  test('in a state where it cannot be done says the state and what is possible', () => {
    expect(
      refusalText({
        code: 'notInThisState',
        message: '',
        details: { state: 'handling', possible: ['complete', 'reportProgress'] },
      }),
    ).toBe('这条现在是“处理中”，不能进行此操作。可以：办结、更新进展。');
    expect(refusalText({ code: 'notInThisState', message: '', details: { state: 'closed', possible: [] } })).toBe(
      '这条现在是“已关闭”，不能进行此操作。',
    );
  });

  test('without facts falls back to its own words', () => {
    expect(refusalText({ code: 'notInThisState', message: '原话', details: { state: 7 } })).toBe('原话');
    expect(refusalText({ code: 'ownWork', message: ERRORS.ownWork.text, details: {} })).toBe(ERRORS.ownWork.text);
  });

  test('makes the screen read the complaint again only when the complaint has moved on', () => {
    expect(isStale({ code: 'changedMeanwhile' })).toBe(true);
    expect(isStale({ code: 'badInput' })).toBe(false);
    expect(isStale({ code: 'network' })).toBe(false);
  });
});
