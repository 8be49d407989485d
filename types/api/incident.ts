import * as z from 'zod/mini';
import { Photos } from '../commands';
import { command, DESK, INCIDENT_READERS, query } from '../contract';
import { CommandId, ComplaintId, EstateId, HomeId, IncidentId, Instant } from '../ids';
import { INCIDENT_COMMAND_INPUTS, IncidentCommandName } from '../incident-commands';
import { optionalWords } from '../text';
import { ComplaintCard, page } from '../views';
import { Category, IncidentState, Kind, State } from '../vocabulary';
import { Receipt } from './complaint';

const cursor = z.optional(z.string().check(z.maxLength(300)));

/** One row of a list of incidents, for staff. */
export const IncidentCard = z.object({
  id: IncidentId,
  estateId: EstateId,
  state: IncidentState,
  kind: Kind,
  category: Category,
  summary: z.string(),
  placeText: z.string(),
  /** Different complainants; two of one home are one. */
  homes: z.int(),
  complaints: z.int(),
  collective: z.boolean(),
  /** IN-07: residents are offered to join. */
  offered: z.boolean(),
  openedAt: Instant,
  /** How far its leading complaint is, in one line, and when the next step is due. */
  progressText: z.string(),
  dueAt: z.nullable(Instant),
});
export type IncidentCard = z.infer<typeof IncidentCard>;

export const IncidentView = z.object({
  ...IncidentCard.shape,
  version: z.int(),
  utcOffsetMinutes: z.int(),
  leadId: z.nullable(ComplaintId),
  publicPlace: z.boolean(),
  /** Homes, or people where the supervisor confirmed that more stand behind it. */
  size: z.int(),
  confirmed: z.nullable(z.object({ people: z.nullable(z.int()), note: z.string(), byName: z.string(), at: Instant })),
  mergedInto: z.nullable(IncidentId),
  history: z.array(
    z.object({ id: z.string(), at: Instant, title: z.string(), detail: z.string(), byName: z.string() }),
  ),
  /** What this person may do now. */
  actions: z.array(IncidentCommandName),
});
export type IncidentView = z.infer<typeof IncidentView>;

const onIncident = { incidentId: IncidentId, commandId: CommandId, version: z.optional(z.int()) };
const ERRORS = ['notFound', 'notAllowed', 'notInThisState', 'changedMeanwhile', 'alreadyDone'] as const;

const description = {
  homeId: HomeId,
  text: z.string().check(z.maxLength(2000)),
  /** The public place chosen so far. */
  area: optionalWords('地点', 60),
};

export const INCIDENT_PROCEDURES = {
  alikeIncidents: query({
    does: "Open incidents of shared places in the estate that read like what the resident is writing (IN-07): the desk's summary, how many homes, how far it is; nobody's words, names or photos",
    who: 'person',
    input: z.object(description),
    output: z.object({
      items: z.array(
        z.object({
          id: IncidentId,
          summary: z.string(),
          placeText: z.string(),
          homes: z.int(),
          openedAt: Instant,
          progressText: z.string(),
          dueAt: z.nullable(Instant),
          /** The caller has joined already: their own complaint. */
          joinedAs: z.nullable(ComplaintId),
        }),
      ),
    }),
    errors: ['notFound'],
  }),
  joinIncident: command({
    does: '“我也遇到” (IN-07): joins an incident instead of filing again; a complaint of its own with number and promises at once',
    who: 'person',
    input: z.object({
      commandId: CommandId,
      incidentId: IncidentId,
      homeId: HomeId,
      words: optionalWords('补充情况', 1500),
      photos: z._default(Photos, []),
      /** IN-09: as in filing. */
      hideIdentity: z._default(z.boolean(), false),
    }),
    output: Receipt,
    errors: ['consentNeeded', 'notFound', 'notInThisState', 'photoMissing', 'tooMany', 'alreadyDone'],
  }),
  alikeMatters: query({
    does: 'For the desk: open incidents and open complaints that read like this complaint, the most alike first (SV-22); `shared` are the words of this complaint that the other has too',
    who: DESK,
    input: z.object({ complaintId: ComplaintId }),
    output: z.object({
      incidents: z.array(z.extend(IncidentCard, { shared: z.array(z.string()) })),
      complaints: z.array(
        z.object({
          id: ComplaintId,
          shared: z.array(z.string()),
          number: z.string(),
          version: z.int(),
          summary: z.string(),
          placeText: z.string(),
          homeText: z.string(),
          state: State,
          filedAt: Instant,
        }),
      ),
    }),
    errors: ['notFound', 'notAllowed'],
  }),
  incidents: query({
    does: 'Incidents 雷同事件 of an estate, newest first',
    who: INCIDENT_READERS,
    input: z.object({ estateId: z.optional(EstateId), state: z._default(IncidentState, 'open'), cursor }),
    output: page(IncidentCard),
    errors: ['notAllowed'],
  }),
  getIncident: query({
    does: 'One incident with its history and what this person may do now',
    who: INCIDENT_READERS,
    input: z.object({ id: IncidentId }),
    output: IncidentView,
    errors: ['notFound'],
  }),
  incidentMembers: query({
    does: 'The complaints of an incident in the order of filing',
    who: INCIDENT_READERS,
    input: z.object({ id: IncidentId, cursor }),
    output: page(ComplaintCard),
    errors: ['notFound'],
  }),
  confirmCollective: command({
    does: 'The supervisor confirms that they complain together (SV-04, SV-14)',
    who: ['supervisor'],
    input: z.extend(INCIDENT_COMMAND_INPUTS.confirmCollective, onIncident),
    output: IncidentView,
    errors: ERRORS,
  }),
  revokeCollective: command({
    does: 'The supervisor takes that back',
    who: ['supervisor'],
    input: z.extend(INCIDENT_COMMAND_INPUTS.revokeCollective, onIncident),
    output: IncidentView,
    errors: ERRORS,
  }),
  describeIncident: command({
    does: 'Other words for residents to read, and whether they are offered to join (IN-07)',
    who: DESK,
    input: z.extend(INCIDENT_COMMAND_INPUTS.describeIncident, onIncident),
    output: IncidentView,
    errors: ERRORS,
  }),
  mergeIncidents: command({
    does: 'Two incidents are one: this one goes into the other',
    who: DESK,
    input: z.extend(INCIDENT_COMMAND_INPUTS.mergeIncidents, onIncident),
    output: IncidentView,
    errors: ERRORS,
  }),
} as const;
