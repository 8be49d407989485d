import type { DepartmentId, PersonId } from '../../types/ids';
import type { Estate, Routing } from './estate';
import { departmentFor, handlerFor } from './routing';

const id = (name: string) => name as DepartmentId;
const estate = (routing: Routing): Pick<Estate, 'departments' | 'routing'> => ({
  departments: [
    { id: id('desk'), name: '服务中心', trade: 'serviceDesk' },
    { id: id('repairs'), name: '维修', trade: 'engineering' },
    { id: id('guards'), name: '保安', trade: 'other' },
  ],
  routing,
});
const chen = 'chen' as PersonId;

test.each<[string, Routing, string]>([
  ['the row', { lift: { departmentId: id('guards'), handlerId: null } }, 'guards'],
  ['else the usual department', { otherwise: { departmentId: id('guards'), handlerId: null } }, 'repairs'],
  [
    'and the usual one for a row whose department is gone',
    { lift: { departmentId: id('gone'), handlerId: null } },
    'repairs',
  ],
])('[DP-06] a lift goes by %s', (_how, routing, department) => {
  expect(departmentFor(estate(routing), 'lift')?.id).toBe(department);
});

test('[DP-06] what has neither row nor usual department goes to the default, without one to the desk', () => {
  expect(departmentFor(estate({}), 'noise')?.id).toBe('desk');
  const byDefault = estate({ otherwise: { departmentId: id('guards'), handlerId: chen } });
  expect(departmentFor(byDefault, 'noise')?.id).toBe('guards');
  expect(handlerFor(byDefault, 'noise', id('guards'))).toBe('chen');
  // The default's handler isn't everybody's in that department.
  expect(handlerFor(byDefault, 'lift', id('guards'))).toBeNull();
});

test('[DP-06] the table’s handler is only for the department it sends to', () => {
  const routed = estate({ lift: { departmentId: id('repairs'), handlerId: chen } });
  expect(handlerFor(routed, 'lift', id('repairs'))).toBe('chen');
  expect(handlerFor(routed, 'lift', id('guards'))).toBeNull();
  expect(handlerFor(routed, 'water', id('repairs'))).toBeNull();
});
