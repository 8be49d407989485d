/** What the people behind a complaint's audiences are sent (MS-01). */
import type { Complaint } from '../../../domain/complaint/complaint';
import { type Audience, eventRow } from '../../../domain/complaint/lifecycle';
import { compose } from '../../../domain/notice/compose';
import { TEMPLATES, type TemplateCode } from '../../../domain/notice/templates';
import type { Telling } from '../lifecycle/messages';
import { keysFor, recipientsOf } from './recipients';

const page = (template: TemplateCode, complaint: Complaint): string => {
  if (template === 'survey') return `pages/survey/index?id=${complaint.id}`;
  return TEMPLATES[template].audience === 'resident'
    ? `pages/complaint/index?id=${complaint.id}`
    : `staff/case/index?id=${complaint.id}`;
};

export const COMPLAINT_TELLING: Telling<Complaint, Audience> = {
  eventRow,
  keysFor,
  recipientsOf,
  // A resident's receipt.
  hearsOwnAct: new Set(['resident']),
  messageOf: ({ to, audience, template }, { subject: complaint, event }, { calendar }) => ({
    values: compose(template, complaint, event, calendar).lines.map((l) => l.value),
    complaintId: complaint.id,
    estateId: complaint.estateId,
    page: page(template, complaint),
    mustKnow: audience === 'resident' && template === 'result',
    anyHour: event.by.personId === to || complaint.severity === 'major' || event.type === 'dangerReported',
  }),
};
