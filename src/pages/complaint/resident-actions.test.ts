import { arrange, mayFileAgain, residentActions } from './resident-actions';

const now = '2026-11-28T02:00:00.000Z';
const open = { reopenUntil: null, waiting: null };

test('only what the server allows, and only on one’s own complaint', () => {
  expect(residentActions({ ...open, mine: true, actions: ['withdraw', 'addWords', 'urge', 'addNote'] }, now)).toEqual([
    'urge',
    'addWords',
    'withdraw',
  ]);
  expect(residentActions({ ...open, mine: true, actions: [] }, now)).toEqual([]);
  expect(residentActions({ ...open, mine: false, actions: ['addWords', 'reopen'] }, now)).toEqual([]);
});

test('[CK-05] while the resident is waited for, answering comes first', () => {
  const waiting = { reason: '等住户在家', since: now, until: null, endsBy: now };
  expect(residentActions({ ...open, waiting, mine: true, actions: ['urge', 'addWords', 'withdraw'] }, now)).toEqual([
    'addWords',
    'urge',
    'withdraw',
  ]);
});

test('[IF-03] after the time for reopening the way on is a new complaint', () => {
  const closed = { ...open, mine: true, actions: ['reopen' as const], reopenUntil: '2026-11-28T01:59:59.000Z' };
  expect(mayFileAgain(closed, now)).toBe(true);
  expect(residentActions(closed, now)).toEqual([]);
  const lately = { ...closed, reopenUntil: now };
  expect(mayFileAgain(lately, now)).toBe(false);
  expect(residentActions(lately, now)).toEqual(['reopen']);
  expect(mayFileAgain({ ...closed, mine: false }, now)).toBe(false);
});

test('withdrawing is always behind 更多', () => {
  expect(arrange(['urge', 'addWords', 'withdraw'])).toEqual({ inSight: ['urge', 'addWords'], behind: ['withdraw'] });
  expect(arrange(['withdraw'])).toEqual({ inSight: [], behind: ['withdraw'] });
});

test('the survey comes first, what does not fit goes behind', () => {
  expect(arrange(['answerSurvey', 'reopen', 'addWords'])).toEqual({
    inSight: ['answerSurvey', 'reopen'],
    behind: ['addWords'],
  });
});
