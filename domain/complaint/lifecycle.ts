/**
 * The lifecycle of a complaint as two tables.
 *
 * `LIFECYCLE`: a row per command – from which states, who may, what it may append. `EVENTS`: a row per event – the state
 * it leads to, the clocks it starts and stops, whom it tells, whether the resident sees it. The server's guard, the buttons
 * on the screen, the messages and the diagram in the docs are all read from here.
 */
import type { CommandName } from '../../types/commands';
import {
  atLeast,
  GOING_ON_STATES,
  isNoticeClock,
  type NoticeClock,
  OPEN_STATES,
  type State,
} from '../../types/vocabulary';
import type { CommandRowOf, EventRowOf, SystemRowOf } from '../lifecycle/rows';
import {
  and,
  decidesDispatch,
  filedIt,
  handlesIt,
  headsOwner,
  handlesAnySubtask,
  headsHelper,
  headsOpinion,
  heardItFirst,
  isFiledFor,
  keepsArchive,
  maySignForSubtask,
  openSubtasks,
  manages,
  named,
  not,
  or,
  patrols,
  resultIs,
  rule,
  staffOfEstate,
  supervises,
  workedOnIt,
  worksAtServiceDesk,
} from '../people/policy';
import { answerReadUntil, isAnswered } from './answers';
import { isForwardable } from './praise';
import { isKeyCustomers } from './severity';
import type { Complaint } from './complaint';
import type { Dispatcher, EventType } from './events';
import { runningClock } from '../lifecycle/running';
import { hasNoticeToOpen, wasNotified } from './notices-to-open';

export type CommandRow = CommandRowOf<Complaint>;

const needsSignature = (c: Complaint): boolean => atLeast(c.severity, 'important');
const planWaits = {
  test: (c: Complaint) => c.plan?.needsSignature === true && c.plan.signedBy === null,
  says: '有待签批的方案',
};
const declined = resultIs('暂无法解决', 'declined');
/** RV-01: the manager too, for where everybody at the desk worked on it; what can't be solved only they (HD-07). */
const reviews = named(
  '没有经办过的服务中心人员、管理处经理（暂无法解决的只由管理处经理）',
  and(or(and(worksAtServiceDesk, not(declined)), manages), not(workedOnIt)),
);
const givenByDesk = {
  test: (c: Complaint) => !c.dispatchFinal,
  says: '不是上级裁定的派单',
  refusal: 'dispatchFinal' as const,
};
const inIncident = { test: (c: Complaint) => c.incident !== null, says: '属于雷同事件' };
const alone = { test: (c: Complaint) => c.incident === null && c.kind !== 'praise', says: '不属于雷同事件，不是表扬' };
const leadsNone = {
  test: (c: Complaint) => c.incident?.leads !== true && c.kind !== 'praise',
  says: '不是雷同事件的主件，不是表扬',
};
const toAnswer = { test: (c: Complaint) => isAnswered(c.kind), says: '咨询、建议' };
const toHandle = { test: (c: Complaint) => !isAnswered(c.kind), says: '不是咨询、建议' };
/** HD-08: once the work is done only its form is missing. */
const notDone = {
  test: (c: Complaint) => toHandle.test(c) && runningClock(c, 'completion') === undefined,
  says: '不是咨询、建议，还没完成',
};
const toForward = { test: isForwardable, says: '表扬' };
const noPraise = { test: (c: Complaint) => c.kind !== 'praise', says: '不是表扬' };
/** Up to here the incident's result can still be its own. */
export const JOINABLE_STATES: readonly State[] = ['registered', 'dispatched', 'investigating', 'handling'];
/** Its result hasn't passed review. */
export const UNANSWERED_STATES: readonly State[] = [...JOINABLE_STATES, 'reviewing'];
const helpAsked = { test: (c: Complaint) => openSubtasks(c).length > 0, says: '有未完成的协助' };
const waits = { test: (c: Complaint) => c.waiting !== null, says: '在等待住户' };
const notWaiting = { test: (c: Complaint) => c.waiting === null, says: '没有在等待住户' };
const bySurvey = { test: (c: Complaint) => c.callback?.why === 'lot', says: '抽中的一般投诉' };
const surveyOver = { test: (c: Complaint) => c.callback?.form !== 'survey', says: '不在等待问卷' };

/** Only the phone's queue asks, for a callback that wasn't accepted. */
const neverByItself = rule('没有被接受的离线回访', () => false);

// biome-ignore format: a table reads row by row
export const LIFECYCLE = {
  confirmRecord: { label: '确认登记', duty: '核实并确认登记', from: ['received'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], appends: ['confirmed', 'classified', 'dispatched', 'praiseForwarded', 'closed'] }, // IN-02, RG-01, RG-02
  forwardPraise: { label: '转达表扬', duty: '转达表扬', from: ['registered'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], when: toForward, appends: ['praiseForwarded', 'closed'] }, // IN-11
  dispatch: { label: '派单', duty: '定级派单', from: ['registered'], who: decidesDispatch, as: ['receptionist', 'supervisor', 'manager', 'generalManager'], appends: ['classified', 'reasonAdded', 'dispatched'] }, // RG-02, RG-03, DP-01, DP-03, IF-03
  signFor: { label: '签收', duty: '签收', from: ['dispatched'], who: headsOwner, as: ['departmentHead'], appends: ['signedFor', 'handlerNamed'] }, // DP-01
  returnToDesk: { label: '退回', duty: '退回重派', from: ['dispatched'], who: headsOwner, as: ['departmentHead'], when: givenByDesk, appends: ['returnedToDesk'] }, // DP-03
  reassign: { label: '改派', duty: '改派部门', from: ['dispatched', 'investigating', 'handling'], who: or(supervises, manages), as: ['supervisor', 'manager', 'generalManager'], appends: ['resumed', 'dispatched'] }, // CK-02: a post that is vacant or doesn't act is passed over
  nameHandler: { label: '指派处理人', duty: '指派处理人', from: ['investigating', 'handling'], who: headsOwner, as: ['departmentHead'], appends: ['handlerNamed'] }, // HD-01
  recordInvestigation: { label: '登记调查', duty: '登记调查情况', from: ['investigating'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: toHandle, appends: ['investigated'] }, // HD-01
  writePlan: {
    label: '制定方案', duty: '制定处理方案', from: ['investigating'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'],
    when: { test: (c) => c.investigation !== null && toHandle.test(c), says: '已登记调查' }, appends: ['planned', 'workStarted'],
  }, // HD-02
  signPlan: { label: '签批方案', duty: '签批处理方案', from: ['investigating'], who: manages, as: ['manager', 'generalManager'], when: planWaits, appends: ['planSigned', 'workStarted'] }, // HD-02
  returnPlan: { label: '退回方案', duty: '退回处理方案', from: ['investigating'], who: manages, as: ['manager', 'generalManager'], when: planWaits, appends: ['planReturned'] }, // HD-02
  complete: { label: '办结', duty: '处理并填写结果', from: ['handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: toHandle, appends: ['resumed', 'completed'] }, // HD-08
  reportWorkDone: { label: '现场已完成', duty: '现场已完成', from: ['handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: notDone, appends: ['workDone'] }, // HD-08
  writeAnswer: { label: '答复', duty: '写答复', from: ['investigating', 'handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: toAnswer, appends: ['resumed', 'completed'] }, // IN-11
  addSubtask: { label: '请协助', duty: '请其他部门协助', from: ['investigating', 'handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], appends: ['subtaskAsked'] }, // DP-04
  signForSubtask: { label: '签收协助', duty: '签收协助', from: ['investigating', 'handling'], who: headsHelper, offered: maySignForSubtask, as: ['departmentHead'], appends: ['subtaskSigned'] }, // DP-04
  completeSubtask: { label: '完成协助', duty: '完成协助', from: ['investigating', 'handling'], who: or(headsHelper, handlesAnySubtask), as: ['handler', 'departmentHead'], appends: ['subtaskDone'] }, // DP-04
  withdrawSubtask: { label: '撤回协助', duty: '撤回协助', from: ['investigating', 'handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: helpAsked, appends: ['subtaskWithdrawn'] }, // DP-04
  reportProgress: { label: '更新进展', duty: '更新进展', from: ['investigating', 'handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], appends: ['progressed'] }, // HD-03, HD-04
  postpone: { label: '申请延期', duty: '说明延期', from: ['handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: notDone, appends: ['postponed'] }, // HD-05
  pauseForResident: { label: '等待住户', duty: '等待住户', from: ['investigating', 'handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: notWaiting, appends: ['paused'] }, // CK-05
  resume: { label: '继续处理', duty: '继续处理', from: ['investigating', 'handling'], who: or(handlesIt, headsOwner), as: ['handler', 'departmentHead'], when: waits, appends: ['resumed'] }, // CK-05
  passReview: { label: '审核通过', duty: '审核处理结果', from: ['reviewing'], who: reviews, ownWork: workedOnIt, as: ['receptionist', 'supervisor', 'manager', 'generalManager'], appends: ['reviewPassed'] }, // RV-01
  sendBack: { label: '退回返工', duty: '退回返工', from: ['reviewing'], who: reviews, ownWork: workedOnIt, as: ['receptionist', 'supervisor', 'manager', 'generalManager'], appends: ['sentBack'] }, // RV-01
  informResident: { label: '登记告知', duty: '告知住户结果', from: ['informing'], who: or(worksAtServiceDesk, patrols), as: ['receptionist', 'supervisor', 'patrol'], appends: ['answerUnread', 'informed', 'callbackPlanned', 'closed'] }, // IF-01
  recordCallback: {
    label: '登记回访', duty: '回访住户', from: ['callback'], who: and(or(patrols, supervises, manages), not(workedOnIt)), ownWork: workedOnIt, as: ['patrol', 'supervisor', 'manager', 'generalManager'], when: surveyOver,
    appends: ['callbackAttempted', 'calledBack', 'closed', 'reopened', 'referredUp'],
  }, // CB-03…CB-07, CB-10
  noteCallback: { label: '记为备注', duty: '把回访记为备注', from: [...OPEN_STATES, 'closed', 'withdrawn', 'merged'], who: or(patrols, supervises, manages), offered: neverByItself, as: ['patrol', 'supervisor', 'manager', 'generalManager'], appends: ['callbackNoted'] }, // CB-04
  answerSurvey: { label: '评价', duty: '填写回访问卷', from: ['callback'], who: filedIt, as: [], when: bySurvey, appends: ['calledBack', 'closed', 'reopened', 'referredUp'] }, // CB-03; the grave ones are asked in person (CB-01)
  readOpinion: { label: '已阅意见', duty: '阅回访意见', from: [...OPEN_STATES, 'closed'], who: headsOpinion, as: ['departmentHead'], appends: ['opinionRead'] }, // CB-08
  archive: { label: '归档', duty: '归档', from: ['closed'], who: keepsArchive, as: ['quality'], appends: ['archived'] }, // CB-09
  openIncident: { label: '建雷同事件', duty: '建立雷同事件', from: UNANSWERED_STATES, who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], when: alone, appends: ['incidentLed'] }, // IN-07, SV-22
  mergeIntoIncident: { label: '并入雷同事件', duty: '并入雷同事件', from: JOINABLE_STATES, who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], when: leadsNone, appends: ['resumed', 'subtaskWithdrawn', 'mergedInto', 'incidentJoined'] }, // SV-22, DP-02, DP-04
  splitOff: { label: '拆出单独处理', duty: '拆出单独处理', from: ['merged'], who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], appends: ['splitOff', 'reasonStruck'] }, // CK-05, CK-09
  leaveIncident: { label: '移出雷同事件', duty: '移出雷同事件', from: OPEN_STATES, who: worksAtServiceDesk, as: ['receptionist', 'supervisor'], when: inIncident, appends: ['incidentLeft', 'reasonStruck'] },
  addWords: { label: '补充', duty: '补充情况', from: GOING_ON_STATES, who: or(filedIt, isFiledFor, worksAtServiceDesk), as: ['receptionist', 'supervisor'], appends: ['wordsAdded', 'resumed', 'dangerReported'] }, // IN-08, IN-12, CK-05
  urge: { label: '催办', duty: '催办', from: ['received', 'registered', 'dispatched', 'investigating', 'handling', 'reviewing', 'merged'], who: filedIt, as: [], appends: ['urged'] }, // IN-08
  withdraw: { label: '撤回', duty: '撤回', from: ['received', 'registered', 'dispatched', 'investigating', 'handling', 'merged'], who: filedIt, as: [], appends: ['withdrawn'] }, // IN-08
  reopen: { label: '还没解决', duty: '重新打开', from: ['informing', 'callback', 'closed'], who: or(filedIt, isFiledFor, worksAtServiceDesk), as: ['receptionist', 'supervisor'], when: noPraise, appends: ['reopened', 'referredUp'] }, // IF-02, IF-03
  addNote: { label: '内部备注', duty: '内部备注', from: GOING_ON_STATES, who: or(staffOfEstate, heardItFirst), as: ['receptionist', 'supervisor', 'departmentHead', 'handler', 'patrol', 'manager', 'quality', 'generalManager'], appends: ['noted'] }, // HD-04
  acknowledge: {
    label: '已阅', duty: '阅知', from: [...OPEN_STATES, 'merged'], who: wasNotified, offered: hasNoticeToOpen, as: ['manager', 'generalManager', 'quality'], appends: ['acknowledged'],
  }, // DP-02
  strikeEntry: { label: '划掉更正', duty: '划掉更正', from: GOING_ON_STATES, who: or(staffOfEstate, heardItFirst), as: ['handler', 'departmentHead', 'receptionist', 'supervisor', 'patrol', 'manager', 'quality', 'generalManager'], appends: ['entryStruck', 'progressed', 'noted'] }, // HD-03
  addSeverityReason: { label: '增加定级依据', duty: '增加定级依据', from: GOING_ON_STATES, who: supervises, as: ['supervisor'], appends: ['reasonAdded'] }, // SV
  strikeSeverityReason: { label: '撤销定级依据', duty: '撤销定级依据', from: GOING_ON_STATES, who: supervises, as: ['supervisor'], appends: ['reasonStruck'] }, // SV
} as const satisfies Record<CommandName, CommandRow>;

/** What the system does by itself; decided like a person's command. */
// biome-ignore format: a table reads row by row
export const SYSTEM_COMMANDS = {
  /** IF-01: the result message arrived, or the resident opened the result; an answer has to be opened (IN-11). */
  resultReached: { from: ['informing'], appends: ['answerUnread', 'informed', 'callbackPlanned', 'closed'] },
  /** IN-11: the answer wasn't opened in time. */
  answerLapse: { from: ['informing'], appends: ['answerUnread', 'closed'] },
  /** MS-02: WeChat refused the result message. */
  resultUndelivered: { from: ['informing'], appends: ['resultUndelivered'] },
  /** CB-03: no answer to the survey in time. */
  surveyLapse: { from: ['callback'], appends: ['surveyLapsed'] },
  /** SV-04, SV-14, SV-22: the incident's number has changed. */
  reviseIncidentReasons: { from: GOING_ON_STATES, appends: ['reasonAdded', 'reasonStruck'] },
  /** SV-22: enough others have complained of the same, whether or not anybody made an incident of it. */
  noteAlike: { from: GOING_ON_STATES, appends: ['reasonAdded'] },
  /** SV-22: one of those that read alike was withdrawn, or corrected to something else: counted anew, or too few. */
  reviseAlike: { from: GOING_ON_STATES, appends: ['reasonAdded', 'reasonStruck'] },
  takeLead: { from: ['merged'], appends: ['leadTaken'] },
  /** IF-01: each resident of an incident is told on their own. */
  shareResult: { from: ['merged'], appends: ['resultShared'] },
  /** Two incidents have become one: it waits for the other's result. */
  moveIncident: { from: [...JOINABLE_STATES, 'merged'], appends: ['resumed', 'subtaskWithdrawn', 'mergedInto', 'incidentJoined'] },
  /** The same for one that needs no result any more. */
  countInIncident: { from: ['reviewing', 'informing', 'callback', 'closed'], appends: ['incidentJoined'] },
  /** PV-03: a person of it was erased. */
  partWithPerson: { from: Object.freeze([...GOING_ON_STATES, 'closed', 'withdrawn', 'archived'] as const), appends: ['personErased'] },
  /** PV-03: nobody is left whose matter it is. */
  endWithoutPerson: { from: GOING_ON_STATES, appends: ['withdrawn'] },
  /** CK-02: a clock reached a level, also after its complaint went on, when the system had been down (CK-07). CK-04: its age gave it a reason. */
  elapse: { from: Object.freeze([...OPEN_STATES, 'closed', 'withdrawn', 'merged'] as const), appends: ['clockWarned', 'clockMissed', 'reasonAdded', 'severityChanged', 'callbackRaised', 'resumed'] },
} as const satisfies Record<string, SystemRowOf<Complaint>>;
export type SystemCommandName = keyof typeof SYSTEM_COMMANDS;

/** Who hears of an event. `ladder` is the post that the clock's level reaches, `management` the company's management department. */
export type Audience =
  | 'resident'
  | 'serviceDesk'
  | 'head'
  | 'handler'
  | 'praised'
  | 'helpers'
  | 'manager'
  | 'patrol'
  | 'supervisor'
  | 'firstContact'
  | 'mustAct'
  | 'ladder'
  | 'quality'
  | 'generalManager'
  | 'management';

export interface EventRow extends EventRowOf<Complaint, Audience> {
  /** Whether it stands on the resident's timeline. */
  resident: boolean;
}

const important = { test: needsSignature, says: '重要及以上' };
const surveyed = {
  test: (c: Complaint) => c.callback?.drawn === true && c.callback.form === 'survey',
  says: '抽中问卷回访',
};
const visited = {
  test: (c: Complaint) => c.callback?.drawn === true && c.callback.form !== 'survey',
  says: '上门或电话回访',
};
const decidedBy = (dispatcher: Dispatcher, says: string) => ({
  test: (c: Complaint) => c.dispatcher === dispatcher,
  says,
});
const deskDecides = decidedBy('desk', '服务中心派单');
const supervisorDecides = decidedBy('supervisor', '退回已到交主管的次数');
const managerDecides = decidedBy('manager', '重新打开已到报经理的次数');
const generalManagerDecides = decidedBy('generalManager', '重新打开已到报总经理的次数');
const notDispatched = { test: (c: Complaint) => c.departmentId === null, says: '还没派单' };
const opinionated = { test: (c: Complaint) => (c.callback?.verdict?.opinions ?? '') !== '', says: '有意见' };
/** The severity changed just now, and this notice was given with it. */
const passedTo = (notice: NoticeClock, says: string) => ({
  test: (c: Complaint) => {
    const last = c.events.at(-1);
    return last?.type === 'severityChanged' && last.data.notices.includes(notice);
  },
  says,
});
const waitedLongEnough = {
  test: (c: Complaint) => {
    const last = c.events.at(-1);
    return last?.type === 'resumed' && last.data.because === 'over';
  },
  says: '等待期满',
};
const unconfirmed = { test: (c: Complaint) => c.firstContact?.confirmed === false, says: '未确认的代录' };
const keyCustomers = {
  test: (c: Complaint) => {
    const last = c.events.at(-1);
    return isKeyCustomers(c) && last?.type === 'clockMissed' && last.data.level === 1;
  },
  says: '重点客户，首次超时',
};
/** Who joined by themselves knows, and has the receipt. */
const mergedLater = {
  test: (c: Complaint) => c.events[0]?.commandId !== c.events.at(-1)?.commandId,
  says: '由服务中心并入',
};
/** Merged just now, out of the hands of those who had it. */
const takenFromThem = {
  test: (c: Complaint) => stateBefore(c) !== 'merged',
  says: '正在办理的',
};
const stateBefore = ({ events }: Complaint): State | undefined =>
  events
    .slice(0, -1)
    .map((event) => eventRow(event.type).to)
    .filter((to) => to !== undefined)
    .at(-1);
/** While merged nobody is named on it: the desk hears of it. */
const merged = { test: (c: Complaint) => c.state === 'merged', says: '已并入雷同事件' };
/** Nobody has it as a duty. */
const nobodys = {
  test: (c: Complaint) => merged.test(c) || answerReadUntil(c) !== null,
  says: '已并入雷同事件，或答复等住户查看',
};
/** DP-02: a notice is the complaint's own, merged or not. */
const ownNotice = ({ events }: Complaint): boolean => {
  const last = events.at(-1);
  return (last?.type === 'clockWarned' || last?.type === 'clockMissed') && isNoticeClock(last.data.clock);
};
const chased = {
  test: (c: Complaint) => c.state !== 'merged' || ownNotice(c),
  says: '未并入雷同事件，或是它自己的阅知',
};
/** Of a merged complaint its incident's leading one is chased; its own delay stands in its record. */
const notMerged = { test: (c: Complaint) => c.state !== 'merged', says: '未并入雷同事件' };
const saidUnsolved = {
  test: (c: Complaint) => {
    const last = c.events.at(-1);
    return last?.type === 'callbackNoted' && (last.data.solved === false || last.data.wantsFollowUp === true);
  },
  says: '住户说没解决或要跟进',
};
/** Struck by the system alone, not with what the desk did to its incident. */
const noLongerAlike = {
  test: ({ events, reasons }: Complaint) => {
    const last = events.at(-1);
    if (last?.type !== 'reasonStruck' || last.data.code !== 'SV-22' || last.by.personId !== 'system') return false;
    const struck = reasons.filter(({ code }) => code === 'SV-22').at(-1);
    return struck?.incidentId === null && events.at(-2)?.commandId !== last.commandId;
  },
  says: '雷同投诉有撤回或更正，不再够数',
};
const waitsForSignature = { test: (c: Complaint) => planWaits.test(c), says: '重要及以上' };

// biome-ignore format: a table reads row by row
export const EVENTS = {
  filed: { to: 'registered', starts: ['dispatch', 'resolution'], tells: [{ audience: 'resident', template: 'accepted' }], resident: true }, // IN-06, RG-01
  recorded: { to: 'received', starts: ['record', 'registration', 'resolution'], tells: [{ audience: 'resident', template: 'accepted' }, { audience: 'serviceDesk', template: 'newWork' }], resident: true }, // IN-02, RG-01
  confirmed: { to: 'registered', stops: ['record', 'registration'], starts: ['dispatch'], tells: [{ audience: 'firstContact', template: 'newWork' }], resident: true }, // IN-02, RG-01
  proposed: { resident: false }, // RG-02
  classified: { resident: false }, // RG-03
  reasonAdded: { resident: false },
  reasonStruck: { tells: [{ audience: 'supervisor', template: 'newWork', when: noLongerAlike }, { audience: 'head', template: 'newWork', when: noLongerAlike }, { audience: 'handler', template: 'newWork', when: noLongerAlike }], resident: false }, // SV-22: what they work by has changed with nobody's word
  severityChanged: {
    tells: [{ audience: 'manager', template: 'newWork', when: passedTo('managerNotice', '需管理处经理阅知') }, { audience: 'quality', template: 'newWork', when: passedTo('qualityNotice', '需品质部阅知') }, { audience: 'generalManager', template: 'newWork', when: passedTo('qualityNotice', '重大需总经理阅知，其余抄送') }],
    resident: false,
  }, // DP-02
  acknowledged: { resident: false }, // DP-02
  dispatched: { to: 'dispatched', stops: ['dispatch', 'plan', 'planSignature', 'completion'], starts: ['signing'], tells: [{ audience: 'head', template: 'newWork' }], resident: true }, // DP-01
  signedFor: { to: 'investigating', stops: ['signing'], resident: true }, // DP-01
  returnedToDesk: { to: 'registered', stops: ['signing'], starts: ['dispatch'], tells: [{ audience: 'serviceDesk', template: 'newWork', when: deskDecides }, { audience: 'supervisor', template: 'newWork', when: supervisorDecides }], resident: false }, // DP-03
  referredUp: { to: 'registered', starts: ['dispatch'], tells: [{ audience: 'manager', template: 'newWork', when: managerDecides }, { audience: 'generalManager', template: 'newWork', when: generalManagerDecides }], resident: false }, // IF-03
  praiseForwarded: { tells: [{ audience: 'praised', template: 'newWork' }, { audience: 'resident', template: 'progress' }], resident: true }, // IN-11
  handlerNamed: { tells: [{ audience: 'handler', template: 'newWork' }], resident: true }, // HD-01
  investigated: { resident: true }, // HD-01, HD-04
  planned: { starts: ['planSignature'], tells: [{ audience: 'manager', template: 'planToSign', when: waitsForSignature }, { audience: 'quality', template: 'planToSign', when: important }], resident: true }, // HD-02
  planSigned: { stops: ['planSignature'], tells: [{ audience: 'handler', template: 'newWork' }], resident: false }, // HD-02
  planReturned: { stops: ['planSignature'], tells: [{ audience: 'handler', template: 'newWork' }], resident: false }, // HD-02
  workStarted: { to: 'handling', stops: ['planSignature'], starts: ['plan'], tells: [{ audience: 'resident', template: 'progress' }], resident: true }, // HD-02, HD-04
  progressed: { tells: [{ audience: 'resident', template: 'progress' }], resident: true }, // HD-04
  postponed: { tells: [{ audience: 'resident', template: 'progress' }], resident: true }, // HD-05
  paused: { tells: [{ audience: 'resident', template: 'progress' }], resident: true }, // CK-05
  resumed: { tells: [{ audience: 'handler', template: 'newWork', when: waitedLongEnough }], resident: true }, // CK-05
  workDone: { stops: ['plan'], starts: ['completion'], tells: [{ audience: 'resident', template: 'progress' }], resident: true }, // HD-08, HD-04: its form is due the same day
  completed: { to: 'reviewing', stops: ['plan', 'completion'], starts: ['review'], tells: [{ audience: 'serviceDesk', template: 'newWork' }], resident: true }, // HD-08
  subtaskAsked: { tells: [{ audience: 'helpers', template: 'newWork' }], resident: true }, // DP-04
  subtaskSigned: { tells: [{ audience: 'helpers', template: 'newWork' }], resident: false }, // DP-04
  subtaskDone: { tells: [{ audience: 'handler', template: 'newWork' }, { audience: 'head', template: 'newWork' }], resident: true }, // DP-04
  subtaskWithdrawn: { tells: [{ audience: 'helpers', template: 'newWork' }], resident: false }, // DP-04
  reviewPassed: { to: 'informing', stops: ['review'], starts: ['inform'], tells: [{ audience: 'resident', template: 'result' }], resident: true }, // RV-01, IF-01
  sentBack: { to: 'handling', stops: ['review'], starts: ['plan'], tells: [{ audience: 'handler', template: 'newWork' }], resident: true }, // RV-01
  resultUndelivered: { tells: [{ audience: 'serviceDesk', template: 'newWork' }], resident: false }, // IF-01, MS-02
  informed: { to: 'callback', stops: ['inform', 'resolution'], resident: true }, // IF-01; the rulebook's “unresolved” ends here
  answerUnread: { resident: true }, // IN-11
  callbackPlanned: { starts: ['callback'], tells: [{ audience: 'resident', template: 'survey', when: surveyed }, { audience: 'patrol', template: 'newWork', when: visited }], resident: false }, // CB-01, CB-03
  surveyLapsed: { tells: [{ audience: 'patrol', template: 'newWork' }], resident: false }, // CB-03
  callbackRaised: { tells: [{ audience: 'patrol', template: 'newWork' }], resident: false }, // CB-01, CB-02
  callbackAttempted: { resident: true }, // CB-06
  calledBack: { stops: ['callback'], tells: [{ audience: 'head', template: 'opinion', when: opinionated }], resident: true }, // CB-05, CB-08
  closed: { to: 'closed', stops: 'all', resident: true }, // CB-09
  reopened: { to: 'dispatched', stops: 'all', starts: ['signing', 'resolution'], tells: [{ audience: 'head', template: 'newWork', when: deskDecides }, { audience: 'supervisor', template: 'newWork' }], resident: true }, // CB-07, IF-02, IF-03
  incidentLed: { resident: false },
  incidentJoined: { resident: false },
  mergedInto: { to: 'merged', stops: ['record', 'dispatch', 'signing', 'plan', 'planSignature', 'completion'], tells: [{ audience: 'resident', template: 'progress', when: mergedLater }, { audience: 'handler', template: 'newWork', when: takenFromThem }, { audience: 'head', template: 'newWork', when: takenFromThem }], resident: true }, // IN-07, DP-04; the promised time of its resident runs on (CK-09)
  incidentLeft: { resident: false },
  splitOff: { to: 'registered', starts: ['dispatch'], tells: [{ audience: 'serviceDesk', template: 'newWork' }], resident: true },
  leadTaken: { to: 'registered', starts: ['dispatch'], tells: [{ audience: 'serviceDesk', template: 'newWork' }], resident: false },
  resultShared: { to: 'informing', starts: ['inform'], tells: [{ audience: 'resident', template: 'result' }], resident: true }, // IF-01: told on their own
  dangerReported: { tells: [{ audience: 'serviceDesk', template: 'newWork' }, { audience: 'patrol', template: 'newWork' }, { audience: 'handler', template: 'newWork' }, { audience: 'head', template: 'newWork' }], resident: true }, // IN-12
  wordsAdded: { tells: [{ audience: 'mustAct', template: 'newWork' }, { audience: 'serviceDesk', template: 'newWork', when: nobodys }], resident: true }, // IN-08
  urged: { tells: [{ audience: 'handler', template: 'newWork', when: notMerged }, { audience: 'head', template: 'newWork', when: notMerged }, { audience: 'mustAct', template: 'newWork', when: notMerged }, { audience: 'serviceDesk', template: 'newWork', when: merged }], resident: true }, // IN-08
  callbackNoted: { tells: [{ audience: 'serviceDesk', template: 'newWork', when: saidUnsolved }], resident: false }, // CB-04
  opinionRead: { resident: false }, // CB-08
  archived: { to: 'archived', stops: 'all', resident: true }, // CB-09
  entryStruck: { resident: true }, // HD-03
  noted: { resident: false }, // HD-04
  withdrawn: { to: 'withdrawn', stops: 'all', tells: [{ audience: 'serviceDesk', template: 'newWork', when: notDispatched }, { audience: 'handler', template: 'newWork' }, { audience: 'head', template: 'newWork' }, { audience: 'helpers', template: 'newWork' }], resident: true }, // IN-08
  personErased: { resident: true }, // PV-03
  clockWarned: { tells: [{ audience: 'mustAct', template: 'warning', when: chased }, { audience: 'firstContact', template: 'warning', when: unconfirmed }], resident: false }, // CK-02, IN-02
  clockMissed: { tells: [{ audience: 'mustAct', template: 'overdue', when: chased }, { audience: 'firstContact', template: 'overdue', when: unconfirmed }, { audience: 'ladder', template: 'escalation', when: chased }, { audience: 'management', template: 'escalation', when: keyCustomers }], resident: true }, // CK-02, CK-06, IN-02
} as const satisfies Record<EventType, EventRow>;

/** The row of an event, with its optional columns. */
export const eventRow = (type: EventType): EventRow => EVENTS[type];
export const commandRow = (name: CommandName): CommandRow => LIFECYCLE[name];
