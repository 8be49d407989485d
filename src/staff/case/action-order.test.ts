import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../../types/commands';
import { PersonId } from '../../../types/ids';
import type { ComplaintView } from '../../../types/views';
import { orderActions, staffActions } from './action-order';

const possible = (...actions: CommandName[]) => ({ actions, handler: null, investigation: null, plan: null });
const investigation: ComplaintView['investigation'] = {
  findings: '光幕失效',
  spokeTo: '',
  valid: true,
  responsibility: 'own',
  photos: [],
  byName: '何志远',
  at: '2026-11-21T08:00:00.000Z',
};

describe('the bar of a case', () => {
  test('has the next step as its main button and at most three buttons', () => {
    expect(orderActions(possible('complete', 'reportProgress', 'postpone'))).toEqual({
      main: 'complete',
      beside: ['reportProgress', 'postpone'],
      more: [],
    });
    expect(orderActions(possible('complete', 'reportProgress', 'postpone', 'addNote'))).toEqual({
      main: 'complete',
      beside: ['reportProgress'],
      more: ['postpone', 'addNote'],
    });
  });

  test('puts what is missing before what stands there already', () => {
    const actions: CommandName[] = ['nameHandler', 'recordInvestigation', 'writePlan'];
    const handler = { id: PersonId.parse('he'), name: '何志远' };
    expect(orderActions({ ...possible(...actions) }).main).toBe('nameHandler');
    expect(orderActions({ ...possible(...actions), handler }).main).toBe('recordInvestigation');
    expect(orderActions({ ...possible(...actions), handler, investigation }).main).toBe('writePlan');
    expect(orderActions({ ...possible('nameHandler', 'recordInvestigation'), handler, investigation }).main).toBe(
      'nameHandler',
    );
  });

  test('has no main button when only side acts are possible', () => {
    expect(orderActions(possible('addWords', 'addNote'))).toEqual({
      main: null,
      beside: ['addWords', 'addNote'],
      more: [],
    });
    expect(orderActions(possible('reopen', 'addWords', 'addNote', 'addSeverityReason'))).toEqual({
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
    expect(orderActions(possible())).toEqual({ main: null, beside: [], more: [] });
  });
});
