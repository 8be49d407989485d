import { describe, expect, test } from '@jest/globals';
import { DepartmentId } from '../../../types/ids';
import type { Category } from '../../../types/vocabulary';
import { departmentOf, returnReason } from './proposed-department';

const department = (name: string, ...categories: Category[]) => ({
  id: DepartmentId.parse(`d-${name.length}`),
  name,
  categories,
});

describe('[DP-06] the department a category goes to', () => {
  test('is the one that the routing table names, whatever it is called', () => {
    const environment = department('保洁绿化组', 'cleaning', 'greening');
    expect(departmentOf('cleaning', [department('工程维修部', 'lift'), environment])).toBe(environment);
  });

  test('is not guessed when none takes the category', () => {
    expect(departmentOf('lift', [department('维保组')])).toBeNull();
  });
});

const entry = (type: string, detail: string) => ({
  id: detail,
  type,
  at: '2026-11-21T08:00:00.000Z',
  recordedAt: null,
  title: '',
  detail,
  by: { name: '', role: '' },
  photos: [],
  internal: true,
  struck: null,
  mayStrike: false,
  tone: 'plain' as const,
});

test('[DP-03] a complaint that came back tells the latest reason', () => {
  expect(returnReason({ timeline: [entry('dispatched', '')] })).toBeNull();
  expect(
    returnReason({
      timeline: [entry('returnedToDesk', '属秩序部'), entry('dispatched', ''), entry('returnedToDesk', '属环境部')],
    }),
  ).toBe('属环境部');
});
