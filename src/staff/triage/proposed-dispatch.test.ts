import { describe, expect, test } from '@jest/globals';
import type { DepartmentId } from '../../../types/ids';
import type { ComplaintView } from '../../../types/views';
import { secondGuess } from './proposed-dispatch';

const order = { id: 'order' as DepartmentId, name: '秩序部', categories: ['noise' as const] };
const view = (changes: Partial<ComplaintView> = {}): ComplaintView =>
  ({
    kind: 'complaint',
    category: 'lift',
    responsibility: 'own',
    proposal: { category: { value: 'lift', confidence: 0.5, runnerUp: 'noise' } },
    timeline: [],
    choices: { departments: [order], handlers: [], usualHandlerId: null },
    ...changes,
  }) as unknown as ComplaintView;

describe('what else it might be', () => {
  test('[RG-03] the second likely category is one tap away, with the department that takes it', () => {
    expect(secondGuess(view())).toMatchObject({
      category: 'noise',
      department: { name: '秩序部' },
      dispatch: { kind: 'complaint', category: 'noise', responsibility: 'own', departmentId: 'order' },
    });
  });

  test.each<[string, Partial<ComplaintView>]>([
    ['a person has decided already', { category: 'fees' }],
    ['a department gave it back', { timeline: [{ type: 'returnedToDesk', detail: '不是我们' }] as never }],
    [
      'no department takes it',
      { choices: { departments: [], handlers: [], usualHandlerId: null, severityReasons: [] } },
    ],
    ['there is no proposal', { proposal: null }],
  ])('[RG-03] not offered when %s', (_why, changes) => {
    expect(secondGuess(view(changes))).toBeNull();
  });
});
