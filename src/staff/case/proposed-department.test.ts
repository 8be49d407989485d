import { describe, expect, test } from '@jest/globals';
import { DepartmentId } from '../../../types/ids';
import { departmentOf, returnReason } from './proposed-department';

const department = (name: string) => ({ id: DepartmentId.parse(`d-${name.length}`), name });

describe('[DP-06] the department a category usually goes to', () => {
  test('is found however its name is punctuated', () => {
    const environment = department('物业管理部・环境');
    expect(departmentOf('cleaning', [department('工程维修部'), environment])).toBe(environment);
    expect(departmentOf('lift', [department('工程维修部'), environment])?.name).toBe('工程维修部');
  });

  test('is not guessed when the estate has none of that name', () => {
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
