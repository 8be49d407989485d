import { dueText, durationText, leftText, spanText, timeText } from './describe';
import { instant, MINUTE_MS, startOfDay } from './zone';

const zone = { utcOffsetMinutes: 480 };
const local = (text: string): string =>
  instant(
    startOfDay(text.slice(0, 10), zone) + (Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))) * MINUTE_MS,
  );

test.each([
  // Wed 2026-11-18 09:30
  ['2026-11-18 18:00', '今天 18:00 前'],
  ['2026-11-18 24:00', '今天 24:00 前'],
  ['2026-11-19 10:30', '明天 10:30 前'],
  ['2026-11-20 10:30', '后天 10:30 前'],
  ['2026-11-21 18:00', '周六 18:00 前'],
  ['2026-11-22 24:00', '周日 24:00 前'], // Monday 00:00 belongs to Sunday
  ['2026-11-23 18:00', '下周一 18:00 前'],
  ['2026-11-29 18:00', '下周日 18:00 前'],
  ['2026-11-30 18:00', '11月30日 18:00 前'],
  ['2027-01-05 08:05', '2027年1月5日 08:05 前'],
  ['2026-11-17 18:00', '昨天 18:00 前'],
  ['2026-11-13 18:00', '11月13日 18:00 前'],
])('[CK-01] due %s is said as “%s”', (due, said) => {
  expect(dueText(local(due), local('2026-11-18 09:30'), zone)).toBe(said);
});

test.each([
  ['2026-11-18 23:50', '2026-11-19 00:10', '昨天 23:50'], // 20 minutes ago, but yesterday at the estate; the same day in UTC
  ['2026-11-18 00:05', '2026-11-18 09:30', '今天 00:05'],
])('[CK-01] %s seen at %s is “%s”', (at, now, said) => {
  expect(timeText(local(at), local(now), zone)).toBe(said);
});

test.each([
  ['2026-11-18 09:55', '还剩 25 分钟'],
  ['2026-11-18 11:40', '还剩 2 小时 10 分'],
  ['2026-11-21 13:30', '还剩 3 天 4 小时'],
  ['2026-11-18 09:30', '还剩 1 分钟'],
  ['2026-11-18 07:20', '已超时 2 小时 10 分'],
  ['2026-11-16 09:30', '已超时 2 天'],
])('[CK-02] due %s at 09:30 is “%s”', (due, said) => {
  expect(leftText(local(due), local('2026-11-18 09:30'))).toBe(said);
});

test('[CK-02] half a minute left is still a minute, half a minute over too', () => {
  expect(leftText('2026-11-18T01:30:30.000Z', '2026-11-18T01:30:00.000Z')).toBe('还剩 1 分钟');
  expect(leftText('2026-11-18T01:29:30.000Z', '2026-11-18T01:30:00.000Z')).toBe('已超时 1 分钟');
  expect(spanText(60 * MINUTE_MS)).toBe('1 小时');
});

test('[IN-06] promised times in words', () => {
  expect(
    [
      { minutes: 10 },
      { minutes: 1440 },
      { serviceMinutes: 30 },
      { endOfDay: 0 },
      { days: 2 },
      { workingDays: 3 },
      { months: 1 },
    ].map((d) => durationText(d)),
  ).toEqual(['10 分钟内', '24 小时内', '30 分钟内（服务时间）', '当天', '2 天内', '3 个工作日内', '1 个月内']);
});
