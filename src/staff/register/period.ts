/** The periods the register is asked for, as days of the estate. */
import { addDays, addMonths, instant, localDate, startOfDay, type Zone } from '../../../domain/clock/zone';
import type { Instant } from '../../../types/ids';

export const PERIODS = { any: '全部时间', today: '今天', week: '近 7 天', month: '本月', lastMonth: '上月' } as const;
export type Period = keyof typeof PERIODS;

/** `from` inclusive, `to` exclusive; empty for any time. */
export const periodBounds = (period: Period, nowMs: number, zone: Zone): { from?: Instant; to?: Instant } => {
  const today = localDate(nowMs, zone);
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const day = (date: string) => instant(startOfDay(date, zone));
  switch (period) {
    case 'any':
      return {};
    case 'today':
      return { from: day(today) };
    case 'week':
      return { from: day(addDays(today, -6)) };
    case 'month':
      return { from: day(firstOfMonth) };
    case 'lastMonth':
      return { from: day(addMonths(firstOfMonth, -1)), to: day(firstOfMonth) };
  }
};
