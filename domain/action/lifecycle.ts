/**
 * The lifecycle of a corrective and preventive action 纠正和预防措施 as two tables, read by the same machinery as the
 * complaint's: `due → running → verifying → effective`, or, when it had no effect, `due` again with `round + 1`; `dropped` when quality
 * finds that what it came from doesn't need it.
 */
import type { ActionCommandName } from '../../types/action-commands';
import type { CommandRowOf, EventRowOf, SystemRowOf } from '../lifecycle/rows';
import { and, headsOwner, inRole, named, not, or, rule, workedOnIt, worksAtServiceDesk } from '../people/policy';
import type { Action } from './action';
import type { ActionEventType } from './events';

/** The person in charge that the plan names. */
export const inChargeOfIt = rule(
  '措施责任人',
  (actor, { inCharge }: Pick<Action, 'inCharge'>) => inCharge !== null && inCharge.id === actor.id,
);
/** CA-02: nobody verifies their own work. */
const verifies = named(
  '没有经办过的服务中心或品质部人员',
  and(or(worksAtServiceDesk, inRole('品质部', 'quality')), not(workedOnIt)),
);

const keepsQuality = inRole('品质部', 'quality');
const unneeded = { test: ({ unneeded: found }: Action) => found !== null, says: '来源已不需要措施' };

export const seesEveryAction = inRole(
  '服务中心及上级',
  'receptionist',
  'supervisor',
  'manager',
  'generalManager',
  'quality',
);
/** The desk and those above it, and the department that owns it. */
export const seesActionOf = or(
  seesEveryAction,
  rule('责任部门', (actor, { departmentId }: Pick<Action, 'departmentId'>) =>
    actor.posts.some((post) => post.departmentId === departmentId),
  ),
);
export const maySeeAction = or(seesActionOf, inChargeOfIt);

export type ActionCommandRow = CommandRowOf<Action>;

// biome-ignore format: a table reads row by row
export const ACTION_LIFECYCLE = {
  writeAction: { label: '制定措施', duty: '制定纠正和预防措施', from: ['due'], who: headsOwner, as: ['departmentHead'], appends: ['written'] }, // CA-01
  reportActionDone: { label: '报告完成', duty: '实施并报告完成', from: ['running'], who: or(inChargeOfIt, headsOwner), as: ['handler', 'departmentHead'], appends: ['reportedDone'] }, // CA-02
  postponeAction: { label: '申请延期', duty: '说明延期', from: ['running'], who: or(inChargeOfIt, headsOwner), as: ['handler', 'departmentHead'], appends: ['postponed'] }, // CA-01, HD-05
  confirmEffect: { label: '验证有效', duty: '验证措施效果', from: ['verifying'], who: verifies, ownWork: workedOnIt, as: ['receptionist', 'supervisor', 'quality'], appends: ['provedEffective'] }, // CA-02
  denyEffect: { label: '验证无效', duty: '验证措施效果', from: ['verifying'], who: verifies, ownWork: workedOnIt, as: ['receptionist', 'supervisor', 'quality'], appends: ['provedIneffective'] }, // CA-03
  dropAction: { label: '撤销措施', duty: '决定是否撤销', from: ['due', 'running', 'verifying'], who: keepsQuality, as: ['quality'], when: unneeded, appends: ['dropped'] }, // CA-01
} as const satisfies Record<ActionCommandName, ActionCommandRow>;

// biome-ignore format: a table reads row by row
export const ACTION_SYSTEM_COMMANDS = {
  /** CA-01: a leading complaint and its incident have one action. */
  noteAlsoNeeded: { from: ['due', 'running', 'verifying', 'effective', 'dropped'], appends: ['alsoNeeded'] },
  /** CA-04: a like complaint came in after it had been proved effective. */
  noteRecurrence: { from: ['effective'], appends: ['recurred'] },
  /** CA-01: its complaint needs it no more, or needs it (again). */
  reviseNeed: { from: ['due', 'running', 'verifying', 'effective', 'dropped'], appends: ['foundUnneeded', 'foundNeeded', 'startedAgain'] },
  /** CK-02: a clock reached a level; also after the action went on, when the system had been down (CK-07). */
  elapse: { from: ['due', 'running', 'verifying', 'effective', 'dropped'], appends: ['clockWarned', 'clockMissed'] },
} as const satisfies Record<string, SystemRowOf<Action>>;
export type ActionSystemCommandName = keyof typeof ACTION_SYSTEM_COMMANDS;

/** Who hears of an event. `ladder` is the post that the clock's level reaches. */
export type ActionAudience = 'head' | 'inCharge' | 'serviceDesk' | 'quality' | 'verifier' | 'mustAct' | 'ladder';

export type ActionEventRow = EventRowOf<Action, ActionAudience>;

// biome-ignore format: a table reads row by row
export const ACTION_EVENTS = {
  opened: { to: 'due', starts: ['actionPlan'], tells: [{ audience: 'head', template: 'newWork' }, { audience: 'quality', template: 'newWork' }] }, // CA-01
  written: { to: 'running', stops: ['actionPlan'], starts: ['actionMeasures'], tells: [{ audience: 'inCharge', template: 'newWork' }] }, // CA-01
  reportedDone: { to: 'verifying', stops: ['actionMeasures'], starts: ['verification'], tells: [{ audience: 'serviceDesk', template: 'newWork' }, { audience: 'quality', template: 'newWork' }] }, // CA-02
  postponed: { tells: [{ audience: 'quality', template: 'newWork' }] }, // HD-05
  provedEffective: { to: 'effective', stops: 'all' }, // CA-02
  provedIneffective: { to: 'due', stops: ['verification'], starts: ['actionPlan'], tells: [{ audience: 'head', template: 'newWork' }, { audience: 'quality', template: 'newWork' }] }, // CA-03
  alsoNeeded: {}, // CA-01
  foundUnneeded: { tells: [{ audience: 'quality', template: 'newWork' }] },
  foundNeeded: {},
  dropped: { to: 'dropped', stops: 'all', tells: [{ audience: 'head', template: 'newWork' }, { audience: 'inCharge', template: 'newWork' }] },
  startedAgain: { to: 'due', stops: 'all', starts: ['actionPlan'], tells: [{ audience: 'head', template: 'newWork' }, { audience: 'quality', template: 'newWork' }] }, // CA-03
  recurred: { tells: [{ audience: 'verifier', template: 'recurrence' }, { audience: 'quality', template: 'recurrence' }] }, // CA-04
  clockWarned: { tells: [{ audience: 'mustAct', template: 'warning' }] }, // CK-02
  clockMissed: { tells: [{ audience: 'mustAct', template: 'overdue' }, { audience: 'ladder', template: 'escalation' }] }, // CK-02
} as const satisfies Record<ActionEventType, ActionEventRow>;

/** The rows with their optional columns. */
export const actionEventRow = (type: ActionEventType): ActionEventRow => ACTION_EVENTS[type];
export const actionCommandRow = (name: ActionCommandName): ActionCommandRow => ACTION_LIFECYCLE[name];
