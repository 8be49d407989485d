/** What a message about an action says: the values of its template's fields, whole. */
import { ACTION_CLOCKS } from '../../types/vocabulary';
import type { Action } from '../action/action';
import { actionDutyOf, actionNext } from '../action/duties';
import type { ActionEvent } from '../action/events';
import { actionCommandRow } from '../action/lifecycle';
import type { Zone } from '../clock/zone';
import { timeValue } from './compose';
import type { TemplateCode } from './templates';

/** In the order of the template's fields. */
export function composeAction(
  template: TemplateCode,
  action: Action,
  event: ActionEvent,
  zone: Zone,
): readonly string[] {
  const { number, summary, placeText } = action;
  const duty = actionDutyOf(action);
  const passed = event.type === 'clockWarned' || event.type === 'clockMissed' ? event.data : null;
  const dueAt = timeValue(passed?.dueAt ?? duty?.dueAt ?? event.at, zone);
  const clock = passed === null ? '' : `${ACTION_CLOCKS[passed.clock]}时限`;
  switch (template) {
    case 'newWork':
      return [number, summary, placeText, dueAt, duty === null ? '请查看' : actionCommandRow(duty.command).duty];
    case 'warning':
    case 'overdue':
      return [number, summary, clock, dueAt];
    case 'escalation':
      return [number, summary, clock, dueAt, actionNext(action)?.who ?? '—'];
    case 'recurrence': {
      const again = event.type === 'recurred' ? event.data : action.recurrences.at(-1);
      return [
        number,
        summary,
        again?.placeText ?? placeText,
        timeValue(again?.filedAt ?? event.at, zone),
        again?.number ?? '—',
      ];
    }
    default:
      throw new Error(`no message ${template} is sent about an action`);
  }
}
