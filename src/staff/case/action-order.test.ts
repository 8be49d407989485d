import { describe, expect, test } from '@jest/globals';

import { orderActions, staffActions } from './action-order';

describe('the bar of a case', () => {
  test('has the next step as its main button and at most three buttons', () => {
    expect(orderActions(['complete', 'reportProgress', 'postpone'])).toEqual({
      main: 'complete',
      beside: ['reportProgress', 'postpone'],
      more: [],
    });
    expect(orderActions(['complete', 'reportProgress', 'postpone', 'addNote'])).toEqual({
      main: 'complete',
      beside: ['reportProgress'],
      more: ['postpone', 'addNote'],
    });
  });

  test('has no main button when only side acts are possible', () => {
    expect(orderActions(['addWords', 'addNote'])).toEqual({ main: null, beside: ['addWords', 'addNote'], more: [] });
    expect(orderActions(['reopen', 'addWords', 'addNote', 'addSeverityReason'])).toEqual({
      main: null,
      beside: ['reopen', 'addWords'],
      more: ['addNote', 'addSeverityReason'],
    });
  });

  test('leaves out what only the resident does', () => {
    expect(staffActions(['urge', 'withdraw', 'answerSurvey', 'recordCallback', 'addNote'])).toEqual([
      'recordCallback',
      'addNote',
    ]);
    expect(orderActions([])).toEqual({ main: null, beside: [], more: [] });
  });
});
