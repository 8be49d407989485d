/** The timeline's words of the trade, said to the resident in plain ones (HD-04): nobody has to know what 签收 or 派单 is. */
import {
  CALLBACK_FORMS,
  type ClockKind,
  type CloseReason,
  INFORM_WAYS,
  isNoticeClock,
  type NoticeClock,
} from '../../types/vocabulary';
import type { ComplaintEvent } from './events';

/** What should have been done by then. */
const DEADLINES = {
  record: '确认登记',
  registration: '登记',
  dispatch: '安排部门',
  signing: '部门接手',
  resolution: '解决',
  planSignature: '经理同意方案',
  plan: '处理',
  completion: '写处理结果',
  review: '检查处理结果',
  subtask: '协助',
  inform: '告诉您结果',
  callback: '回访',
} as const satisfies Record<Exclude<ClockKind, NoticeClock>, string>;

const ENDINGS = {
  satisfied: '您说解决了',
  notDrawn: '这次没有安排回访；还有问题可以退回重新处理',
  unreachable: '多次没联系上您；还有问题可以退回重新处理',
  answered: '已答复',
  forwarded: '已转达',
} as const satisfies Record<CloseReason, string>;

/** What stands below the title; null where the words for everybody will do. */
export function residentDetail(event: ComplaintEvent): string | null {
  switch (event.type) {
    case 'filed':
    case 'recorded':
      return event.data.firstContact === null ? null : `接待您的人：${event.data.firstContact.name}`;
    case 'closed':
      return ENDINGS[event.data.reason];
    default:
      return null;
  }
}

/** Null where the words for everybody will do. */
export function residentTitle(event: ComplaintEvent): string | null {
  switch (event.type) {
    case 'dispatched':
      return `已交给${event.data.departmentName}`;
    case 'signedFor':
      return '部门已接手';
    case 'planned':
      return event.data.needsSignature ? '写好了处理办法，等经理同意' : '写好了处理办法';
    case 'subtaskSigned':
      return `${event.data.departmentName}已接手协助`;
    case 'reviewPassed':
      return '服务中心检查通过';
    case 'sentBack':
      return '服务中心检查没通过，重新处理';
    case 'informed':
      return event.data.how === 'read' ? '您已查看结果' : `已告诉您结果（${INFORM_WAYS[event.data.how]}）`;
    case 'callbackAttempted':
      return `第 ${event.data.attempt} 次${CALLBACK_FORMS[event.data.form]}回访，没联系上您`;
    case 'closed':
      return '办结';
    case 'reopened':
      return `重新办理（第 ${event.data.round} 轮）`;
    case 'urged':
      return '催办';
    case 'withdrawn':
      return '撤回';
    case 'paused':
      return '等您答复或约定时间，解决时限暂停';
    case 'resumed':
      return event.data.because === 'answered' ? '收到您的答复，继续处理' : null;
    case 'clockMissed':
      if (isNoticeClock(event.data.clock)) return null;
      return event.data.level > 1
        ? `${DEADLINES[event.data.clock]}还在超时，已再往上报`
        : `${DEADLINES[event.data.clock]}已超时，已提醒上级`;
    default:
      return null;
  }
}
