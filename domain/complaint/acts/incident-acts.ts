/** Opening an incident 雷同事件 with a complaint, merging one into it, taking it out again (SV-22, IN-07). */
import { checkSummary, unsayableOf } from '../../incident/public-matter';
import { standsAlone } from '../graver-than-lead';
import { mergedInto, withoutIncidentReasons } from '../incident-membership';
import { refused } from '../refused';
import type { Acts } from './act';

export const INCIDENT_ACTS: Acts<'openIncident' | 'mergeIntoIncident' | 'splitOff' | 'leaveIncident'> = {
  openIncident: (draft, { summary, placeText, publicPlace }, { newIncidentId, names }) => {
    const described = { summary, placeText: placeText ?? '' };
    checkSummary(described, unsayableOf(draft.now, names));
    draft.append('incidentLed', { incidentId: newIncidentId, ...described, publicPlace });
  },
  mergeIntoIncident: (draft, _input, context) => {
    const { incident } = context;
    if (incident === null || incident.estateId !== draft.now.estateId) return refused('notFound');
    if (incident.state !== 'open')
      refused('badInput', { fields: { incidentId: '这个事件已经有结果，请单独处理或新建事件' } });
    if (incident.id === draft.now.incident?.id && standsAlone(draft.now, incident.leadSeverity))
      refused('badInput', {
        fields: { incidentId: '本件比主件严重，或待上级裁定派单，已计入该事件，仍须单独处理' },
      });
    mergedInto(draft, incident, context);
  },
  splitOff: (draft, { reason }) => {
    const { incident } = draft.now;
    if (incident === null) return;
    draft.append('splitOff', { incidentId: incident.id, reason });
    withoutIncidentReasons(draft, '已拆出雷同事件');
  },
  leaveIncident: (draft, { reason }) => {
    const { incident } = draft.now;
    if (incident === null) return;
    draft.append('incidentLeft', { incidentId: incident.id, reason });
    withoutIncidentReasons(draft, '已移出雷同事件');
  },
};
