/** What happens next, who does it, by when — said to residents and staff alike (screens: done, now, next). */
import { OUTCOMES, type State } from '../../types/vocabulary';
import type { Instant } from '../../types/ids';
import { pressingClock } from '../lifecycle/running';
import { isAnswered, mayBeRead } from './answers';
import { dutiesOf } from './duties';
import type { Complaint } from './complaint';
import { isForwardable } from './praise';

export interface NextStep {
  text: string;
  who: string;
  dueAt: Instant | null;
}

const DISPATCHER_WORDS = { supervisor: '服务处主管', manager: '管理处经理', generalManager: '总经理' } as const;

/** Null once it has ended. */
export function nextStep(complaint: Complaint): NextStep | null {
  const duty = dutiesOf(complaint)[0];
  const dueAt = duty?.dueAt ?? null;
  const department = complaint.departmentName === '' ? '责任部门' : complaint.departmentName;
  if (complaint.waiting !== null)
    return { text: `请住户答复或约定时间：${complaint.waiting.reason}`, who: '住户', dueAt: complaint.waiting.endsBy };
  const handler = complaint.handlerName === '' ? department : `${department} ${complaint.handlerName}`;
  switch (complaint.state) {
    case 'received':
      return { text: '服务中心确认登记', who: '服务中心', dueAt };
    case 'registered':
      if (isForwardable(complaint)) return { text: '转达给被表扬的人', who: '服务中心', dueAt };
      return complaint.dispatcher === 'desk'
        ? { text: '安排给负责的部门', who: '服务中心', dueAt }
        : { text: '决定由哪个部门处理', who: DISPATCHER_WORDS[complaint.dispatcher], dueAt };
    case 'dispatched':
      return { text: '接手并安排人处理', who: department, dueAt };
    case 'investigating':
      if (complaint.handlerId === null) return { text: '安排人处理', who: department, dueAt };
      if (isAnswered(complaint.kind)) return { text: '写答复', who: handler, dueAt };
      if (complaint.investigation === null) return { text: '到现场了解情况', who: handler, dueAt };
      if (complaint.plan === null) return { text: '制定处理方案', who: handler, dueAt };
      return { text: '同意处理方案', who: '管理处经理', dueAt };
    case 'handling':
      if (isAnswered(complaint.kind)) return { text: '重新写答复', who: handler, dueAt };
      if (duty?.clock === 'completion') return { text: '填写处理结果', who: handler, dueAt };
      return { text: '按方案处理', who: handler, dueAt };
    case 'reviewing':
      return { text: isAnswered(complaint.kind) ? '检查答复' : '检查处理结果', who: '服务中心', dueAt };
    case 'informing':
      if (mayBeRead(complaint)) return { text: '请查看答复', who: '住户', dueAt };
      return { text: '把结果告诉住户', who: '服务中心', dueAt };
    case 'callback':
      return complaint.callback?.form === 'survey'
        ? { text: '请住户评价是否真的解决', who: '住户', dueAt: complaint.callback.surveyUntil }
        : { text: '上门或电话回访，确认是否真的解决', who: '巡楼组', dueAt };
    case 'closed':
    case 'archived':
    case 'withdrawn':
      return null;
    case 'merged':
      return { text: '和同类事件一起处理', who: '责任部门', dueAt: pressingClock(complaint)?.dueAt ?? null };
  }
}

/** One line about where it stands. */
export function progressLine(complaint: Complaint): string {
  if (complaint.state === 'merged') return `已并入同类事件，与 ${complaint.incident?.homes ?? 1} 户一起处理`;
  const next = nextStep(complaint);
  if (next !== null) return `${next.who}：${next.text}`;
  const ended: Partial<Record<State, string>> = { withdrawn: '已撤回' };
  return (
    ended[complaint.state] ??
    (complaint.closeReason === 'forwarded'
      ? '已转达'
      : complaint.result === null
        ? '已办结'
        : `已办结 · ${OUTCOMES[complaint.result.outcome]}`)
  );
}
