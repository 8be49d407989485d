/** Takes a complaint along its way through the API, each step by whoever it belongs to. */
import { Refusal } from '../../types/errors';
import type { CommandId, DepartmentId, PersonId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import type { Category, Kind } from '../../types/vocabulary';
import { homeOf, newCommandId, type StaffKey, type TestCloud, type TestPerson } from './estate';

export const cmd = () => newCommandId() as CommandId;
export const on = (view: Pick<ComplaintView, 'id'>) => ({ complaintId: view.id, commandId: cmd() });

/** @throws when the call was allowed */
export const refusalOf = async (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    (answer) => {
      throw new Error(`was allowed: ${JSON.stringify(answer).slice(0, 200)}`);
    },
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return thrown;
      throw thrown;
    },
  );

/** Until which step of its way. */
export type Until = 'filed' | 'dispatched' | 'investigating' | 'handling' | 'reviewing' | 'informing' | 'informed';

export class ComplaintWay {
  readonly #world: TestCloud;
  readonly #resident: TestPerson;

  constructor(world: TestCloud, resident: TestPerson) {
    this.#world = world;
    this.#resident = resident;
  }

  #staff(key: StaffKey): Promise<TestPerson> {
    return this.#world.staff(key);
  }

  async see(key: StaffKey, view: Pick<ComplaintView, 'id'>): Promise<ComplaintView> {
    return (await this.#staff(key)).as('getComplaint', { id: view.id });
  }

  /** By the head's or desk's own choices. */
  department(view: ComplaintView, name: string): DepartmentId {
    const found = view.choices.departments.find((d) => d.name === name);
    if (found === undefined) throw new Error(`no ${name} among the departments`);
    return found.id;
  }

  handler(view: ComplaintView, name: string): PersonId {
    const found = view.choices.handlers.find((h) => h.name === name);
    if (found === undefined) throw new Error(`no ${name} among the handlers`);
    return found.id;
  }

  /** Filed, and taken so far; a complaint about a lift unless said otherwise. `graver`: found to be an important one, which is visited (CB-01). */
  async to(
    until: Until,
    filing: Partial<InputOf<'fileComplaint'>> & { kind?: Kind } = {},
    category: Category = 'lift',
    graver = false,
  ): Promise<ComplaintView> {
    const resident = this.#resident;
    const { id } = await resident.as('fileComplaint', {
      commandId: cmd(),
      kind: 'complaint',
      description: '电梯里的灯一闪一闪的，请来看看',
      homeId: homeOf(resident),
      place: { area: '3栋电梯' },
      ...filing,
    });
    let view = await this.see('receptionist', { id });
    if (until === 'filed') return view;
    if (graver)
      await (await this.#staff('supervisor')).as('addSeverityReason', {
        ...on(view),
        reason: 'SV-23',
        note: '同类问题上月已报修未处理',
      });
    if (view.state === 'registered')
      view = await (await this.#staff('receptionist')).as('dispatch', {
        ...on(view),
        kind: view.kind,
        category,
        responsibility: 'own',
        departmentId: this.department(view, '工程维修部'),
      });
    if (until === 'dispatched') return view;
    const head = await this.#staff('head');
    await this.#staff('handler');
    view = await head.as('getComplaint', { id });
    view = await head.as('signFor', { ...on(view), handlerId: this.handler(view, '陈涛') });
    if (until === 'investigating') return view;
    const handler = await this.#staff('handler');
    await handler.as('recordInvestigation', { ...on(view), findings: '灯管老化', valid: true, responsibility: 'own' });
    const expectedAt = new Date(this.#world.cloud.clock.now() + 24 * 3_600_000).toISOString();
    view = await handler.as('writePlan', { ...on(view), measures: '更换灯管', expectedAt });
    if (view.state === 'investigating') view = await (await this.#staff('manager')).as('signPlan', on(view));
    if (until === 'handling') return view;
    view = await handler.as('complete', {
      ...on(view),
      outcome: 'fixed',
      result: '已更换灯管',
      noPhotoReason: '灯罩内，拍不清',
    });
    if (until === 'reviewing') return view;
    view = await (await this.#staff('receptionist')).as('passReview', on(view));
    if (until === 'informing') return view;
    return resident.as('getComplaint', { id });
  }

  /** Called back if it has to be, and closed. */
  async closed(filing: Partial<InputOf<'fileComplaint'>> = {}, words = ''): Promise<ComplaintView> {
    const view = await this.to('informed', filing);
    if (view.state === 'closed') return view;
    if (view.actions.includes('answerSurvey'))
      return this.#resident.as('answerSurvey', {
        ...on(view),
        solved: true,
        satisfaction: 4,
        wantsFollowUp: false,
        words,
      });
    await (await this.#staff('patrol')).as('recordCallback', {
      ...on(view),
      form: view.callback?.form === 'phone' ? 'phone' : 'visit',
      reached: true,
      solved: true,
      satisfaction: 4,
      opinions: words,
    });
    return this.#resident.as('getComplaint', { id: view.id });
  }
}
