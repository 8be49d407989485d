/**
 * Who is told when a clock warns or is missed (CK-02): level 0 warns the one who must act, each further level goes one post up,
 * at last to the general manager. A vacant post passes upward.
 */
import type { PersonId } from '../../types/ids';
import type { ActionClock, ClockKind, Role } from '../../types/vocabulary';

/** Deadlines of CK-03 that don't run on a complaint: actions, routines. */
export type DutyClock = ActionClock | 'suggestionBox';
/** `declinedReview`: the review clock of a result that says it can't be solved. */
export type LadderKind = ClockKind | DutyClock | 'declinedReview';

export interface Post {
  role: Role;
  /** `case`: the person named on the complaint or action; else whoever holds the role there. */
  at: 'case' | 'department' | 'estate' | 'company';
}

const firstHearer: Post = { role: 'receptionist', at: 'case' };
const receptionist: Post = { role: 'receptionist', at: 'estate' };
const supervisor: Post = { role: 'supervisor', at: 'estate' };
const handler: Post = { role: 'handler', at: 'case' };
const head: Post = { role: 'departmentHead', at: 'department' };
const caller: Post = { role: 'patrol', at: 'case' };
const manager: Post = { role: 'manager', at: 'estate' };
const quality: Post = { role: 'quality', at: 'company' };
const generalManager: Post = { role: 'generalManager', at: 'company' };

const desk = [receptionist, supervisor, manager, generalManager] as const;
const department = [handler, head, manager, generalManager] as const;

/** The index is the level of the firing. */
export const LADDERS = {
  record: [firstHearer, supervisor, manager, generalManager], // IN-02: the first hearer stays answerable
  dispatch: desk, // DP-01
  signing: [head, supervisor, manager, generalManager], // DP-05: the head signs and is reminded, then the supervisor
  resolution: department,
  planSignature: [manager, generalManager], // HD-02
  plan: department,
  subtask: department, // DP-04: of the department that helps
  review: desk, // RV-01
  declinedReview: [manager, generalManager], // HD-07
  inform: desk, // IF-01
  callback: [caller, supervisor, manager, generalManager], // CB-02
  registration: desk, // RG-01
  managerNotice: [manager, generalManager], // DP-02
  generalManagerNotice: [generalManager], // DP-02
  qualityNotice: [quality, generalManager], // DP-02
  completion: department, // HD-08
  actionPlan: [head, manager, generalManager], // CA-01: the owning department's head writes it
  actionMeasures: department, // CA-01: the person in charge, by the planned date
  verification: [supervisor, quality, manager, generalManager], // CA-02: the service desk, or quality
  suggestionBox: desk, // IN-04
} as const satisfies Record<LadderKind, readonly [Post, ...Post[]]>;

/** The last level that the clock fires; a one-post ladder still records its miss. */
export const highestLevel = (kind: LadderKind): number => Math.max(1, LADDERS[kind].length - 1);

export interface Told {
  post: Post;
  people: readonly PersonId[];
}

/**
 * The post to tell at a level and the people who hold it; a vacant post passes upward, above the top it stays with the top.
 * `null` when nobody is there up to the top: shown to the admin as a gap.
 */
export const toldAt = (
  kind: LadderKind,
  level: number,
  holdersOf: (post: Post) => readonly PersonId[],
): Told | null => {
  const posts: readonly Post[] = LADDERS[kind];
  for (const post of posts.slice(Math.min(level, posts.length - 1))) {
    const people = holdersOf(post);
    if (people.length > 0) return { post, people };
  }
  return null;
};

/** CK-06, 后续: overtime of a key customer is reported to the company's management department too. */
export const KEY_CUSTOMER_OVERTIME: Post = quality;
