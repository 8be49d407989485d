/** The incident's history in words, for the desk. */
import { MEMBER_LEFT, OUTCOMES } from '../../types/vocabulary';
import type { IncidentEvent } from './events';

/** Complaints are named by their number where the incident knows it. */
export function incidentSentenceOf(
  event: IncidentEvent,
  numberOf: (complaintId: string) => string = () => '',
): { title: string; detail: string } {
  switch (event.type) {
    case 'opened':
      return { title: '建立雷同事件', detail: event.data.summary };
    case 'joined':
      return { title: `并入 ${event.data.number}`, detail: '' };
    case 'left':
      return { title: `移出 ${numberOf(event.data.complaintId)}`, detail: MEMBER_LEFT[event.data.why] };
    case 'led':
      return { title: `${numberOf(event.data.complaintId)} 接为主件`, detail: '' };
    case 'described':
      return {
        title: event.data.publicPlace ? '修改公开概述' : '修改概述，不向住户展示',
        detail: [event.data.summary, event.data.placeText].filter((text) => text !== '').join(' · '),
      };
    case 'collectiveConfirmed':
      return {
        title: event.data.people === null ? '确认为集体投诉' : `确认为集体投诉（${event.data.people} 人）`,
        detail: event.data.note,
      };
    case 'collectiveRevoked':
      return { title: '撤销集体认定', detail: event.data.note };
    case 'resultFound':
      return { title: `已有结果：${OUTCOMES[event.data.outcome]}`, detail: event.data.result };
    case 'resumed':
      return { title: '主件重新打开，继续办理', detail: '' };
    case 'mergedInto':
      return { title: '并入另一雷同事件', detail: event.data.summary };
    case 'mergeUndone':
      return { title: '两个事件同时互相并入，本事件恢复办理', detail: '' };
    case 'dissolved':
      return { title: '没有投诉留在事件中，解散', detail: '' };
  }
}
