import type { ClockView, TimelineEntry } from '../../../types/views';
import { stepsOf } from './steps';

const zone = { utcOffsetMinutes: 480 };
const now = '2026-11-20T06:00:00.000Z'; // 14:00 at the estate

const anEntry = (id: string, at: string): TimelineEntry => ({
  id,
  type: 'filed',
  at,
  recordedAt: null,
  title: id,
  detail: '',
  by: { name: '王女士', role: '住户' },
  photos: [],
  internal: false,
  struck: null,
  mayStrike: false,
  tone: 'plain',
});
const resolution: ClockView = {
  kind: 'resolution',
  about: '',
  round: 1,
  startedAt: '2026-11-20T01:00:00.000Z',
  warnAt: '2026-11-20T01:00:00.000Z',
  dueAt: '2026-11-22T16:00:00.000Z',
  stoppedAt: null,
  paused: false,
  late: false,
};
const timeline = [anEntry('filed', '2026-11-20T01:00:00.000Z'), anEntry('dispatched', '2026-11-20T01:05:00.000Z')];

test('what is promised, what is now, what was done, newest first', () => {
  const steps = stepsOf(
    {
      mine: true,
      timeline,
      next: { text: '责任部门签收', who: '工程维修部', dueAt: '2026-11-20T06:30:00.000Z' },
      clocks: [resolution],
    },
    now,
    zone,
  );
  expect(steps.map(({ key, state, line, tone }) => [key, state, line, tone])).toEqual([
    ['promised', 'next', '后天 24:00 前解决', 'plain'],
    ['now', 'now', '工程维修部 · 今天 14:30 前', 'plain'],
    ['dispatched', 'done', '王女士 · 今天 09:05', 'plain'],
    ['filed', 'done', '王女士 · 今天 09:00', 'plain'],
  ]);
});

test('late is said as late', () => {
  const steps = stepsOf(
    {
      mine: true,
      timeline: [],
      next: { text: '签收', who: '工程维修部', dueAt: '2026-11-20T05:59:00.000Z' },
      clocks: [{ ...resolution, dueAt: '2026-11-19T16:00:00.000Z' }],
    },
    now,
    zone,
  );
  expect(steps.map((step) => step.tone)).toEqual(['late', 'late']);
});

test('a promise is said once, and nothing is promised any more when it has ended', () => {
  const next = { text: '按方案处理', who: '李师傅', dueAt: resolution.dueAt };
  expect(stepsOf({ mine: true, timeline: [], next, clocks: [resolution] }, now, zone).map((step) => step.key)).toEqual([
    'now',
  ]);
  expect(
    stepsOf({ mine: true, timeline: [], next: null, clocks: [{ ...resolution, stoppedAt: now }] }, now, zone),
  ).toEqual([]);
});

test('of two at the same instant the later one stands on top', () => {
  const at = '2026-11-20T01:00:00.000Z';
  const together = [anEntry('filed', at), anEntry('dispatched', at)];
  expect(
    stepsOf({ mine: true, timeline: together, next: null, clocks: [] }, now, zone).map((step) => step.key),
  ).toEqual(['dispatched', 'filed']);
});

test('whose own it is, is spoken to', () => {
  const next = { text: '请住户评价是否真的解决', who: '住户', dueAt: null };
  const [yours] = stepsOf({ mine: true, timeline, next, clocks: [] }, now, zone);
  expect(yours).toMatchObject({ title: '请您评价是否真的解决', line: '您' });
  const [theirs] = stepsOf({ mine: false, timeline, next, clocks: [] }, now, zone);
  expect(theirs).toMatchObject({ title: '请住户评价是否真的解决', line: '住户' });
});
