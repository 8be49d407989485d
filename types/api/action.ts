/** Corrective and preventive actions 纠正和预防措施 (CA): lists, one in full, and one procedure per command of their lifecycle. */
import * as z from 'zod/mini';
import { ACTION_COMMAND_INPUTS, ActionCommandName } from '../action-commands';
import { ACTION_READERS, command, type Procedure, query, STAFF } from '../contract';
import { ActionId, CommandId, ComplaintId, DepartmentId, EstateId, Instant } from '../ids';
import { NamedPerson, PhotoView, page, SendingLimits } from '../views';
import { ActionClock, ActionSourceKind, ActionState, Category } from '../vocabulary';

const nullable = z.nullable;
const Source = z.object({ kind: ActionSourceKind, id: z.string(), number: z.string() });

/** One row of any list of actions. */
export const ActionCard = z.object({
  id: ActionId,
  number: z.string(),
  version: z.int(),
  estateName: z.string(),
  state: ActionState,
  round: z.int(),
  source: Source,
  category: Category,
  summary: z.string(),
  placeText: z.string(),
  departmentName: z.string(),
  inChargeName: z.string(),
  openedAt: Instant,
  plannedAt: nullable(Instant),
  effectiveAt: nullable(Instant),
  /** How often it recurred after it had been proved effective (CA-04). */
  recurred: z.int(),
  due: nullable(z.object({ clock: ActionClock, dueAt: Instant, startedAt: Instant, warnAt: Instant })),
  /** What the person who asked has to do about it. */
  duty: nullable(z.object({ command: ActionCommandName, text: z.string() })),
});
export type ActionCard = z.infer<typeof ActionCard>;

export const ActionView = z.object({
  id: ActionId,
  number: z.string(),
  version: z.int(),
  state: ActionState,
  round: z.int(),
  estate: z.object({ id: EstateId, name: z.string(), utcOffsetMinutes: z.int() }),
  source: Source,
  /** CA-01: what else it is for: a leading complaint and its incident have one. */
  also: z.array(Source),
  /** Why it is needed, e.g. 有效投诉，重要. */
  why: z.string(),
  category: Category,
  summary: z.string(),
  placeText: z.string(),
  department: z.object({ id: DepartmentId, name: z.string() }),
  openedAt: Instant,
  plan: nullable(
    z.object({
      cause: z.string(),
      correction: z.string(),
      prevention: z.string(),
      inChargeName: z.string(),
      plannedAt: Instant,
      byName: z.string(),
      at: Instant,
      postponements: z.array(
        z.object({ reason: z.string(), from: Instant, to: Instant, at: Instant, overdue: z.boolean() }),
      ),
    }),
  ),
  done: nullable(z.object({ report: z.string(), photos: z.array(PhotoView), byName: z.string(), at: Instant })),
  verifications: z.array(
    z.object({ round: z.int(), effective: z.boolean(), findings: z.string(), byName: z.string(), at: Instant }),
  ),
  effectiveAt: nullable(Instant),
  /** Why what it came from doesn't need it any more; quality decides. */
  unneeded: nullable(z.string()),
  dropped: nullable(z.object({ reason: z.string(), byName: z.string(), at: Instant })),
  /** CA-04: like complaints that came in after it had been proved effective. */
  recurrences: z.array(
    z.object({ complaintId: ComplaintId, number: z.string(), placeText: z.string(), filedAt: Instant }),
  ),
  clocks: z.array(
    z.object({
      kind: ActionClock,
      round: z.int(),
      startedAt: Instant,
      warnAt: Instant,
      dueAt: Instant,
      stoppedAt: nullable(Instant),
      late: z.boolean(),
    }),
  ),
  timeline: z.array(
    z.object({
      id: z.string(),
      at: Instant,
      title: z.string(),
      detail: z.string(),
      by: z.object({ name: z.string(), role: z.string() }),
      photos: z.array(PhotoView),
      tone: z.enum(['plain', 'good', 'warn', 'late']),
    }),
  ),
  next: nullable(z.object({ text: z.string(), who: z.string() })),
  /** What this person may do now; decided by the lifecycle table. */
  limits: SendingLimits,
  actions: z.array(ActionCommandName),
  choices: z.object({ people: z.array(NamedPerson) }),
});
export type ActionView = z.infer<typeof ActionView>;

const cursor = z.optional(z.string().check(z.maxLength(300)));

export const ACTION_PROCEDURES = {
  myActions: query({
    does: 'Actions that this person has to do something about, what is due first on top',
    who: STAFF,
    input: z.object({ cursor, limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20) }),
    output: page(ActionCard),
  }),
  actionsOfEstate: query({
    does: "An estate's actions, newest first, in one state or in all; heads and handlers see their own department's",
    who: ACTION_READERS,
    input: z.object({
      estateId: z.optional(EstateId),
      state: z.optional(ActionState),
      cursor,
      limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
    }),
    output: page(ActionCard),
    errors: ['notAllowed'],
  }),
  actionsOfComplaint: query({
    does: 'The action that a complaint made necessary (CA-01), and those whose recurrence it is (CA-04)',
    who: STAFF,
    input: z.object({ complaintId: ComplaintId }),
    output: z.object({
      items: z.array(z.object({ card: ActionCard, relation: z.enum(['source', 'recurrence']) })),
    }),
    errors: ['notFound'],
  }),
  getAction: query({
    does: 'Everything about one action, and what this person may do now',
    who: ACTION_READERS,
    input: z.object({ id: ActionId }),
    output: ActionView,
    errors: ['notFound'],
  }),
} as const;

type ActionLifecycleProcedures = { [N in ActionCommandName]: Procedure<z.ZodMiniObject, typeof ActionView> };

/** The envelope every command on an action travels in. */
export const onAction = {
  actionId: ActionId,
  commandId: CommandId,
  /** The version the person was looking at; an older one is refused with who changed what. */
  version: z.optional(z.int()),
};

/** One procedure per command of the action's lifecycle table; the table decides who may and when. */
export const ACTION_LIFECYCLE_PROCEDURES = Object.fromEntries(
  Object.entries(ACTION_COMMAND_INPUTS).map(([name, input]) => [
    name,
    command({
      does: `Command ${name} of an action's lifecycle`,
      who: STAFF,
      input: z.extend(input, onAction),
      output: ActionView,
      errors: [
        'notFound',
        'notAllowed',
        'notInThisState',
        'changedMeanwhile',
        'alreadyDone',
        'ownWork',
        'photoMissing',
      ],
    }),
  ]),
) as unknown as ActionLifecycleProcedures;
