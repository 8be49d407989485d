// Who may do what to a complaint, written by hand from the rulebook and not read from the product's tables: an oracle.
import type { ComplaintEvent } from '../../domain/complaint/events';
import type { Actor } from '../../domain/people/actor';
import type { Role } from '../../types/vocabulary';

/** What has happened to a complaint as far as rights go, read off its events alone. */
interface Facts {
  estateId: string;
  filerId: string | null;
  firstHearer: string | null;
  owner: string | null;
  /** Departments that it was ever given to, owner or not. */
  given: ReadonlySet<string>;
  handler: string | null;
  worked: ReadonlySet<string>;
  declined: boolean;
  returns: number;
  round: number;
  /** The highest post whose decision on where it goes is awaited. */
  decides: 'desk' | 'supervisor' | 'manager' | 'generalManager';
}

/** Doing the work, in any round: finding out, planning, doing, postponing, finishing (RV-01, CB-10). */
const WORK: ReadonlySet<string> = new Set([
  'investigated',
  'planned',
  'progressed',
  'postponed',
  'workDone',
  'completed',
  'subtaskDone',
]);

export function factsOf(events: readonly ComplaintEvent[]): Facts {
  const [first] = events;
  if (first?.type !== 'filed' && first?.type !== 'recorded') throw new Error('a complaint begins with its filing');
  const worked = new Set<string>();
  const given = new Set<string>();
  const facts = {
    estateId: first.data.estateId as string,
    filerId: first.data.filerId as string | null,
    firstHearer: first.data.firstContact?.personId ?? null,
    owner: null as string | null,
    given,
    handler: null as string | null,
    worked,
    declined: false,
    returns: 0,
    round: 1,
    decides: 'desk' as Facts['decides'],
  };
  for (const event of events) {
    if (WORK.has(event.type) && event.by.personId !== 'system') worked.add(event.by.personId);
    for (const [field, value] of Object.entries(event.data as Record<string, unknown>))
      if (field === 'departmentId' && typeof value === 'string') given.add(value);
    if (event.type === 'dispatched') {
      facts.owner = event.data.departmentId;
      facts.handler = null;
      facts.decides = 'desk';
    }
    if (event.type === 'returnedToDesk') {
      facts.owner = null;
      facts.returns += 1;
      if (facts.returns >= 2) facts.decides = 'supervisor';
    }
    // Merged nobody owns it; split off, or leading for another, it begins at the desk.
    if (event.type === 'splitOff' || event.type === 'leadTaken') {
      facts.owner = null;
      facts.handler = null;
    }
    if (event.type === 'resultShared') {
      facts.owner = event.data.departmentId;
      facts.handler = event.data.handlerId;
      facts.declined = event.data.outcome === 'declined';
      for (const id of event.data.workedBy) worked.add(id);
    }
    if (event.type === 'reopened') {
      facts.handler = null;
      facts.declined = false;
      facts.returns = 0;
      facts.round = event.data.round;
      facts.decides = facts.round > 3 ? 'generalManager' : facts.round > 2 ? 'manager' : 'desk';
    }
    if (event.type === 'handlerNamed') facts.handler = event.data.handlerId;
    if (event.type === 'completed') facts.declined = event.data.outcome === 'declined';
  }
  return facts;
}

type May = (actor: Actor, facts: Facts) => boolean;

const holds =
  (...roles: Role[]): May =>
  (actor, { estateId }) =>
    actor.posts.some((p) => roles.includes(p.role) && (p.estateId === null || p.estateId === estateId));
const any =
  (...rules: May[]): May =>
  (actor, facts) =>
    rules.some((rule) => rule(actor, facts));
const all =
  (...rules: May[]): May =>
  (actor, facts) =>
    rules.every((rule) => rule(actor, facts));

const desk = holds('receptionist', 'supervisor');
const supervisor = holds('supervisor');
const management = holds('manager', 'generalManager');
const filer: May = (actor, { filerId }) => filerId !== null && actor.id === filerId;
const head: May = (actor, { owner }) =>
  actor.posts.some((p) => p.role === 'departmentHead' && owner !== null && p.departmentId === owner) ||
  // CK-02: a vacant post passes upward.
  actor.standsInFor?.some((departmentId) => departmentId === owner) === true;
const handler: May = (actor, facts) => facts.handler !== null && actor.id === facts.handler;
const ofADepartment: May = (actor, { given }) =>
  actor.posts.some((p) => p.departmentId !== null && given.has(p.departmentId)) ||
  actor.standsInFor?.some((departmentId) => given.has(departmentId)) === true;
const hearer: May = (actor, { firstHearer }) => firstHearer !== null && actor.id === firstHearer;
const notOwnWork: May = (actor, { worked }) => !worked.has(actor.id);
const worksOnIt = any(handler, head);
/** RV-01: not the desk alone, or nobody could where all of it worked on it. */
const reviewer = all(notOwnWork, (actor, facts) => any(management, facts.declined ? management : desk)(actor, facts));
/** Staff who need it for a step (PV-01). */
const staff = any(
  holds('receptionist', 'supervisor', 'patrol', 'manager', 'generalManager', 'quality'),
  ofADepartment,
  handler,
  hearer,
);

/** Of the commands that this table knows; the rest are held to what nobody outside the case may ever do. */
const WHO_MAY: Readonly<Record<string, May>> = {
  confirmRecord: desk, // IN-02
  // DP-01, DP-03, IF-03; the general manager stands above the manager in everything.
  dispatch: (actor, facts) =>
    ({ desk, supervisor: any(supervisor, management), manager: management, generalManager: holds('generalManager') })[
      facts.decides
    ](actor, facts),
  signFor: head, // DP-01
  returnToDesk: head, // DP-03
  reassign: any(supervisor, management), // CK-02: those to whom what isn't done passes
  nameHandler: head, // HD-01
  recordInvestigation: worksOnIt, // HD-01
  writePlan: worksOnIt, // HD-02
  signPlan: management, // HD-02
  returnPlan: management, // HD-02
  complete: worksOnIt, // HD-08
  reportWorkDone: worksOnIt, // HD-08
  writeAnswer: worksOnIt, // IN-11
  forwardPraise: desk, // IN-11
  reportProgress: worksOnIt, // HD-04
  postpone: worksOnIt, // HD-05
  passReview: reviewer, // RV-01, HD-07
  sendBack: reviewer, // RV-01, HD-07
  informResident: any(desk, holds('patrol')), // IF-01
  recordCallback: all(notOwnWork, holds('patrol', 'supervisor', 'manager', 'generalManager')), // CB-01, CB-10
  noteCallback: holds('patrol', 'supervisor', 'manager', 'generalManager'), // CB-04
  answerSurvey: filer, // CB-03
  addWords: any(filer, desk), // IN-08
  urge: filer, // IN-08
  withdraw: filer, // IN-08
  reopen: any(filer, desk), // IF-02, IF-03
  addNote: staff, // HD-04
  acknowledge: holds('manager', 'generalManager', 'quality'), // DP-02
  addSubtask: worksOnIt, // DP-04
  withdrawSubtask: worksOnIt, // DP-04
  signForSubtask: ofADepartment, // DP-04
  completeSubtask: ofADepartment, // DP-04
  pauseForResident: worksOnIt, // CK-05
  resume: worksOnIt, // CK-05
  openIncident: desk, // IN-07
  mergeIntoIncident: desk, // SV-22
  splitOff: desk,
  leaveIncident: desk,
  strikeEntry: staff, // HD-03
  readOpinion: any(head, ofADepartment), // CB-08
  archive: holds('quality'), // CB-09
  addSeverityReason: supervisor, // rulebook §3
  strikeSeverityReason: supervisor, // rulebook §3
};

/** Whether the rulebook lets this person do it now, as far as rights go; states are another matter. */
export const mayByTheRulebook = (name: string, actor: Actor, events: readonly ComplaintEvent[]): boolean =>
  (WHO_MAY[name] ?? any(filer, staff))(actor, factsOf(events));

/** Of the commands on an incident; who complained is nobody else's to know (PV-01). */
const WHO_MAY_ON_INCIDENT: Readonly<Record<string, readonly Role[]>> = {
  confirmCollective: ['supervisor'], // SV-04, SV-14
  revokeCollective: ['supervisor'],
  describeIncident: ['receptionist', 'supervisor'], // IN-07
  mergeIncidents: ['receptionist', 'supervisor'],
};

export const mayOnIncident = (name: string, { posts }: Actor, estateId: string): boolean =>
  posts.some(
    (p) => (WHO_MAY_ON_INCIDENT[name] ?? []).includes(p.role) && (p.estateId === null || p.estateId === estateId),
  );
