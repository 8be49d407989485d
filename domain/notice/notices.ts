/** Who hears of an event, read from the lifecycle table (MS-01). Pure: the people behind an audience are found by the use case. */
import type { Complaint } from '../complaint/complaint';
import type { ComplaintEvent } from '../complaint/events';
import { type Audience, eventRow } from '../complaint/lifecycle';
import type { TemplateCode } from './templates';

export interface Notice {
  audience: Audience;
  template: TemplateCode;
}

/** Whom the table tells of this event, with the complaint as it was just after it. */
export const noticesOf = (complaint: Complaint, event: ComplaintEvent): Notice[] =>
  (eventRow(event.type).tells ?? [])
    .filter((tell) => tell.when?.test(complaint) ?? true)
    .map(({ audience, template }) => ({ audience, template }));
