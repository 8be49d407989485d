import { arrange, residentActions } from './resident-actions';

test('only what the server allows, and only on one’s own complaint', () => {
  expect(residentActions({ mine: true, actions: ['withdraw', 'addWords', 'urge', 'addNote'] })).toEqual([
    'urge',
    'addWords',
    'withdraw',
  ]);
  expect(residentActions({ mine: true, actions: [] })).toEqual([]);
  expect(residentActions({ mine: false, actions: ['addWords', 'reopen'] })).toEqual([]);
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
