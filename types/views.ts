/** What leaves the server: already masked for the person who asked. */
import * as z from 'zod/mini';
import { CommandName } from './commands';
import {
  ActionId,
  ComplaintId,
  DepartmentId,
  EstateId,
  HomeId,
  IncidentId,
  Instant,
  MessageId,
  PersonId,
  PhotoId,
} from './ids';
import { ProposalSchema } from './proposal';
import {
  CallbackForm,
  Category,
  Channel,
  ClockKind,
  CloseReason,
  InformWay,
  Kind,
  OpeningWay,
  Outcome,
  Responsibility,
  Role,
  Satisfaction,
  Severity,
  SeverityReasonCode,
  State,
} from './vocabulary';

const nullable = z.nullable;

/** A photo, or a short video (`isVideo(id)`). */
export const PhotoView = z.object({ id: PhotoId, url: z.string() });
export type PhotoView = z.infer<typeof PhotoView>;

/** How many photos and videos may go with one act, and how long and large a video may be (IN-01), by the policy in force. */
export const SendingLimits = z.object({
  mostPhotos: z.int(),
  mostVideos: z.int(),
  videoSeconds: z.int(),
  videoBytes: z.int(),
});
export type SendingLimits = z.infer<typeof SendingLimits>;

export const NamedPerson = z.object({ id: PersonId, name: z.string() });
export type NamedPerson = z.infer<typeof NamedPerson>;
export const NamedDepartment = z.object({ id: DepartmentId, name: z.string() });
export type NamedDepartment = z.infer<typeof NamedDepartment>;

/** A department to dispatch to, with the categories that the estate's routing table sends there (DP-06). */
export const DispatchTarget = z.object({ id: DepartmentId, name: z.string(), categories: z.array(Category) });
export type DispatchTarget = z.infer<typeof DispatchTarget>;

export const HomeView = z.object({
  id: HomeId,
  estateId: EstateId,
  estateName: z.string(),
  building: z.string(),
  unit: z.string(),
  room: z.string(),
  /** As people say it: 3栋2单元501. */
  text: z.string(),
});
export type HomeView = z.infer<typeof HomeView>;

export const ClockView = z.object({
  kind: ClockKind,
  round: z.int(),
  startedAt: Instant,
  /** CK-02: from then on it presses. */
  warnAt: Instant,
  dueAt: Instant,
  stoppedAt: nullable(Instant),
  /** Of which department's help; empty for the complaint's own. */
  about: z.string(),
  /** CK-05: it stands still while the resident is waited for. */
  paused: z.boolean(),
  /** Missed: stopped after it was due, or still running and due. */
  late: z.boolean(),
});
export type ClockView = z.infer<typeof ClockView>;

export const TimelineEntry = z.object({
  id: z.string(),
  type: z.string(),
  at: Instant,
  /** When it was written down, if it arrived later (offline). */
  recordedAt: nullable(Instant),
  title: z.string(),
  detail: z.string(),
  by: z.object({ name: z.string(), role: z.string() }),
  photos: z.array(PhotoView),
  /** Not seen by the resident. */
  internal: z.boolean(),
  /** HD-03: it was wrong and stays, struck through. */
  struck: nullable(z.object({ reason: z.string(), byName: z.string() })),
  /** HD-03: the person who asked may strike it through. */
  mayStrike: z.boolean(),
  tone: z.enum(['plain', 'good', 'warn', 'late']),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** One row of any list of complaints. */
export const ComplaintCard = z.object({
  id: ComplaintId,
  number: z.string(),
  version: z.int(),
  estateId: EstateId,
  estateName: z.string(),
  state: State,
  round: z.int(),
  kind: Kind,
  category: Category,
  severity: nullable(Severity),
  summary: z.string(),
  placeText: z.string(),
  homeText: z.string(),
  departmentName: z.string(),
  handlerName: z.string(),
  filedAt: Instant,
  closedAt: nullable(Instant),
  /** IN-12: danger to life, and nobody has looked into it yet. */
  urgent: z.boolean(),
  /** The deadline that presses most. */
  due: nullable(z.object({ clock: ClockKind, dueAt: Instant, startedAt: Instant, warnAt: Instant })),
  /** What the person who asked has to do about it. */
  duty: nullable(z.object({ command: CommandName, text: z.string() })),
  /** One line for a resident: what happens now. */
  progressText: z.string(),
});
export type ComplaintCard = z.infer<typeof ComplaintCard>;

export const NumberedComplaint = z.object({ id: ComplaintId, number: z.string() });
export type NumberedComplaint = z.infer<typeof NumberedComplaint>;

export const ComplaintView = z.object({
  id: ComplaintId,
  number: z.string(),
  version: z.int(),
  state: State,
  round: z.int(),
  estate: z.object({ id: EstateId, name: z.string(), servicePhone: z.string(), utcOffsetMinutes: z.int() }),
  kind: Kind,
  category: Category,
  responsibility: Responsibility,
  severity: nullable(Severity),
  reasons: z.array(
    z.object({
      code: SeverityReasonCode,
      text: z.string(),
      evidence: z.string(),
      struck: z.boolean(),
      byName: z.string(),
    }),
  ),
  description: z.string(),
  wish: z.string(),
  wishBy: nullable(Instant),
  occurredAt: nullable(Instant),
  about: z.string(),
  placeText: z.string(),
  photos: z.array(PhotoView),
  channel: Channel,
  /** IN-04: the day on which its letter was found in the suggestion box. */
  boxDay: nullable(z.string()),
  filedAt: Instant,
  closedAt: nullable(Instant),
  closeReason: nullable(CloseReason),
  /** The complainant, as far as this person may see; null when hidden (IN-09) or unknown. */
  resident: nullable(z.object({ name: z.string(), phone: z.string(), homeText: z.string() })),
  identityHidden: z.boolean(),
  /** IN-13: whom it was filed for; empty when for oneself, or hidden. */
  onBehalfOf: z.string(),
  firstContact: nullable(z.object({ name: z.string(), confirmed: z.boolean() })),
  department: nullable(NamedDepartment),
  handler: nullable(NamedPerson),
  proposal: nullable(ProposalSchema),
  investigation: nullable(
    z.object({
      findings: z.string(),
      spokeTo: z.string(),
      valid: z.boolean(),
      responsibility: Responsibility,
      photos: z.array(PhotoView),
      byName: z.string(),
      at: Instant,
    }),
  ),
  plan: nullable(
    z.object({
      measures: z.string(),
      expectedAt: Instant,
      byName: z.string(),
      needsSignature: z.boolean(),
      signedByName: z.string(),
      postponements: z.array(z.object({ reason: z.string(), from: Instant, to: Instant, at: Instant })),
    }),
  ),
  result: nullable(
    z.object({
      outcome: Outcome,
      result: z.string(),
      explanation: z.string(),
      photos: z.array(PhotoView),
      noPhotoReason: z.string(),
      /** When it was done; `declaredLate` when that was on an earlier day than it was declared (HD-08). */
      doneAt: Instant,
      declaredLate: z.boolean(),
      /** The resident's, of a repair; null also for those who may not know who the resident is. */
      signature: nullable(PhotoView),
      byName: z.string(),
      at: Instant,
    }),
  ),
  /** DP-04: what other departments were asked to do; empty for residents. */
  subtasks: z.array(
    z.object({
      id: z.string(),
      departmentName: z.string(),
      what: z.string(),
      dueAt: Instant,
      askedByName: z.string(),
      signedByName: z.string(),
      handlerName: z.string(),
      state: z.enum(['asked', 'signed', 'done', 'withdrawn']),
      /** What was done, or why it was withdrawn. */
      result: z.string(),
      photos: z.array(PhotoView),
      late: z.boolean(),
      /** Which of its commands the person who asked may give. */
      actions: z.array(CommandName),
    }),
  ),
  /** IF-01: the result message didn't arrive; a phone call is owed. */
  mustPhone: z.boolean(),
  /** CK-05: what the resident is waited for, and until when at most. */
  waiting: nullable(z.object({ reason: z.string(), since: Instant, until: nullable(Instant), endsBy: Instant })),
  informed: nullable(z.object({ how: InformWay, at: Instant, byName: z.string() })),
  callback: nullable(
    z.object({
      drawn: z.boolean(),
      form: nullable(CallbackForm),
      dueAt: nullable(Instant),
      attempts: z.int(),
      surveyUntil: nullable(Instant),
      verdict: nullable(
        z.object({
          solved: z.boolean(),
          satisfaction: Satisfaction,
          wantsFollowUp: z.boolean(),
          opinions: z.string(),
          form: CallbackForm,
          at: Instant,
        }),
      ),
    }),
  ),
  /** Who decides where it goes while it waits for that (DP-03, IF-03). */
  dispatcher: z.enum(['desk', 'supervisor', 'manager', 'generalManager']),
  /** IF-03: the earlier complaint that it goes on from, and those that go on from this one. */
  follows: nullable(NumberedComplaint),
  followedBy: z.array(NumberedComplaint),
  /** IF-03: until then it can be opened again; null while it isn't closed. */
  reopenUntil: nullable(Instant),
  clocks: z.array(ClockView),
  timeline: z.array(TimelineEntry),
  /** The incident 雷同事件 that it belongs to. Residents learn how many, never who. */
  incident: nullable(z.object({ id: IncidentId, summary: z.string(), leads: z.boolean(), homes: z.int() })),
  /** What happens next, who does it, by when. */
  next: nullable(z.object({ text: z.string(), who: z.string(), dueAt: nullable(Instant) })),
  /** What this person may do now, most natural first; decided by the lifecycle table. */
  actions: z.array(CommandName),
  /** True for the one who filed it (or for whom it was filed). */
  mine: z.boolean(),
  limits: SendingLimits,
  /** Of the policy that it was registered under, for the words of the page (RP-09). */
  policy: z.object({
    /** CB-06 */
    callbackAttempts: z.int(),
    /** RP-04: from which satisfaction on somebody counts as satisfied. */
    satisfiedFrom: z.int(),
  }),
  /** For the forms of the actions above; empty when not needed. */
  choices: z.object({
    departments: z.array(DispatchTarget),
    handlers: z.array(NamedPerson),
    /** Who deals with it by the routing table when the head names nobody (DP-06). */
    usualHandlerId: nullable(PersonId),
    /** Every reason for the severity, in the words of the policy; for who may add or strike one. */
    severityReasons: z.array(z.object({ code: SeverityReasonCode, text: z.string() })),
  }),
});
export type ComplaintView = z.infer<typeof ComplaintView>;

export const Post = z.object({
  role: Role,
  roleText: z.string(),
  estateId: nullable(EstateId),
  estateName: z.string(),
  departmentId: nullable(DepartmentId),
  departmentName: z.string(),
});
export type PostView = z.infer<typeof Post>;

export const Me = z.object({
  /** Null for somebody who has not agreed to the privacy notice yet: nothing about them is stored. */
  personId: nullable(PersonId),
  name: z.string(),
  phone: z.string(),
  /** Which notice was agreed to, and when; null also when the agreement was taken back (IN-05). */
  consentVersion: nullable(z.string()),
  consentAt: nullable(Instant),
  homes: z.array(HomeView),
  posts: z.array(Post),
  staff: z.boolean(),
  unread: z.int(),
  /** What is left of the one-time message consents, per template. */
  credits: z.array(
    z.object({
      template: z.string(),
      templateId: z.string(),
      title: z.string(),
      left: z.int(),
      audience: z.enum(['resident', 'staff']),
    }),
  ),
});
export type Me = z.infer<typeof Me>;

export const InboxMessage = z.object({
  id: MessageId,
  template: z.string(),
  title: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string() })),
  at: Instant,
  readAt: nullable(Instant),
  complaintId: nullable(ComplaintId),
  actionId: nullable(ActionId),
  /** How it went over WeChat: waiting, sent, or why not. */
  delivery: z.enum(['waiting', 'sent', 'inboxOnly']),
});
export type InboxMessage = z.infer<typeof InboxMessage>;

/** PV-01: one line of the log of who opened a resident's personal data. */
export const Opening = z.object({
  id: z.string(),
  at: Instant,
  byName: z.string(),
  roleText: z.string(),
  way: OpeningWay,
  complaintId: ComplaintId,
  number: z.string(),
});
export type Opening = z.infer<typeof Opening>;

export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Ask again with it for the next page; null at the end. */ cursor: nullable(z.string()),
  });
