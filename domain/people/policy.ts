/**
 * Permissions that read like sentences: `and(worksAtServiceDesk, not(workedOnIt))`. Each rule can be tested for a person
 * and a complaint, and says in Chinese whom it lets through (for refusals and the generated docs).
 */
import { FIGURE_READERS } from '../../types/contract';
import type { Outcome, Role } from '../../types/vocabulary';
import type { DepartmentId } from '../../types/ids';
import type { Complaint, Opinion, Subtask } from '../complaint/complaint';
import { climbedTo } from '../complaint/climbed';
import { runningClock } from '../lifecycle/running';
import type { Actor } from './actor';
import { standsIn } from './person';

/** Complaints, actions, incidents: whatever belongs to an estate. */
export type InEstate = Pick<Complaint, 'estateId'>;

/** `S`: what it asks of the complaint, action … it is tested on; the less it asks, the more it can be used for. */
export interface Rule<S = Complaint> {
  test: (actor: Actor, subject: S) => boolean;
  says: string;
}

export const rule = <S = Complaint>(says: string, test: Rule<S>['test']): Rule<S> => ({ says, test });

type Rules = readonly [Rule<never>, ...Rule<never>[]];
/** What all of them together ask of the subject. */
type Asked<R extends Rules> = (
  R[number] extends infer One
    ? One extends Rule<infer S>
      ? (s: S) => void
      : never
    : never
) extends (s: infer All) => void
  ? All
  : never;

export const and = <R extends Rules>(...rules: R): Rule<Asked<R>> =>
  rule(rules.map((r) => r.says).join('且'), (a, s) => rules.every((r) => r.test(a, s as never)));
export const or = <R extends Rules>(...rules: R): Rule<Asked<R>> =>
  rule(rules.map((r) => r.says).join('、'), (a, s) => rules.some((r) => r.test(a, s as never)));
export const not = <S>(inner: Rule<S>): Rule<S> => rule(`非${inner.says}`, (a, s) => !inner.test(a, s));

/** The same rule, said shorter. */
export const named = <S>(says: string, inner: Rule<S>): Rule<S> => rule(says, inner.test);

/** Holds one of the roles in its estate. */
export const inRole = (says: string, ...roles: Role[]): Rule<InEstate> =>
  rule(says, (actor, { estateId }) => actor.posts.some((p) => roles.includes(p.role) && standsIn(p, estateId)));

export const worksAtServiceDesk = inRole('服务中心', 'receptionist', 'supervisor');
export const supervises = inRole('服务处主管', 'supervisor');
/** RP-04 */
export const readsFigures = inRole('服务处主管及以上', ...FIGURE_READERS);
export const manages = inRole('管理处经理', 'manager', 'generalManager');
/** DP-04: what other departments were asked and haven't finished. */
export const openSubtasks = ({ subtasks }: Pick<Complaint, 'subtasks'>): readonly Subtask[] =>
  subtasks.filter(({ done, withdrawn }) => done === null && withdrawn === null);
export const handlesSubtask = (actor: Actor, { handlerId }: Pick<Subtask, 'handlerId'>): boolean =>
  handlerId !== null && handlerId === actor.id;
type Helped = Pick<Complaint, 'subtasks'>;
/** Heads a department that was asked for help and hasn't finished. */
export const headsHelper = rule('协助部门负责人', (actor, complaint: Helped) =>
  openSubtasks(complaint).some(({ departmentId }) => headsDepartment(actor, departmentId)),
);
/** The same, and nobody of the department has signed for it. */
export const maySignForSubtask = rule('有待签收协助的部门负责人', (actor, complaint: Helped) =>
  openSubtasks(complaint).some((s) => s.signed === null && headsDepartment(actor, s.departmentId)),
);
/** Named by that department's head. */
export const handlesAnySubtask = rule('协助的处理人', (actor, complaint: Helped) =>
  openSubtasks(complaint).some((subtask) => handlesSubtask(actor, subtask)),
);
/** What this person may do about one of them. */
export function subtaskCommands(actor: Actor, complaint: Complaint, subtask: Subtask): SubtaskCommand[] {
  if (!openSubtasks(complaint).includes(subtask)) return [];
  const heads = headsDepartment(actor, subtask.departmentId);
  const owns = headsOwner.test(actor, complaint) || handlesIt.test(actor, complaint);
  return [
    ...(heads && subtask.signed === null ? (['signForSubtask'] as const) : []),
    ...(heads || handlesSubtask(actor, subtask) ? (['completeSubtask'] as const) : []),
    ...(owns ? (['withdrawSubtask'] as const) : []),
  ];
}
type SubtaskCommand = 'signForSubtask' | 'completeSubtask' | 'withdrawSubtask';
/** Belongs to a department that was asked for help. */
export const worksAtHelper = rule('协助部门', (actor, complaint: Helped) =>
  complaint.subtasks.some(({ departmentId }) => actor.posts.some((p) => p.departmentId === departmentId)),
);
export const keepsArchive = inRole('品质部', 'quality');
export const patrols = inRole('巡楼组', 'patrol');
const directs = inRole('总经理', 'generalManager');
type Dispatched = Pick<Complaint, 'estateId' | 'dispatcher' | 'clocks'>;
/** CK-02: those above, once the clock has reached them. */
const reachedByDispatchClock = rule('逾期后的上级', (actor, complaint: Dispatched) => {
  const clock = runningClock(complaint, 'dispatch');
  return clock !== undefined && inRole('上级', ...climbedTo(clock)).test(actor, complaint);
});
/** DP-03, IF-03: the desk; after a second return the supervisor alone; after repeated reopening the manager, the general manager. */
export const decidesDispatch = rule(
  '服务中心（多次退回由服务处主管、多次重新打开由管理处经理、再多由总经理裁定，次数按规则设置；逾期由上级裁定）',
  (actor, complaint: Dispatched) => {
    const who = {
      desk: worksAtServiceDesk,
      supervisor: or(supervises, reachedByDispatchClock),
      manager: manages,
      generalManager: directs,
    };
    return who[complaint.dispatcher].test(actor, complaint);
  },
);
/** By their post, or standing in while it is vacant (CK-02). */
export const headsDepartment = (actor: Actor, departmentId: DepartmentId): boolean =>
  actor.posts.some((p) => p.role === 'departmentHead' && p.departmentId === departmentId) ||
  actor.standsInFor?.includes(departmentId) === true;
/** CB-08: what callbacks said and the department's head hasn't read. */
export const unreadOpinions = ({ opinions }: Pick<Complaint, 'opinions'>): readonly Opinion[] =>
  opinions.filter(({ read }) => read === null);
/** CB-08: heads the department that an unread opinion is about. */
export const headsOpinion = rule('有未阅回访意见的部门负责人', (actor, complaint: Pick<Complaint, 'opinions'>) =>
  unreadOpinions(complaint).some(({ departmentId }) => headsDepartment(actor, departmentId)),
);
/** Heads the department that owns it. */
export const headsOwner = rule(
  '责任部门负责人',
  (actor, { departmentId }: Pick<Complaint, 'departmentId'>) =>
    departmentId !== null && headsDepartment(actor, departmentId),
);
/** The handler named for it. */
export const handlesIt = rule(
  '处理人',
  (actor, { handlerId }: Pick<Complaint, 'handlerId'>) => handlerId !== null && actor.id === handlerId,
);
/** Filed it, or somebody of the staff filed it for them. */
export const filedIt = rule(
  '投诉人',
  (actor, { filerId }: Pick<Complaint, 'filerId'>) => filerId !== null && actor.id === filerId,
);
/** IN-13: somebody of the same home filed it for them. */
export const isFiledFor = rule(
  '被代为反映的住户',
  (actor, { onBehalfOfId }: Pick<Complaint, 'onBehalfOfId'>) => onBehalfOfId !== null && actor.id === onBehalfOfId,
);
/** Worked on it in any round (RV-01, CB-10). */
export const workedOnIt = rule('办理过的人', (actor, { workedBy }: Pick<Complaint, 'workedBy'>) =>
  workedBy.some((id) => id === actor.id),
);
/** First heard it (IN-02). */
export const heardItFirst = rule('首问责任人', (actor, complaint) => complaint.firstContact?.personId === actor.id);
/** The complaint's own result, as a rule: who reviews depends on how it ended. */
export const resultIs = (says: string, outcome: Outcome): Rule =>
  rule(`结果为“${says}”`, (_actor, complaint) => complaint.result?.outcome === outcome);
const SEES_IDENTITY: readonly Role[] = ['receptionist', 'supervisor', 'patrol', 'manager', 'generalManager', 'quality'];

/** IN-09: from these nobody's identity is hidden. */
export const seesIdentities = inRole('服务中心、巡楼组及上级', ...SEES_IDENTITY);

/** IN-09: when hidden from the department, the service desk, the patrol and those above still see who complained. */
export const maySeeIdentity = (
  actor: Actor,
  complaint: Pick<Complaint, 'hideIdentity' | 'filerId' | 'estateId'> & Partial<Pick<Complaint, 'onBehalfOfId'>>,
): boolean =>
  !complaint.hideIdentity ||
  complaint.filerId === actor.id ||
  complaint.onBehalfOfId === actor.id ||
  seesIdentities.test(actor, complaint);

/** PV-01: sees another's name, phone, home and words unmasked. */
export const opensPersonalData = (
  actor: Actor,
  complaint: Pick<Complaint, 'hideIdentity' | 'filerId' | 'onBehalfOfId' | 'homeId' | 'sealedCaller' | 'estateId'>,
): boolean =>
  maySeeIdentity(actor, complaint) &&
  !filedIt.test(actor, complaint) &&
  !isFiledFor.test(actor, complaint) &&
  (complaint.filerId !== null || complaint.homeId !== null || complaint.sealedCaller !== '');

/** Belongs to a department that owns it or owned it. */
export const worksAtAnyOwner = rule('经办部门', (actor, complaint) =>
  complaint.owners.some((id) => actor.posts.some((p) => p.departmentId === id)),
);
/** IN-11: named in a praise that was forwarded. */
const isPraised = rule('被表扬的人', (actor, { praisedId }: Pick<Complaint, 'praisedId'>) => praisedId === actor.id);
/** PV-01: those who need it for a step: the desk, the patrol and those above, and the departments it was given to. */
export const concerned = or(seesIdentities, worksAtAnyOwner, worksAtHelper, handlesIt, heardItFirst, isPraised);
export const staffOfEstate = inRole(
  '本小区工作人员',
  'receptionist',
  'supervisor',
  'departmentHead',
  'handler',
  'patrol',
  'manager',
  'generalManager',
  'quality',
);

/** The role in which an actor acts on this complaint, for the record: the first of their posts that counts here, or the filer. */
export function actingRole(
  actor: Actor,
  complaint: Pick<Complaint, 'estateId' | 'filerId'>,
  preferred: readonly Role[],
): Role | 'system' {
  if (actor.id === 'system') return 'system';
  const held = actor.posts.filter((p) => standsIn(p, complaint.estateId)).map((p) => p.role);
  const fitting = preferred.find((r) => held.some((h) => h === r));
  if (fitting !== undefined && !(filedIt.test(actor, complaint) && held.length === 0)) return fitting;
  if (filedIt.test(actor, complaint)) return 'resident';
  return held[0] ?? 'resident';
}
