/**
 * What a person sends with each command of the complaint's lifecycle (the table itself stands in
 * domain/complaint/lifecycle.ts). Shapes only: whether it may be done is decided by the domain.
 */
import * as z from 'zod/mini';
import { DepartmentId, IncidentId, Instant, PersonId, PhotoId } from './ids';
import { MOST_PHOTOS, MOST_VIDEOS } from './limits';
import { optionalWords, words } from './text';
import { Category, HandledOutcome, Kind, Responsibility, Satisfaction, SeverityReasonCode } from './vocabulary';

/** Photos, and among them short videos. */
export const Photos = z
  .array(PhotoId)
  .check(z.maxLength(MOST_PHOTOS + MOST_VIDEOS, { error: `最多 ${MOST_PHOTOS} 张照片、${MOST_VIDEOS} 段视频` }));
const photos = z._default(Photos, []);
const instant = Instant;
const subtaskId = z.string().check(z.minLength(1), z.maxLength(160));

/** CB-05: what is written down at the door or on the phone. */
const callbackRecord = z.object({
  form: z.enum(['visit', 'phone']),
  reached: z.boolean(),
  solved: z.optional(z.boolean()),
  satisfaction: z.optional(Satisfaction),
  wantsFollowUp: z.optional(z.boolean()),
  opinions: optionalWords('意见', 2000),
  photos,
  /** The resident's signature, uploaded like a photo. */
  signature: z.optional(PhotoId),
  place: optionalWords('地点', 200),
  /** When it was written down at the door, if that was without signal (CB-04). */
  recordedAt: z.optional(instant),
});

export const COMMAND_INPUTS = {
  confirmRecord: z.object({ note: optionalWords('备注', 500) }),
  /** Accepts or corrects the proposal and sends the complaint to the department (RG-02, RG-03, DP-01). */
  dispatch: z.object({
    kind: Kind,
    category: Category,
    responsibility: Responsibility,
    departmentId: DepartmentId,
    /** Words for the department on the transfer slip. */
    note: optionalWords('转办说明', 500),
  }),
  /** IN-11: to whom it reaches stands in what the resident named. */
  forwardPraise: z.object({ departmentId: DepartmentId, note: optionalWords('转达的话', 500) }),
  signFor: z.object({ handlerId: z.optional(PersonId) }),
  returnToDesk: z.object({ reason: words('退回原因', 2, 500) }),
  /** Taken from a department that doesn't act, or can't, and given to another; the reason stands on the transfer slip. */
  reassign: z.object({ departmentId: DepartmentId, reason: words('改派原因', 2, 500) }),
  nameHandler: z.object({ handlerId: PersonId, note: optionalWords('备注', 500) }),
  recordInvestigation: z.object({
    findings: words('调查情况', 2, 2000),
    spokeTo: optionalWords('走访对象', 200),
    /** Whether the complaint is valid 有效投诉. */
    valid: z.boolean(),
    responsibility: Responsibility,
    photos,
  }),
  writePlan: z.object({ measures: words('处理措施', 2, 2000), expectedAt: instant }),
  signPlan: z.object({ note: optionalWords('批注', 500) }),
  returnPlan: z.object({ reason: words('退回原因', 2, 500) }),
  reportProgress: z.object({ text: words('进展', 2, 2000), photos }),
  postpone: z.object({ reason: words('延期原因', 2, 500), expectedAt: instant }),
  /** CK-05: waits for an appointment or an answer; `until`: the time that was agreed. */
  pauseForResident: z.object({ reason: words('等待的原因', 2, 200), until: z.optional(instant) }),
  resume: z.object({ note: optionalWords('说明', 500) }),
  complete: z.object({
    outcome: HandledOutcome,
    result: words('处理结果', 2, 2000),
    /** Needed for explained, unfounded and declined: the reason and where to turn (RG-04, IF-04). */
    explanation: optionalWords('原因说明', 1000),
    /** HD-08: a solution is shown on a photo, or it is said why there is none. */
    photos,
    noPhotoReason: optionalWords('没有照片的原因', 200),
    /** HD-08: when it was done, if that was earlier than now. */
    doneAt: z.optional(instant),
    /** HD-08: of a repair, the resident's signature if they were present; uploaded like a photo. */
    signature: z.optional(PhotoId),
  }),
  /** HD-08: the work is done on site, the form follows the same day. */
  reportWorkDone: z.object({ text: optionalWords('完成情况', 500), photos }),
  /** IN-11: of an inquiry or a suggestion. */
  writeAnswer: z.object({ answer: words('答复', 2, 2000), photos }),
  /** DP-04: another department is asked to do a part of it. */
  addSubtask: z.object({ departmentId: DepartmentId, what: words('需要协助的事', 2, 500), dueAt: instant }),
  signForSubtask: z.object({ subtaskId, handlerId: z.optional(PersonId) }),
  completeSubtask: z.object({ subtaskId, result: words('完成情况', 2, 1000), photos }),
  withdrawSubtask: z.object({ subtaskId, reason: words('撤回原因', 2, 500) }),
  passReview: z.object({ note: optionalWords('审核意见', 500) }),
  sendBack: z.object({ reason: words('返工原因', 2, 500) }),
  informResident: z.object({ how: z.enum(['phone', 'visit']), words: optionalWords('告知情况', 500) }),
  recordCallback: callbackRecord,
  /** CB-04: a callback that came too late to count is kept as a note, with the time it was written down. */
  noteCallback: z.extend(callbackRecord, { recordedAt: instant }),
  answerSurvey: z.object({
    solved: z.boolean(),
    satisfaction: Satisfaction,
    wantsFollowUp: z.boolean(),
    words: optionalWords('意见', 2000),
    photos,
  }),
  /** The desk's own words for everybody to read, never the resident's (IN-07). */
  openIncident: z.object({
    summary: words('公开概述', 5, 40),
    placeText: optionalWords('公共位置', 30),
    /** Confirmed by the desk: a matter of a shared place, about nobody in person. */
    publicPlace: z.boolean(),
  }),
  mergeIntoIncident: z.object({ incidentId: IncidentId }),
  splitOff: z.object({ reason: words('拆出原因', 2, 500) }),
  leaveIncident: z.object({ reason: words('移出原因', 2, 500) }),
  addWords: z.object({ text: words('补充内容', 2, 2000), photos }),
  urge: z.object({ words: optionalWords('催办说明', 200) }),
  withdraw: z.object({ reason: words('撤回原因', 2, 500) }),
  reopen: z.object({ why: words('没解决的情况', 2, 1000), photos }),
  addNote: z.object({ text: words('内部备注', 2, 2000), photos }),
  /** DP-02: sent by the case page itself when somebody of the post opens it. `round`: the one they saw. */
  acknowledge: z.object({ round: z.optional(z.int()) }),
  /** HD-03: an entry that was wrong stays, struck through; the right words follow as a new one. */
  strikeEntry: z.object({
    entryId: z.string().check(z.minLength(1), z.maxLength(160)),
    reason: words('划掉的原因', 2, 500),
    text: optionalWords('更正为', 2000),
  }),
  /** CB-08 */
  readOpinion: z.object({ note: optionalWords('说明', 500) }),
  /** CB-09 */
  archive: z.object({ note: optionalWords('备注', 500) }),
  addSeverityReason: z.object({ reason: SeverityReasonCode, note: words('依据', 2, 500) }),
  strikeSeverityReason: z.object({ reason: SeverityReasonCode, note: words('依据', 2, 500) }),
} as const;

export type CommandName = keyof typeof COMMAND_INPUTS;
export const COMMAND_NAMES = Object.keys(COMMAND_INPUTS) as CommandName[];
export const CommandName = z.enum(COMMAND_NAMES as [CommandName, ...CommandName[]]);
export type CommandInput<N extends CommandName> = z.infer<(typeof COMMAND_INPUTS)[N]>;
