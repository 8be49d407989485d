/** “Passed” means an acknowledged notice: the clock stops when somebody of the post opens the complaint (DP-02). */
import type { Role } from '../../types/vocabulary';
import { isNoticeClock, type NoticeClock } from '../../types/vocabulary';
import { isRunning } from '../clock/clock';
import type { Actor } from '../people/actor';
import { standsIn } from '../people/person';
import type { Rule } from '../people/policy';
import { climbedTo } from './climbed';
import type { Complaint } from './complaint';

/** Whose opening each notice waits for. */
const OPENED_BY = {
  managerNotice: 'manager',
  generalManagerNotice: 'generalManager',
  qualityNotice: 'quality',
} as const satisfies Record<NoticeClock, Role>;

/** The notices that wait to be opened, in the order in which they were given. */
export const pendingNotices = ({ clocks }: Pick<Complaint, 'clocks'>): NoticeClock[] =>
  clocks.filter(isRunning).flatMap(({ kind }) => (isNoticeClock(kind) ? [kind] : []));

/** Their opening counts: the post's own, and of those above, once they were told that nobody had opened it (CK-02). */
export const openedBy = ({ clocks }: Pick<Complaint, 'clocks'>, notice: NoticeClock): Role[] => {
  const given = clocks.filter(({ kind }) => kind === notice).at(-1);
  return [...new Set<Role>([OPENED_BY[notice], ...(given === undefined ? [] : climbedTo(given))])];
};

const isFor = (actor: Actor, complaint: Complaint, notice: NoticeClock): boolean => {
  const roles = openedBy(complaint, notice);
  return actor.posts.some((post) => roles.includes(post.role) && standsIn(post, complaint.estateId));
};

/** What this person's opening it acknowledges. */
export const noticesFor = (actor: Actor, complaint: Complaint): NoticeClock[] =>
  pendingNotices(complaint).filter((notice) => isFor(actor, complaint, notice));

export const hasNoticeToOpen: Rule = {
  says: '有待阅知通知的人',
  test: (actor, complaint) => noticesFor(actor, complaint).length > 0,
};

/** Those whose post was told in this round, whether it has been opened since or not. */
export const wasNotified: Rule = {
  says: '接到通知的管理处经理、总经理、品质部',
  test: (actor, complaint) =>
    hasNoticeToOpen.test(actor, complaint) ||
    complaint.acknowledged.some(({ notice, round }) => round === complaint.round && isFor(actor, complaint, notice)),
};
