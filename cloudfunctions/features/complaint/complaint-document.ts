/**
 * A complaint in the database: its events, and beside them what queries and lists need. The events are the truth; every
 * other field is derived from them here and nowhere else.
 */
import { mattersForActions } from '../../../domain/action/needs-action';
import type { ComplaintEvent } from '../../../domain/complaint/events';
import type { Complaint } from '../../../domain/complaint/complaint';
import { nextDueAt, surveyPendingUntil } from '../../../domain/complaint/clocks';
import { isUrgent } from '../../../domain/complaint/danger-to-life';
import { maskNumbersIn } from '../../../domain/people/mask';
import { dutiesOf } from '../../../domain/complaint/duties';
import { complaintOf } from '../../../domain/complaint/evolve';
import { eventRow } from '../../../domain/complaint/lifecycle';
import { progressLine } from '../../../domain/complaint/next-step';
import { changesAlikeEntry } from '../../../domain/incident/alike-index';
import { isNewsToIncident } from '../../../domain/incident/news';
import { gramsOf } from '../../../domain/complaint/search-grams';
import { holdsByLikeness } from '../../../domain/complaint/severity';
import { isRunning } from '../../../domain/clock/clock';
import { buildingOf } from '../../../domain/report/building-of';
import { type FigureRules, figuresOf } from '../../../domain/report/figures';
import type { Figure } from '../../../types/figures';
import type { DutyKey } from '../../../domain/people/person';
import type { CommandName } from '../../../types/commands';
import type { ComplaintId, DepartmentId, EstateId, HomeId, IncidentId, Instant, PersonId } from '../../../types/ids';
import {
  type Category,
  type Channel,
  type ClockKind,
  type Kind,
  GOING_ON_STATES,
  type Severity,
  type SeverityReasonCode,
  type State,
} from '../../../types/vocabulary';

import { _, type Changes } from '../../platform/operators';

/** One duty, whose it is and by when. */
export interface DutyFields {
  command: CommandName;
  clock: ClockKind | null;
  startedAt: Instant;
  /** CK-02 */
  warnAt: Instant;
  dueAt: Instant;
  keys: readonly DutyKey[];
}

/** What a list shows of a complaint. */
export interface CardFields {
  _id: ComplaintId;
  number: string;
  version: number;
  estateId: EstateId;
  state: State;
  round: number;
  kind: Kind;
  category: Category;
  severity: Severity | null;
  channel: Channel;
  departmentId: DepartmentId | null;
  handlerId: PersonId | null;
  homeId: HomeId | null;
  filerId: PersonId | null;
  hideIdentity: boolean;
  summary: string;
  placeText: string;
  /** The public place alone, for those from whom the home is hidden (IN-09). */
  areaText: string;
  homeText: string;
  departmentName: string;
  handlerName: string;
  progress: string;
  /** The survey is out: it is the filer's turn. */
  awaitsFiler: boolean;
  /** IN-12: danger to life, and nobody has looked into it yet. */
  urgent: boolean;
  filedAt: Instant;
  closedAt: Instant | null;
  open: boolean;
  /** What has to be done now, the main duty first; a list shows each person their own. */
  duties: readonly DutyFields[];
  dutyDueAt: Instant | null;
  workedBy: readonly PersonId[];
}

export interface ComplaintDocument extends CardFields {
  /** Whose list it stands on: the filer, and whom it was filed for (IN-13). */
  filerIds: string[];
  /** IF-03: the earlier complaint that it goes on from. */
  followsId: ComplaintId | null;
  /** Whose the main duty is; `dutyDueAt` is its time, `dutyKinds` names its command too. */
  dutyKeys: string[];
  dutyKinds: string[];
  /** Whose the duties beside it are, and when the first of them is due. */
  besideKeys: string[];
  besideDueAt: Instant | null;
  /** The incident that it belongs to; null also once it is withdrawn. */
  incidentId: IncidentId | null;
  /** The reasons that it holds because of the incident's number. */
  incidentReasons: SeverityReasonCode[];
  /** SV-22 stands, however it came; such a complaint has nothing more to hear of alike ones. */
  countedAlike: boolean;
  /** By which SV-22 holds, itself among them, as long as it holds because they read alike; otherwise empty. */
  alikeWith: readonly ComplaintId[];
  nextDueAt: Instant | null;
  /** When the first of its running clocks presses, and when the first is due; null when none runs. */
  firstWarnAt: Instant | null;
  firstDueAt: Instant | null;
  /** The building it is about; null outside buildings. */
  building: string | null;
  /** RP-04: what it counts for (`figureKey`). */
  figureKeys: string[];
  /** Set while messages and figures of the last events are not written yet; how many events are done. */
  unsettledSince: Instant | null;
  settledEvents: number;
  grams: string[];
  lastCommandId: string;
  events: readonly ComplaintEvent[];
}

export const CARD_FIELDS = [
  'number',
  'version',
  'estateId',
  'state',
  'round',
  'kind',
  'category',
  'severity',
  'channel',
  'departmentId',
  'handlerId',
  'homeId',
  'filerId',
  'hideIdentity',
  'summary',
  'placeText',
  'areaText',
  'homeText',
  'departmentName',
  'handlerName',
  'progress',
  'awaitsFiler',
  'urgent',
  'filedAt',
  'closedAt',
  'open',
  'duties',
  'dutyDueAt',
  'workedBy',
] as const satisfies readonly (keyof CardFields)[];

const SUMMARY_LENGTH = 60;
/** IN-12: where the duty about a danger stands, above whatever is due. */
const ABOVE_ALL: Instant = '2000-01-01T00:00:00.000Z';

/** Events that somebody is told of, that count in a figure, that actions follow from, that an incident has to hear of or that changes how alike ones find it. */
export const hasEffects = (event: ComplaintEvent): boolean =>
  (eventRow(event.type).tells?.length ?? 0) > 0 ||
  COUNTED.has(event.type) ||
  mattersForActions(event) ||
  isNewsToIncident(event.type) ||
  changesAlikeEntry(event.type) ||
  (event.clocks?.length ?? 0) > 0;
/** Clocks count by themselves; these count, or change under which department or category it does (RP-04). */
const COUNTED: ReadonlySet<ComplaintEvent['type']> = new Set([
  'filed',
  'recorded',
  'proposed',
  'classified',
  'dispatched',
  'returnedToDesk',
  'referredUp',
  'praiseForwarded',
  'informed',
  'callbackPlanned',
  'callbackRaised',
  'calledBack',
  'closed',
  'reopened',
  'splitOff',
  'leadTaken',
  'resultShared',
]);

/** The fields that are derived anew with every command. */
export function projectionOf(complaint: Complaint) {
  const [main, ...beside] = dutiesOf(complaint);
  const urgent = isUrgent(complaint);
  const running = complaint.clocks.filter(isRunning);
  return {
    version: complaint.version,
    state: complaint.state,
    round: complaint.round,
    kind: complaint.kind,
    category: complaint.category,
    severity: complaint.severity,
    departmentId: complaint.departmentId,
    handlerId: complaint.handlerId,
    departmentName: complaint.departmentName,
    handlerName: complaint.handlerName,
    progress: progressLine(complaint),
    awaitsFiler: surveyPendingUntil(complaint) !== null,
    closedAt: complaint.closedAt,
    open: (GOING_ON_STATES as readonly State[]).includes(complaint.state),
    duties: (main === undefined ? [] : [main, ...beside]).map((duty) => {
      const clock = complaint.clocks.find((c) => isRunning(c) && c.kind === duty.clock && c.of === duty.of);
      return { ...duty, startedAt: clock?.startedAt ?? complaint.filedAt, warnAt: clock?.warnAt ?? duty.dueAt };
    }),
    dutyKeys: [...(main?.keys ?? [])],
    dutyKinds: (main?.keys ?? []).map((key) => `${main?.command}|${key}`),
    dutyDueAt: main === undefined ? null : urgent ? ABOVE_ALL : main.dueAt,
    urgent,
    besideKeys: [...new Set(beside.flatMap((duty) => duty.keys))],
    besideDueAt: beside.map((duty) => duty.dueAt).sort()[0] ?? null,
    incidentId: complaint.state === 'withdrawn' ? null : (complaint.incident?.id ?? null),
    incidentReasons: complaint.reasons.filter((r) => r.struck === null && r.incidentId !== null).map((r) => r.code),
    countedAlike: complaint.reasons.some(({ code, struck }) => code === 'SV-22' && struck === null),
    alikeWith: complaint.reasons.find(holdsByLikeness)?.alike ?? [],
    nextDueAt: nextDueAt(complaint),
    firstWarnAt: running.map(({ warnAt }) => warnAt).sort()[0] ?? null,
    firstDueAt: running.map(({ dueAt }) => dueAt).sort()[0] ?? null,
    workedBy: complaint.workedBy,
    lastCommandId: complaint.events.at(-1)?.commandId ?? '',
  };
}

/** Under which a figure's complaints are found. */
export const figureKey = (estateId: EstateId, month: string, figure: Figure): string =>
  `${estateId}|${month}|${figure}`;

/** RP-04: what it counts for. */
export const countedFor = (complaint: Complaint, rules: FigureRules): string[] =>
  figuresOf(complaint, rules).map(({ month, figure }) => figureKey(complaint.estateId, month, figure));

/** The texts by which the register finds it, those of its filing first (RG-05). */
const textsOf = (complaint: Complaint, events: readonly ComplaintEvent[]): string[] => [
  complaint.placeText,
  complaint.homeText,
  complaint.about,
  complaint.description,
  complaint.wish,
  ...events.flatMap((event) => {
    if (event.type === 'wordsAdded') return [event.data.text];
    return event.type === 'reopened' ? [event.data.why] : [];
  }),
];

/** RG-05: what the last command added to be found by; nothing when it added no words. */
export function addedGrams(complaint: Complaint): Changes {
  const { estateId, events } = complaint;
  const last = events.at(-1)?.commandId;
  const earlier = events.filter(({ commandId }) => commandId !== last);
  const before = gramsOf(estateId, textsOf(complaint, earlier));
  const added = gramsOf(estateId, textsOf(complaint, events)).slice(before.length);
  return added.length === 0 ? {} : { grams: _.addToSet(added) };
}

/** The fields that follow from the filing alone; they change only when a person is removed from it (PV-03). */
export const filingFields = (complaint: Complaint) => ({
  homeId: complaint.homeId,
  filerId: complaint.filerId,
  filerIds: [complaint.filerId, complaint.onBehalfOfId].filter((id) => id !== null),
  summary: maskNumbersIn(complaint.description).replace(/\s+/g, ' ').slice(0, SUMMARY_LENGTH),
  placeText: complaint.placeText,
  areaText: complaint.place.area ?? '',
  homeText: complaint.homeText,
});

/** RG-05: all that it is found by for its words. */
export const gramsOfWords = (complaint: Complaint): string[] =>
  gramsOf(complaint.estateId, textsOf(complaint, complaint.events));

/** @param extraGrams keyed hashes under which the complaint is found too (phone, name) */
export function newDocument(
  complaint: Complaint,
  now: Instant,
  extraGrams: readonly string[],
  rules: FigureRules,
): ComplaintDocument {
  return {
    _id: complaint.id,
    number: complaint.number,
    estateId: complaint.estateId,
    channel: complaint.channel,
    ...filingFields(complaint),
    hideIdentity: complaint.hideIdentity,
    followsId: complaint.follows?.id ?? null,
    filedAt: complaint.filedAt,
    building: buildingOf(complaint),
    figureKeys: countedFor(complaint, rules),
    grams: [...extraGrams, ...gramsOfWords(complaint)],
    settledEvents: 0,
    unsettledSince: now,
    events: complaint.events,
    ...projectionOf(complaint),
  };
}

export const fromDocument = (document: Pick<ComplaintDocument, 'events'>): Complaint => complaintOf(document.events);
