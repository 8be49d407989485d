/** The timeline in words: what happened, said so that a resident understands it. Who and when stand beside it. */
import {
  CATEGORIES,
  CHANNELS,
  CLOCKS,
  CLOSE_REASONS,
  CALLBACK_FORMS,
  INFORM_WAYS,
  KINDS,
  OUTCOMES,
  RESPONSIBILITIES,
  ROLES,
  SATISFACTIONS,
  SEVERITIES,
  SEVERITY_REASONS,
  atLeast,
  isNoticeClock,
} from '../../types/vocabulary';
import type { Instant, PhotoId } from '../../types/ids';
import { type Danger, DANGERS } from '../classify/danger';
import { dueText, timeText } from '../clock/describe';
import { epoch, localDate, type Zone } from '../clock/zone';
import type { ComplaintEvent, EventType, Payloads } from './events';
import { eventRow } from './lifecycle';
import { residentDetail, residentTitle } from './resident-words';

export interface Sentence {
  title: string;
  detail: string;
  tone: 'plain' | 'good' | 'warn' | 'late';
  photos: readonly PhotoId[];
  /** Not for the resident. */
  internal: boolean;
}

const LEVEL_WORDS = ['快到期', '已超时', '超时一倍', '超时两倍', '超时三倍'];

const RESUMED = {
  answered: '住户已答复，继续计时',
  over: '等待期满，继续计时',
  goesOn: '继续处理，继续计时',
  noLonger: '不再等待，继续计时',
} as const satisfies Record<Payloads['resumed']['because'], string>;

type Say = (title: string, detail?: string, tone?: Sentence['tone']) => Omit<Sentence, 'internal'>;

const severityWords = ({ from, to, notices }: Payloads['severityChanged'], say: Say): Omit<Sentence, 'internal'> => {
  const told =
    notices.length === 0 ? '' : `已通知${notices.map((n) => CLOCKS[n].replace('阅知', '')).join('、')}，等待阅知`;
  if (from === to) return told === '' ? say('时限按重点客户重新计算') : say(told, '', 'warn');
  if (to === null) return say('不再定级');
  if (from !== null && !atLeast(to, from)) return say(`级别降为${SEVERITIES[to]}`, told);
  return say(from === null ? `定为${SEVERITIES[to]}` : `级别升为${SEVERITIES[to]}`, told, 'warn');
};
/** HD-08: it is declared the same day it is done. */
export const declaredLate = (
  { at, data: { doneAt } }: { at: Instant; data: { doneAt: Instant } },
  zone: Zone,
): boolean => localDate(epoch(doneAt), zone) < localDate(epoch(at), zone);

/** “电梯困人、起火” */
export const dangerWords = (dangers: readonly Danger[]): string => dangers.map((each) => DANGERS[each]).join('、');

const words = (event: ComplaintEvent, zone: Zone, now: Instant, satisfiedFrom: number): Omit<Sentence, 'internal'> => {
  const say = (title: string, detail = '', tone: Sentence['tone'] = 'plain', photos: readonly PhotoId[] = []) => ({
    title,
    detail,
    tone,
    photos,
  });
  switch (event.type) {
    case 'filed':
      return say(
        event.data.firstContact === null
          ? `提交${KINDS[event.data.kind]}`
          : `服务中心登记（${CHANNELS[event.data.channel]}）`,
        event.data.firstContact === null ? '' : `首问责任人：${event.data.firstContact.name}`,
      );
    case 'recorded':
      return say(
        `工作人员代为登记（${CHANNELS[event.data.channel]}）`,
        event.data.firstContact === null ? '' : `首问责任人：${event.data.firstContact.name}，待服务中心确认`,
      );
    case 'confirmed':
      return say('服务中心确认登记', event.data.note);
    case 'proposed':
      return say(
        '系统建议分类',
        `${CATEGORIES[event.data.proposal.category.value]} · 把握 ${Math.round(event.data.proposal.category.confidence * 100)}%`,
      );
    case 'classified':
      return say(
        event.data.corrected ? '更正分类' : '确认分类',
        `${KINDS[event.data.kind]} · ${CATEGORIES[event.data.category]} · ${RESPONSIBILITIES[event.data.responsibility]}`,
      );
    case 'reasonAdded':
      return say(`定级依据：${SEVERITY_REASONS[event.data.code]}`, event.data.evidence, 'warn');
    case 'reasonStruck':
      return say(`撤销定级依据：${SEVERITY_REASONS[event.data.code]}`, event.data.note);
    case 'severityChanged':
      return severityWords(event.data, say);
    case 'acknowledged':
      return say(`已阅（${event.data.notices.map((notice) => CLOCKS[notice].replace('阅知', '')).join('、')}）`);
    case 'dispatched':
      return say(`派给${event.data.departmentName}`, event.data.note);
    case 'signedFor':
      return say('部门已签收');
    case 'returnedToDesk':
      return say(
        event.data.decides === 'desk' ? '部门退回，重新派单' : '部门再次退回，由服务处主管裁定',
        event.data.reason,
        'warn',
      );
    case 'referredUp':
      return say(`多次重新打开，由${ROLES[event.data.to]}裁定由谁处理`, event.data.why, 'warn');
    case 'praiseForwarded': {
      const { departmentName, personName, note } = event.data;
      return say(`已转达表扬给${departmentName}${personName === '' ? '' : ` ${personName}`}`, note, 'good');
    }
    case 'handlerNamed':
      return say(`由 ${event.data.handlerName} 处理`, event.data.note);
    case 'investigated':
      return say(
        event.data.valid ? '已查明情况' : '已查明情况：经查不成立',
        event.data.findings,
        'plain',
        event.data.photos,
      );
    case 'planned':
      return say(
        event.data.needsSignature ? '制定处理方案，待经理签批' : '制定处理方案',
        `${event.data.measures}\n预计 ${dueText(event.data.expectedAt, now, zone)}完成`,
      );
    case 'planSigned':
      return say('经理签批方案', event.data.note);
    case 'planReturned':
      return say('经理退回方案', event.data.reason, 'warn');
    case 'workStarted':
      return say('开始处理', `预计 ${dueText(event.data.expectedAt, now, zone)}完成`);
    case 'progressed':
      return say('处理进展', event.data.text, 'plain', event.data.photos);
    case 'postponed':
      return say(
        event.data.overdue ? '延期（已过原定时间）' : '延期',
        `${event.data.reason}\n改为 ${dueText(event.data.to, now, zone)}完成`,
        event.data.overdue ? 'late' : 'warn',
      );
    case 'paused':
      return say(
        '等待住户，解决时限暂停',
        `${event.data.reason}\n最晚等到 ${dueText(event.data.endsBy, now, zone)}`,
        'warn',
      );
    case 'resumed':
      return say(RESUMED[event.data.because], event.data.note);
    case 'workDone':
      return say('现场已处理完，正在填写结果', event.data.text, 'plain', event.data.photos);
    case 'completed':
      return say(
        event.data.outcome === 'answered' ? '答复住户' : `处理完成：${OUTCOMES[event.data.outcome]}`,
        [
          event.data.result,
          event.data.explanation,
          event.data.noPhotoReason === '' ? '' : `没有照片：${event.data.noPhotoReason}`,
          declaredLate(event, zone) ? `实际完成：${timeText(event.data.doneAt, now, zone)}，之后才登记` : '',
        ]
          .filter((line) => line !== '')
          .join('\n'),
        event.data.outcome === 'fixed' || event.data.outcome === 'answered' ? 'good' : 'plain',
        event.data.signature === null ? event.data.photos : [...event.data.photos, event.data.signature],
      );
    case 'subtaskAsked':
      return say(
        `${event.data.departmentName}协助处理`,
        `${event.data.what}\n${dueText(event.data.dueAt, now, zone)}完成`,
      );
    case 'subtaskSigned':
      return say(
        `${event.data.departmentName}已签收协助`,
        event.data.handlerName === '' ? '' : `由 ${event.data.handlerName} 处理`,
      );
    case 'subtaskDone':
      return say(`${event.data.departmentName}已完成协助`, event.data.result, 'good', event.data.photos);
    case 'subtaskWithdrawn':
      return say(`撤回${event.data.departmentName}的协助`, event.data.reason);
    case 'reviewPassed':
      return say('服务中心审核通过', event.data.note, 'good');
    case 'sentBack':
      return say('审核未通过，退回返工', event.data.reason, 'warn');
    case 'informed':
      return say(`已告知住户（${INFORM_WAYS[event.data.how]}）`, event.data.words);
    case 'resultUndelivered':
      return say('结果消息未送达，需电话告知', event.data.why, 'warn');
    case 'answerUnread':
      return say('答复未被查看，按期办结', `截至 ${timeText(event.data.until, now, zone)}`);
    case 'callbackPlanned':
      return say(
        event.data.drawn ? `列入回访（${CALLBACK_FORMS[event.data.form]}）` : '本次未抽中回访',
        event.data.why === 'recentlySurveyed' ? '该户近期已收到过问卷，这次改为电话回访' : '',
      );
    case 'surveyLapsed':
      return say('问卷未答，转电话或上门回访');
    case 'callbackRaised':
      return say(`级别升高，改为${CALLBACK_FORMS[event.data.form]}回访`, '', 'warn');
    case 'callbackAttempted':
      return say(`第 ${event.data.attempt} 次回访未联系上`, event.data.words, 'warn');
    case 'calledBack': {
      const { solved, satisfaction, wantsFollowUp, opinions, form, photos, signature } = event.data;
      const facts = `${solved ? '已解决' : '未解决'} · ${SATISFACTIONS[satisfaction]}${wantsFollowUp ? ' · 希望继续跟进' : ''}`;
      return say(
        `回访（${CALLBACK_FORMS[form]}）`,
        opinions === '' ? facts : `${facts}\n${opinions}`,
        solved && satisfaction >= satisfiedFrom ? 'good' : 'warn',
        signature === null ? photos : [...photos, signature],
      );
    }
    case 'callbackNoted': {
      const { form, reached, solved, satisfaction, wantsFollowUp, opinions, photos, signature, place } = event.data;
      const facts = [
        reached ? '' : '没联系上',
        solved === null ? '' : solved ? '已解决' : '未解决',
        satisfaction === null ? '' : SATISFACTIONS[satisfaction],
        wantsFollowUp === true ? '希望继续跟进' : '',
        place,
      ].filter((fact) => fact !== '');
      return say(
        `回访（${CALLBACK_FORMS[form]}）记为备注，不计入回访`,
        [facts.join(' · '), opinions].filter((line) => line !== '').join('\n'),
        solved === false || wantsFollowUp === true ? 'warn' : 'plain',
        signature === null ? photos : [...photos, signature],
      );
    }
    case 'closed':
      return say(
        event.data.reason === 'answered' || event.data.reason === 'forwarded' ? '办结' : '投诉关闭',
        CLOSE_REASONS[event.data.reason],
        'good',
      );
    case 'reopened':
      return say(`重新打开（第 ${event.data.round} 轮）`, event.data.why, 'warn', event.data.photos);
    case 'incidentLed':
      return say('建立雷同事件，本件为主件', event.data.summary);
    case 'incidentJoined':
      return say('转入雷同事件', event.data.summary);
    case 'mergedInto':
      return say(`已并入同类事件，与 ${event.data.homes} 户一起处理`, event.data.summary);
    case 'incidentLeft':
      return say('移出雷同事件', event.data.reason);
    case 'splitOff':
      return say('改为单独处理', event.data.reason);
    case 'leadTaken':
      return say('接为雷同事件的主件，重新派单', event.data.summary);
    case 'resultShared':
      return say(
        `同类事件处理完成：${OUTCOMES[event.data.outcome]}`,
        event.data.explanation === '' ? event.data.result : `${event.data.result}\n${event.data.explanation}`,
        event.data.outcome === 'fixed' ? 'good' : 'plain',
        event.data.photos,
      );
    case 'dangerReported':
      return say(`反映危险：${dangerWords(event.data.dangers)}`, '已立即通知服务中心和巡楼组', 'late');
    case 'wordsAdded':
      return say('补充情况', event.data.text, 'plain', event.data.photos);
    case 'urged':
      return say('住户催办', event.data.words, 'warn');
    case 'opinionRead':
      return say('部门负责人已阅回访意见', event.data.note);
    case 'archived':
      return say('已归档', event.data.note);
    case 'entryStruck':
      return say(event.data.entryType === 'noted' ? '划掉一条备注' : '划掉一条进展', event.data.reason, 'warn');
    case 'noted':
      return say('内部备注', event.data.text, 'plain', event.data.photos);
    case 'withdrawn':
      return say('住户撤回', event.data.reason);
    case 'personErased':
      return say('住户已注销', '姓名、电话、房号和住户的照片已从这一件中移除');
    case 'clockWarned':
      return say(`${CLOCKS[event.data.clock]}时限快到期`, `应在 ${dueText(event.data.dueAt, now, zone)}完成`, 'warn');
    case 'clockMissed':
      return say(
        `${CLOCKS[event.data.clock]}时限${LEVEL_WORDS[event.data.level] ?? '超时'}，已提醒上级`,
        `应在 ${dueText(event.data.dueAt, now, zone)}完成`,
        'late',
      );
  }
};

/**
 * @param now “今天” and “明天” in the sentence are said as of this moment
 * @param satisfiedFrom from which satisfaction on the sentence of a callback is a good one (RP-04); without it none is
 */
export const sentenceOf = (
  event: ComplaintEvent,
  zone: Zone,
  now: Instant,
  satisfiedFrom = Number.POSITIVE_INFINITY,
): Sentence => ({
  ...words(event, zone, now, satisfiedFrom),
  // Who opens a notice is a matter among staff (DP-02).
  internal:
    !eventRow(event.type).resident ||
    (event.type === 'clockMissed' && (isNoticeClock(event.data.clock) || event.data.clock === 'subtask')) ||
    (event.type === 'entryStruck' && event.data.entryType === 'noted'),
});

/** Words that staff write to each other with an act the resident sees. */
const AMONG_STAFF: ReadonlySet<EventType> = new Set([
  'archived',
  'confirmed',
  'dispatched',
  'handlerNamed',
  'praiseForwarded',
  'reviewPassed',
  'sentBack',
  'splitOff',
  'subtaskAsked',
  'subtaskDone',
]);

/**
 * The same for the resident (HD-04): in plain words, notes among staff are left out, and a result is told only once it has
 * passed review.
 * @param passed whether this completion was passed
 */
export const residentSentenceOf = (
  event: ComplaintEvent,
  zone: Zone,
  now: Instant,
  passed: boolean,
  satisfiedFrom?: number,
): Sentence | null => {
  const said = sentenceOf(event, zone, now, satisfiedFrom);
  if (said.internal) return null;
  const sentence = {
    ...said,
    title: residentTitle(event) ?? said.title,
    detail: residentDetail(event) ?? said.detail,
  };
  if (event.type === 'completed' && !passed) {
    const title = event.data.outcome === 'answered' ? '已写好答复，等服务中心检查' : '已处理，等服务中心检查';
    return { ...sentence, title, detail: '', tone: 'plain', photos: [] };
  }
  return AMONG_STAFF.has(event.type) ? { ...sentence, detail: '', photos: [] } : sentence;
};

/** The completions that passed review, by event id. */
export const passedCompletions = (events: readonly ComplaintEvent[]): ReadonlySet<string> => {
  const passed = new Set<string>();
  let last: string | null = null;
  for (const event of events) {
    if (event.type === 'completed') last = event.id;
    if (event.type === 'reviewPassed' && last !== null) passed.add(last);
  }
  return passed;
};
