import * as z from 'zod/mini';
import { COMMAND_INPUTS, type CommandName, Photos } from '../commands';
import { command, type Procedure, query, REGISTER_READERS, STAFF } from '../contract';
import { Figure, Month, NONE } from '../figures';
import { CommandId, ComplaintId, EstateId, HomeId, Instant, PersonId, RoutineId } from '../ids';
import { LONGEST_TEXT } from '../limits';
import { Place } from '../place';
import { ProposalSchema } from '../proposal';
import { optionalWords, words } from '../text';
import { ComplaintCard, ComplaintView, page } from '../views';
import { Category, Channel, Kind, Severity, State, STAFF_CHANNELS } from '../vocabulary';

const description = words('情况描述', 1, LONGEST_TEXT);
const cursor = z.optional(z.string().check(z.maxLength(300)));

const Filing = {
  commandId: CommandId,
  kind: Kind,
  description,
  photos: z._default(Photos, []),
  place: Place,
  occurredAt: z.optional(Instant),
  /** Who or which department it is about. */
  about: optionalWords('涉及的人或部门', 60),
  /** What the resident wants 诉求. */
  wish: optionalWords('诉求', 500),
  wishBy: z.optional(Instant),
  /** A number the resident states when several complain together (SV-04, SV-14). */
  groupSize: z.optional(z.int().check(z.gte(1), z.lte(2000))),
  /** IF-03: the earlier complaint that this one goes on from. */
  followsId: z.optional(ComplaintId),
};

export const Receipt = z.object({
  id: ComplaintId,
  number: z.string(),
  state: State,
  promises: z.array(z.object({ text: z.string(), dueAt: Instant })),
  servicePhone: z.string(),
  nextText: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

export const COMPLAINT_PROCEDURES = {
  suggestClassification: query({
    does: 'Kind, category and danger proposed from the words typed so far',
    who: 'person',
    input: z.object({ text: z.string().check(z.maxLength(LONGEST_TEXT)) }),
    output: ProposalSchema,
  }),
  fileComplaint: command({
    does: 'A resident files (IN-01); the same commandId makes one complaint (IN-06)',
    who: 'person',
    input: z.object({
      ...Filing,
      homeId: HomeId,
      /** IN-09: hide name, phone and home from the department complained about. */
      hideIdentity: z._default(z.boolean(), false),
      /** IN-13: filed for somebody else of the home, e.g. an elderly parent. */
      onBehalfOf: optionalWords('代谁反映', 20),
    }),
    output: Receipt,
    errors: ['consentNeeded', 'notFound', 'photoMissing', 'tooMany', 'alreadyDone'],
  }),
  recordComplaint: command({
    does: 'Staff record what a resident said by phone, at the desk, by letter or box (IN-02); the recorder stays the first-contact person',
    who: STAFF,
    input: z.object({
      ...Filing,
      estateId: EstateId,
      channel: z.enum(STAFF_CHANNELS),
      homeId: z.optional(HomeId),
      residentId: z.optional(PersonId),
      /** IN-04: the opening of the suggestion box in which the letter was found. */
      boxId: z.optional(RoutineId),
      caller: z.object({ name: optionalWords('来电人', 20), phone: optionalWords('电话', 20) }),
      hideIdentity: z._default(z.boolean(), false),
    }),
    output: Receipt,
    errors: ['notAllowed', 'notFound', 'photoMissing', 'alreadyDone'],
  }),
  getComplaint: query({
    does: 'Everything about one complaint that this person may see, and what they may do now',
    who: 'known',
    input: z.object({ id: z.optional(ComplaintId), number: z.optional(z.string().check(z.maxLength(40))) }),
    output: ComplaintView,
    errors: ['notFound'],
  }),
  myComplaints: query({
    does: 'What the resident filed or had filed for them, newest first',
    who: 'known',
    input: z.object({ show: z._default(z.enum(['open', 'ended', 'all']), 'all'), cursor }),
    output: page(ComplaintCard),
  }),
  homeOverview: query({
    does: "The resident's home page: my open matters, and this month's honest figures of the estate",
    who: 'known',
    input: z.object({ estateId: z.optional(EstateId) }),
    output: z.object({
      mine: z.array(ComplaintCard),
      figures: z.nullable(
        z.object({
          month: z.string(),
          filed: z.int(),
          closed: z.int(),
          onTime: z.nullable(z.number()),
          solved: z.nullable(z.number()),
          satisfied: z.nullable(z.number()),
        }),
      ),
    }),
  }),
} as const;

/** What staff work from. */
export const WORK_PROCEDURES = {
  desk: query({
    does: 'My duties, what is due first on top',
    who: STAFF,
    input: z.object({
      /** Only duties whose main command is one of these, e.g. dispatch for triage, passReview for review, recordCallback for callbacks. */
      only: z._default(z.enum(['all', 'triage', 'review', 'callback', 'inform', 'late']), 'all'),
      estateId: z.optional(EstateId),
      cursor,
      limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
      /** Ask for the numbers on the filter tabs (each counted up to 100); not needed for further pages. */
      withCounts: z._default(z.boolean(), true),
    }),
    output: z.object({
      items: z.array(ComplaintCard),
      cursor: z.nullable(z.string()),
      counts: z.nullable(
        z.object({ all: z.int(), triage: z.int(), review: z.int(), callback: z.int(), inform: z.int(), late: z.int() }),
      ),
    }),
  }),
  callbackRoute: query({
    does: "Today's callbacks of the patrol, in the order of buildings and floors, with what is needed at the door without signal (CB-04)",
    who: ['patrol', 'supervisor', 'receptionist'],
    input: z.object({ estateId: z.optional(EstateId) }),
    output: z.object({
      visits: z.array(
        z.object({
          card: ComplaintCard,
          building: z.string(),
          unit: z.string(),
          room: z.string(),
          floor: z.int(),
          residentName: z.string(),
          phone: z.string(),
          result: z.string(),
          attempts: z.int(),
          form: z.enum(['visit', 'phone', 'survey']),
        }),
      ),
    }),
  }),
  register: query({
    does: 'The register 《客户投诉一览表》 (RG-05): by number, words, category, department, period, state',
    who: REGISTER_READERS,
    input: z.object({
      estateId: z.optional(EstateId),
      q: optionalWords('查找内容', 60),
      state: z.optional(State),
      category: z.optional(Category),
      /** `none`: inquiries, suggestions and praise carry no severity (IN-11). */
      severity: z.optional(z.union([Severity, z.literal(NONE)])),
      kind: z.optional(Kind),
      channel: z.optional(Channel),
      /** `none`: with no department now. */
      departmentId: z.optional(z.string().check(z.maxLength(100))),
      /** `none`: outside buildings, or nobody said which. */
      building: z.optional(z.string().check(z.maxLength(20))),
      /** Not over for its resident. */
      open: z.optional(z.literal(true)),
      /** Of the open ones those with a clock that is over, or that presses and isn't over. */
      due: z.optional(z.enum(['late', 'soon'])),
      /** What a figure of an estate's month counts (RP-04). */
      counted: z.optional(z.object({ month: Month, figure: Figure })),
      from: z.optional(Instant),
      to: z.optional(Instant),
      cursor,
      limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
    }),
    output: page(ComplaintCard),
  }),
  homeHistory: query({
    does: 'Earlier complaints of a home, newest first, for the one who answers the phone',
    who: STAFF,
    input: z.object({ homeId: HomeId, cursor }),
    output: page(ComplaintCard),
    errors: ['notFound'],
  }),
} as const;

type LifecycleProcedures = { [N in CommandName]: Procedure<z.ZodMiniObject, typeof ComplaintView> };

/** The envelope every lifecycle command travels in. */
export const onComplaint = {
  complaintId: ComplaintId,
  commandId: CommandId,
  /** The version the person was looking at; an older one is refused with who changed what. Left out by offline replay. */
  version: z.optional(z.int()),
};

/** IN-05: what takes nothing more about the person, who may have taken the agreement back. */
const WITHOUT_CONSENT = ['withdraw', 'urge'] as const satisfies readonly CommandName[];

/** One procedure per command of the lifecycle table; the table decides who may and when. */
export const LIFECYCLE_PROCEDURES = Object.fromEntries(
  Object.entries(COMMAND_INPUTS).map(([name, input]) => [
    name,
    command({
      does: `Lifecycle command ${name}`,
      who: (WITHOUT_CONSENT as readonly string[]).includes(name) ? 'known' : 'person',
      input: z.extend(input, onComplaint),
      output: ComplaintView,
      errors: [
        'notFound',
        'notAllowed',
        'notInThisState',
        'changedMeanwhile',
        'alreadyDone',
        'tooMuchWritten',
        'ownWork',
        'pauseRefused',
        'photoMissing',
      ],
    }),
  ]),
) as unknown as LifecycleProcedures;
