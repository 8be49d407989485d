import { describe, expect, test } from '@jest/globals';
import { syllablesOf, typedBeginnings, typedPinyin } from './pinyin';

describe('a name in pinyin', () => {
  test.each([
    ['王小明', 'wang xiao ming'],
    ['单田芳', 'shan tian fang'], // not dan
    ['曾志伟', 'zeng zhi wei'], // not ceng
    ['解晓东', 'xie xiao dong'], // not jie
    ['仇英', 'qiu ying'],
    ['区小姐', 'ou xiao jie'],
    ['查良', 'zha liang'],
    ['任重', 'ren zhong'],
    ['尉迟恭', 'yu chi gong'],
    ['万俟雪', 'mo qi xue'],
    ['吕布', 'lv bu'],
    ['欧阳娜娜', 'ou yang na na'],
    ['Anna 李', 'anna li'],
    ['13', ''],
  ])('%s is typed %s', (name, read) => {
    expect(syllablesOf(name).join(' ')).toBe(read);
  });

  test('is found by the beginnings of its initials and of the whole, from two letters on', () => {
    expect(typedBeginnings('单芳')).toEqual(['sf', 'sh', 'sha', 'shan', 'shanf', 'shanfa', 'shanfan', 'shanfang']);
    expect(typedBeginnings('王')).toEqual(['wa', 'wan', 'wang']);
    expect(typedBeginnings('欧阳长风').every((letters) => letters.length <= 12)).toBe(true);
  });

  test('is typed with or without spaces, in any case; one letter or an address is none', () => {
    expect(typedPinyin("Wang Xi'an")).toBe('wangxian');
    expect(typedPinyin('OuYangChangFeng')).toBe('ouyangchangf');
    expect(['w', '3-2', 'a1', '王'].map(typedPinyin)).toEqual([null, null, null, null]);
  });
});
