/** What a message says: the values of its template's fields, whole; the sender cuts them to what WeChat takes. */
import { CALLBACK_FORMS, CLOCKS, OUTCOMES, SATISFACTIONS, SEVERITIES } from '../../types/vocabulary';
import type { Instant } from '../../types/ids';
import type { Zone } from '../clock/zone';
import type { Complaint } from '../complaint/complaint';
import { dutiesOf } from '../complaint/duties';
import type { ComplaintEvent } from '../complaint/events';
import { commandRow } from '../complaint/lifecycle';
import { nextStep } from '../complaint/next-step';
import { runningClock } from '../lifecycle/running';
import { maskNumbersIn } from '../people/mask';
import { dangerWords, sentenceOf } from '../complaint/timeline';
import { TEMPLATES, type TemplateCode } from './templates';

/** IN-14: numbers that a resident wrote go into no message. */
const summary = (complaint: Complaint): string =>
  maskNumbersIn(complaint.description).replace(/\s+/g, ' ').slice(0, 40);

/** WeChat's time fields want a plain date and time. */
export const timeValue = (at: Instant, zone: Zone): string => {
  const local = new Date(Date.parse(at) + zone.utcOffsetMinutes * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
};

function dueOf(complaint: Complaint, event: ComplaintEvent): Instant {
  if (event.type === 'clockWarned' || event.type === 'clockMissed') return event.data.dueAt;
  const subtaskId = 'subtaskId' in event.data ? event.data.subtaskId : undefined;
  const subtask = complaint.subtasks.find(({ id }) => id === subtaskId);
  if (subtask !== undefined) return subtask.dueAt;
  const [notice] = event.type === 'severityChanged' ? event.data.notices : [];
  const own = notice === undefined ? undefined : runningClock(complaint, notice);
  return own?.dueAt ?? dutiesOf(complaint)[0]?.dueAt ?? event.at;
}

/** What the receiver has to do or know, in a few words. */
function workOf(complaint: Complaint, event: ComplaintEvent): string {
  switch (event.type) {
    case 'wordsAdded':
      return '住户补充了情况';
    case 'urged':
      return '住户催办';
    case 'withdrawn':
      return '住户已撤回';
    case 'resumed':
      return '等待期满，请继续处理';
    case 'confirmed':
      return '您的登记已确认';
    case 'dangerReported':
      return `紧急：${dangerWords(event.data.dangers)}，立即处理`;
    case 'praiseForwarded':
      return '收到住户表扬，请查看';
    case 'subtaskAsked':
      return `协助：${event.data.what}`;
    case 'subtaskSigned':
      return '完成协助';
    case 'subtaskDone':
      return `${event.data.departmentName}已完成协助`;
    case 'subtaskWithdrawn':
      return '协助已撤回';
    case 'mergedInto':
      return '已并入雷同事件，不用再办';
    case 'reasonStruck':
      return '雷同投诉不再够数，级别已重算';
    case 'severityChanged':
      return event.data.to === null ? '请阅知' : `${SEVERITIES[event.data.to]}投诉，请阅知`;
    default: {
      const [duty] = dutiesOf(complaint);
      return duty === undefined ? '请查看' : commandRow(duty.command).duty;
    }
  }
}

/** The values of the template's fields, in their order; whole, not yet cut to WeChat's limits. */
function values(template: TemplateCode, complaint: Complaint, event: ComplaintEvent, zone: Zone): readonly string[] {
  const { number } = complaint;
  const text = summary(complaint);
  const clock = event.type === 'clockWarned' || event.type === 'clockMissed' ? CLOCKS[event.data.clock] : '';
  switch (template) {
    case 'accepted': {
      const resolution = complaint.clocks.find((c) => c.kind === 'resolution');
      return [number, text, timeValue(resolution?.dueAt ?? event.at, zone), '已受理，可随时查看进展'];
    }
    case 'progress':
      return [
        number,
        text,
        event.type === 'paused' ? `请您答复：${event.data.reason}` : sentenceOf(event, zone, event.at).title,
        timeValue(complaint.plan?.expectedAt ?? dueOf(complaint, event), zone),
      ];
    case 'result':
      return [
        number,
        text,
        complaint.result === null ? '已处理' : OUTCOMES[complaint.result.outcome],
        '请查看结果，没解决可重新打开',
      ];
    case 'survey':
      return [number, text, '解决了吗？点开评价，20 秒'];
    case 'newWork': {
      const what = workOf(complaint, event);
      return [number, text, placeFor(complaint), timeValue(dueOf(complaint, event), zone), what];
    }
    case 'warning':
    case 'overdue':
      return [number, text, `${clock}时限`, timeValue(dueOf(complaint, event), zone)];
    case 'escalation':
      return [number, text, `${clock}时限`, timeValue(dueOf(complaint, event), zone), nextStep(complaint)?.who ?? '—'];
    case 'planToSign':
      return [number, text, complaint.plan?.measures ?? '—', timeValue(complaint.plan?.expectedAt ?? event.at, zone)];
    case 'recurrence':
      return [number, text, placeFor(complaint), timeValue(complaint.filedAt, zone), number];
    case 'opinion': {
      const verdict = complaint.callback?.verdict;
      return [
        number,
        text,
        verdict === undefined || verdict === null ? CALLBACK_FORMS.visit : SATISFACTIONS[verdict.satisfaction],
        maskNumbersIn(verdict?.opinions ?? '—'),
      ];
    }
  }
}

/** IN-09: a message to the department never tells a hidden home. */
const placeFor = ({ hideIdentity, place, placeText, homeText }: Complaint): string =>
  hideIdentity ? (place.area ?? '') : placeText === '' ? homeText : placeText;

export interface Composed {
  title: string;
  lines: { key: string; label: string; value: string }[];
}

/** The message as the inbox shows it; the sender cuts the values to what WeChat takes. */
export function compose(template: TemplateCode, complaint: Complaint, event: ComplaintEvent, zone: Zone): Composed {
  const { title, fields } = TEMPLATES[template];
  const all = values(template, complaint, event, zone);
  return { title, lines: fields.map((field, i) => ({ key: field.key, label: field.label, value: all[i] ?? '—' })) };
}
