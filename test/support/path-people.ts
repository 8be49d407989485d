/** One resident and the staff of an estate, ready to take complaints from a thumb to a closed form through the real functions. */
import { Refusal } from '../../types/errors';
import type { CommandId, DepartmentId, PersonId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import { homeOf, newCommandId, startTestCloud, type StaffKey, type TestCloud, type TestPerson } from './estate';

export let test_: TestCloud;
export let resident: TestPerson;
export const staff = {} as Record<StaffKey, TestPerson>;

export const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
export const cmd = () => newCommandId() as CommandId;

/** Call it once per file: they are there before the first test. */
export function withPathPeople(): void {
  beforeAll(async () => {
    test_ = await startTestCloud();
    test_.at(FRIDAY_10);
    resident = await test_.resident('wang');
    for (const key of [
      'receptionist',
      'supervisor',
      'head',
      'handler',
      'orderHead',
      'patrol',
      'manager',
      'otherDesk',
      'generalManager',
    ] as const)
      staff[key] = await test_.staff(key);
  }, 60_000);
  afterAll(() => test_.close());
}

export const filing = (changes: Partial<InputOf<'fileComplaint'>> = {}): InputOf<'fileComplaint'> => ({
  commandId: cmd(),
  kind: 'complaint',
  description: '三栋电梯这周停了三次，老人被困在里面',
  homeId: homeOf(resident),
  place: { area: '3栋电梯' },
  ...changes,
});
export const on = (view: ComplaintView) => ({ complaintId: view.id, version: view.version, commandId: cmd() });
export const get = (person: TestPerson, id: ComplaintView['id']) => person.as('getComplaint', { id });
export const refusal = async (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    (answer) => {
      throw new Error(`was allowed: ${JSON.stringify(answer).slice(0, 200)}`);
    },
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return thrown;
      throw thrown;
    },
  );

/** The handler's person id, found as the head finds it: among the choices of the form. */
export async function toHandling(description: string): Promise<ComplaintView> {
  const receipt = await resident.as('fileComplaint', filing({ description }));
  let view = await get(staff.receptionist, receipt.id);
  if (view.state === 'registered')
    view = await staff.receptionist.as('dispatch', {
      ...on(view),
      kind: 'complaint',
      category: 'lift',
      responsibility: 'own',
      departmentId: departmentNamed(view, '工程维修部'),
    });
  view = await get(staff.head, view.id);
  view = await staff.head.as('signFor', { ...on(view), handlerId: chosen(view, '陈涛') });
  view = await staff.handler.as('recordInvestigation', {
    ...on(view),
    findings: '曳引机轴承磨损',
    valid: true,
    responsibility: 'own',
  });
  view = await staff.handler.as('writePlan', {
    ...on(view),
    measures: '更换轴承',
    expectedAt: '2026-11-21T10:00:00.000Z',
  });
  if (view.state === 'investigating') view = await staff.manager.as('signPlan', on(view));
  expect(view.state).toBe('handling');
  return view;
}
export const departmentNamed = (view: ComplaintView, name: string): DepartmentId => {
  const found = view.choices.departments.find((d) => d.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${view.choices.departments.map((d) => d.name).join()}`);
  return found.id;
};
export const chosen = (view: ComplaintView, name: string): PersonId => {
  const found = view.choices.handlers.find((h) => h.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${view.choices.handlers.map((h) => h.name).join()}`);
  return found.id;
};
