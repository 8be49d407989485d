import { describe, expect, test } from '@jest/globals';
import { openedWith } from './opened-with';

describe('[RP-04] the register opened by a number', () => {
  test('asks for what the number counts', () => {
    expect(
      openedWith({
        estateId: 'cuihu',
        month: '2026-11',
        figure: 'filed',
        departmentId: 'cuihu.engineering',
        said: encodeURIComponent('2026 年 11 月 · 受理'),
      }),
    ).toEqual({
      filter: {
        estateId: 'cuihu',
        departmentId: 'cuihu.engineering',
        counted: { month: '2026-11', figure: 'filed' },
      },
      said: '2026 年 11 月 · 受理',
    });
    expect(openedWith({ estateId: 'cuihu', due: 'late', said: '超时' }).filter).toEqual({
      estateId: 'cuihu',
      due: 'late',
    });
  });

  test('shows all when the address makes no sense', () => {
    expect(openedWith({ month: 'never', said: 'x' })).toEqual({ filter: {}, said: '' });
    expect(openedWith({})).toEqual({ filter: {}, said: '' });
  });
});
