/** What a person sends with each command of an incident 雷同事件 (the table stands in domain/incident/lifecycle.ts). */
import * as z from 'zod/mini';
import { IncidentId } from './ids';
import { optionalWords, words } from './text';

export const INCIDENT_COMMAND_INPUTS = {
  confirmCollective: z.object({
    /** People who signed or came together, where they are more than those who filed (SV-04, SV-14). */
    people: z.optional(z.int().check(z.gte(2, '至少 2 人'), z.lte(5000, '最多 5000 人'))),
    note: words('认定依据', 2, 500),
  }),
  revokeCollective: z.object({ note: words('撤销原因', 2, 500) }),
  describeIncident: z.object({
    summary: words('公开概述', 5, 40),
    placeText: optionalWords('公共位置', 30),
    publicPlace: z.boolean(),
  }),
  mergeIncidents: z.object({ into: IncidentId }),
} as const;

export type IncidentCommandName = keyof typeof INCIDENT_COMMAND_INPUTS;
export const INCIDENT_COMMAND_NAMES = Object.keys(INCIDENT_COMMAND_INPUTS) as IncidentCommandName[];
export const IncidentCommandName = z.enum(INCIDENT_COMMAND_NAMES as [IncidentCommandName, ...IncidentCommandName[]]);
export type IncidentCommandInput<N extends IncidentCommandName> = z.infer<(typeof INCIDENT_COMMAND_INPUTS)[N]>;
