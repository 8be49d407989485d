/** Times as people say them: “今天 18:00 前”, “还剩 25 分钟”. Loaded by every page, so it carries no calendar and no schema. */
import type { Instant } from '../../types/ids';
import type { Duration } from './duration';
import {
  daysBetween,
  epoch,
  isoWeekday,
  localDate,
  MINUTE_MS,
  minuteOfDay,
  yearOf,
  type LocalDate,
  type Zone,
} from './zone';

const two = (n: number): string => String(n).padStart(2, '0');
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** “今天”, “周五”, “下周三”, “10月10日”, “2027年1月5日”. */
const dayText = (date: LocalDate, today: LocalDate): string => {
  const ahead = daysBetween(today, date);
  const near: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };
  const named = near[ahead];
  if (named !== undefined) return named;
  const weekday = WEEKDAYS[isoWeekday(date) - 1] ?? '';
  // Days until the Sunday of this week.
  const restOfWeek = 7 - isoWeekday(today);
  if (ahead > 0 && ahead <= restOfWeek) return weekday;
  if (ahead > 0 && ahead <= restOfWeek + 7) return `下${weekday}`;
  const monthAndDay = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
  return yearOf(date) === yearOf(today) ? monthAndDay : `${yearOf(date)}年${monthAndDay}`;
};

const clockText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** A moment: “今天 14:05”, “昨天 09:30”, “9月3日 08:00”. */
export const timeText = (at: Instant, now: Instant, zone: Zone): string => {
  const ms = epoch(at);
  return `${dayText(localDate(ms, zone), localDate(epoch(now), zone))} ${clockText(minuteOfDay(ms, zone))}`;
};

/** A deadline: “今天 18:00 前”, “明天 10:30 前”, “周五 18:00 前”. Midnight is 24:00 of the day that ends there (CK-01). */
export const dueText = (dueAt: Instant, now: Instant, zone: Zone): string => {
  const ms = epoch(dueAt);
  const today = localDate(epoch(now), zone);
  if (minuteOfDay(ms, zone) === 0) return `${dayText(localDate(ms - 1, zone), today)} 24:00 前`;
  return `${dayText(localDate(ms, zone), today)} ${clockText(minuteOfDay(ms, zone))} 前`;
};

/** The day of a moment, without its year: “11月20日”. */
export const dayOf = (at: Instant, zone: Zone): string => {
  const date = localDate(epoch(at), zone);
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
};

/** A moment for the record, to be read at any time: “2026年11月27日 24:00”. Midnight belongs to the day that ends there. */
export const endText = (at: Instant, zone: Zone): string => {
  const ms = epoch(at);
  const minutes = minuteOfDay(ms, zone);
  const date = localDate(minutes === 0 ? ms - 1 : ms, zone);
  const day = `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
  return `${day} ${minutes === 0 ? '24:00' : clockText(minutes)}`;
};

/** “25 分钟”, “2 小时 10 分”, “3 天 4 小时”; whole minutes, at least one. */
export const spanText = (ms: number): string => {
  const minutes = Math.max(1, Math.floor(ms / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return hours % 24 === 0 ? `${days} 天` : `${days} 天 ${hours % 24} 小时`;
  if (hours > 0) return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分`;
  return `${minutes} 分钟`;
};

/** “还剩 25 分钟”, “已超时 2 小时 10 分”; minutes left are rounded up, so that 0 is never said while there is time. */
export const leftText = (dueAt: Instant, now: Instant): string => {
  const left = epoch(dueAt) - epoch(now);
  return left >= 0 ? `还剩 ${spanText(Math.ceil(left / MINUTE_MS) * MINUTE_MS)}` : `已超时 ${spanText(-left)}`;
};

/** What is promised before it has begun (IN-06): “30 分钟内（服务时间）”, “当天”, “2 天内”. */
export const durationText = (duration: Duration): string => {
  // “24 小时内” runs around the clock; “1 天内” would end at 24:00.
  if ('minutes' in duration)
    return duration.minutes % 60 === 0
      ? `${duration.minutes / 60} 小时内`
      : `${spanText(duration.minutes * MINUTE_MS)}内`;
  if ('serviceMinutes' in duration) return `${spanText(duration.serviceMinutes * MINUTE_MS)}内（服务时间）`;
  if ('endOfDay' in duration) return duration.endOfDay === 0 ? '当天' : `${duration.endOfDay} 天内`;
  if ('days' in duration) return `${duration.days} 天内`;
  if ('workingDays' in duration) return `${duration.workingDays} 个工作日内`;
  return `${duration.months} 个月内`;
};
