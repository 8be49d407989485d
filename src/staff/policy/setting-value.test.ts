import { describe, expect, test } from '@jest/globals';
import { valueAt } from '../../../domain/policy/change';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { settingAt, SETTINGS } from '../../../domain/policy/settings';
import { readTyped, settingText, typedOf } from './setting-value';

const at = (path: string) => {
  const setting = settingAt(path);
  if (setting === undefined) throw new Error(`no setting ${path}`);
  return setting;
};

test('[RP-09] every default can be read as words, and typed back as what it was', () => {
  for (const setting of SETTINGS) {
    const value = valueAt(DEFAULT_POLICY, setting.path);
    if (value === undefined) continue;
    expect(settingText(setting, value)).not.toMatch(/undefined|NaN|null|\[object/);
    expect([setting.path, readTyped(setting, typedOf(setting, value))]).toEqual([setting.path, { ok: true, value }]);
  }
});

test.each([
  ['times.signing', { serviceMinutes: 30 }, '30 分钟内（服务时间）'],
  ['callback.ordinaryShare', 0.6, '60%'],
  ['callback.attempts', 3, '3 次'],
  ['intake.photos.mostBytes', 10_485_760, '10 MB'],
  ['serviceHours.sunday', [], '全天休息'],
  ['serviceHours.holiday', null, '与平日相同'],
  ['companyDays', [{ date: '2027-01-01', working: false, name: '元旦' }], '2027-01-01 休 元旦'],
  ['callback.lowerShareReason', undefined, '未设置'],
])('%s is read', (path, value, text) => {
  expect(settingText(at(path), value)).toBe(text);
});

describe('what is typed', () => {
  test('is read the way people write it', () => {
    expect(readTyped(at('serviceHours.monday'), { text: '8:30－12:00', unit: null })).toMatchObject({ ok: false });
    expect(readTyped(at('serviceHours.monday'), { text: '8:30-12:00，13：30-18:00', unit: null })).toEqual({
      ok: true,
      value: [
        { from: '08:30', to: '12:00' },
        { from: '13:30', to: '18:00' },
      ],
    });
    expect(readTyped(at('serviceHours.holiday'), { text: '休息', unit: null })).toEqual({ ok: true, value: [] });
    expect(readTyped(at('companyDays'), { text: '2027-02-14 班 补班 08:30-18:00\n\n', unit: null })).toEqual({
      ok: true,
      value: [{ date: '2027-02-14', working: true, name: '补班', hours: [{ from: '08:30', to: '18:00' }] }],
    });
  });

  test('says what can’t be read', () => {
    expect(readTyped(at('times.signing'), { text: '半小时', unit: 'minutes' })).toEqual({
      ok: false,
      why: '请填写整数',
    });
    expect(readTyped(at('companyDays'), { text: '2027-01-01 休 元旦\n春节放假', unit: null })).toEqual({
      ok: false,
      why: '第 2 行请按“2027-01-01 休 元旦”的格式填写',
    });
  });
});
