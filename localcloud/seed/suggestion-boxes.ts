/** The suggestion boxes of the demo's past (IN-04): opened every morning, the one of today still waits. */
import { DAY, onDay } from './hours';
import type { Stage } from './stage';
import type { Moment } from './timeline';

const OPENERS = ['receptionist-chen', 'receptionist-yu'] as const;

/** One story per estate; `days` ago, the oldest first. */
export const boxesOpened = (stage: Stage, now: Moment, days: readonly number[]): (() => Promise<void>)[] =>
  OPENERS.map((key) => async () => {
    for (const daysAgo of days.filter((ago) => ago > 0)) {
      const at = onDay(now, daysAgo, '09:05');
      if (at <= now - (Math.max(...days) - 1) * DAY) continue;
      const { items } = await stage.tap(key, 'openRoutines', {}, at);
      for (const { id, version } of items)
        await stage.tap(key, 'openBox', { commandId: stage.commandId(), routineId: id, version, letters: 0 }, at);
    }
  });
