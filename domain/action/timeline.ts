/** The way of an action in words; who and when stand beside it. */
import { ACTION_CLOCKS, ACTION_SOURCES } from '../../types/vocabulary';
import type { Instant, PhotoId } from '../../types/ids';
import { dueText, timeText } from '../clock/describe';
import type { Zone } from '../clock/zone';
import type { ActionEvent } from './events';

export interface ActionSentence {
  title: string;
  detail: string;
  tone: 'plain' | 'good' | 'warn' | 'late';
  photos: readonly PhotoId[];
}

const LEVEL_WORDS = ['快到期', '已超时', '超时一倍', '超时两倍', '超时三倍'];

/** @param now “今天” and “明天” in the sentence are said as of this moment */
export function actionSentenceOf(event: ActionEvent, zone: Zone, now: Instant): ActionSentence {
  const say = (
    title: string,
    detail = '',
    tone: ActionSentence['tone'] = 'plain',
    photos: readonly PhotoId[] = [],
  ): ActionSentence => ({ title, detail, tone, photos });
  switch (event.type) {
    case 'opened':
      return say('需要制定纠正和预防措施', `${event.data.source.number} ${event.data.why}`, 'warn');
    case 'written': {
      const { cause, correction, prevention, inCharge, plannedAt } = event.data;
      return say(
        `制定措施，由 ${inCharge.name} 负责`,
        `原因：${cause}\n纠正：${correction}\n预防：${prevention}\n计划 ${dueText(plannedAt, now, zone)}完成`,
      );
    }
    case 'postponed': {
      const { reason, to, overdue } = event.data;
      const title = overdue ? '逾期后延期' : '延期';
      return say(title, `${reason}\n改为 ${dueText(to, now, zone)}完成`, overdue ? 'late' : 'warn');
    }
    case 'foundUnneeded':
      return say('来源已不需要措施，由品质部决定是否撤销', event.data.why, 'warn');
    case 'foundNeeded':
      return say('来源仍需要措施，继续实施');
    case 'dropped':
      return say('措施已撤销', event.data.reason);
    case 'startedAgain':
      return say(`重新制定措施（第 ${event.data.round} 轮）`, event.data.why, 'warn');
    case 'reportedDone':
      return say('报告措施完成', event.data.report, 'plain', event.data.photos);
    case 'provedEffective':
      return say('验证有效', event.data.findings, 'good');
    case 'provedIneffective':
      return say(`验证无效，重新制定（第 ${event.data.round} 轮）`, event.data.findings, 'warn');
    case 'alsoNeeded':
      return say(
        `${event.data.source.number} 共用这份措施`,
        `${ACTION_SOURCES[event.data.source.kind]}：${event.data.why}`,
      );
    case 'recurred': {
      const { number, placeText, filedAt } = event.data;
      return say('同类投诉再次发生', `${number} ${placeText}，${timeText(filedAt, now, zone)}提交`, 'late');
    }
    case 'clockWarned':
      return say(
        `${ACTION_CLOCKS[event.data.clock]}时限快到期`,
        `应在 ${dueText(event.data.dueAt, now, zone)}完成`,
        'warn',
      );
    case 'clockMissed':
      return say(
        `${ACTION_CLOCKS[event.data.clock]}时限${LEVEL_WORDS[event.data.level] ?? '超时'}，已提醒上级`,
        `应在 ${dueText(event.data.dueAt, now, zone)}完成`,
        'late',
      );
  }
}
