import { describe, expect, test } from '@jest/globals';
import { markWords } from './mark-words';

describe('words that led to the proposal', () => {
  test('are marked wherever they stand, the rest of the text is kept as it is', () => {
    expect(markWords('电梯又停了，电梯里有人', ['电梯', '停'])).toEqual([
      { text: '电梯', marked: true },
      { text: '又', marked: false },
      { text: '停', marked: true },
      { text: '了，', marked: false },
      { text: '电梯', marked: true },
      { text: '里有人', marked: false },
    ]);
  });

  test('overlapping words become one piece', () => {
    expect(markWords('楼上漏水了', ['漏水', '上漏'])).toEqual([
      { text: '楼', marked: false },
      { text: '上漏水', marked: true },
      { text: '了', marked: false },
    ]);
  });

  test('no words, words that do not occur and an empty text mark nothing', () => {
    expect(markWords('路灯不亮', [])).toEqual([{ text: '路灯不亮', marked: false }]);
    expect(markWords('路灯不亮', ['电梯', ' ', ''])).toEqual([{ text: '路灯不亮', marked: false }]);
    expect(markWords('', ['电梯'])).toEqual([]);
  });
});
