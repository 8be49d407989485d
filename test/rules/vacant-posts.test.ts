/** A vacant post passes upward (CK-02): not only the messages, the duty itself finds somebody who may do it. */
import { possibleActionCommands } from '../../domain/action/decide';
import { actionDutyOf } from '../../domain/action/duties';
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import type { Actor } from '../../domain/people/actor';
import { dutyKeysOf, type Post } from '../../domain/people/person';
import { departmentsStoodInFor, mayStandIn, postsBelow } from '../../domain/people/standing-in';
import type { CommandName } from '../../types/commands';
import type { PersonId } from '../../types/ids';
import {
  aComplaint,
  engineering,
  estate,
  generalManager,
  handler,
  head,
  headOfOrder,
  manager,
  order,
  patrol,
  photoAfter,
  supervisor,
} from '../support/a-complaint';
import { anAction } from '../support/an-action';

type Somebody = Actor & { id: PersonId };
const atTheTop: Somebody = {
  ...generalManager,
  posts: [{ role: 'generalManager', estateId: null, departmentId: null }],
};

/** As the rules see somebody when only these hold their posts. */
const among = (somebody: Somebody, ...present: readonly { posts: readonly Post[] }[]): Somebody => {
  const held = new Set(present.flatMap(({ posts }) => dutyKeysOf({ id: somebody.id, posts })));
  const standsInFor = mayStandIn(somebody.posts) ? departmentsStoodInFor(somebody.posts, [estate], held) : [];
  return { ...somebody, standsInFor };
};

const finds = (somebody: Somebody, duty: { keys: readonly string[] } | null | undefined): boolean =>
  duty?.keys.some((key) => dutyKeysOf(somebody).includes(key)) === true;
/** May do it, and finds it among their duties. */
const has = (somebody: Somebody, story: ReturnType<typeof aComplaint>, command: CommandName): boolean =>
  possibleCommands(story.complaint, somebody).includes(command) &&
  finds(
    somebody,
    dutiesOf(story.complaint).find((duty) => duty.command === command),
  );

describe('vacant posts', () => {
  test('[CK-02] the manager heads what has no head, the general manager where nobody manages; a head who is there is left alone', () => {
    expect(postsBelow([estate])).toContain(`departmentHead@${engineering}`);
    expect(among(manager, manager, head, headOfOrder).standsInFor).toEqual(['dept-desk']);
    expect(among(manager, manager, head).standsInFor).toEqual(['dept-desk', order]);
    expect(among(atTheTop, manager, head).standsInFor).toEqual([]);
    expect(among(atTheTop, head).standsInFor).toEqual(['dept-desk', order]);
    expect(among(supervisor, supervisor).standsInFor).toEqual([]);
    const elsewhere: Somebody = {
      ...manager,
      posts: [{ role: 'manager', estateId: 'estate-2' as typeof estate.id, departmentId: null }],
    };
    expect(among(elsewhere, elsewhere).standsInFor).toEqual([]);
  });

  test('[CK-02, DP-01] a department without a head: the manager finds the complaint, signs for it in their own name and names a handler', () => {
    const story = aComplaint().inState('dispatched');
    expect(has(among(manager, manager, head), story, 'signFor')).toBe(false);
    const standing = among(manager, manager);
    expect(has(standing, story, 'signFor')).toBe(true);
    story.by(standing).does('signFor', { handlerId: handler.id });
    expect(story.all('signedFor')[0]?.by).toMatchObject({ role: 'manager', personId: manager.id });
  });

  test('[CK-02, DP-04] help that was asked of a department without a head', () => {
    const story = aComplaint().inState('handling').by(handler);
    story.does('addSubtask', { departmentId: order, what: '封闭梯厅', dueAt: '2026-11-21T02:00:00.000Z' });
    const standing = among(manager, manager, head);
    expect(has(manager, story, 'signForSubtask')).toBe(false);
    expect(has(standing, story, 'signForSubtask')).toBe(true);
    const subtaskId = story.complaint.subtasks[0]?.id ?? '';
    story.by(standing).does('signForSubtask', { subtaskId }).does('completeSubtask', { subtaskId, result: '已封闭' });
    expect(story.complaint.subtasks[0]?.done?.by.personId).toBe(manager.id);
  });

  test('[CK-02, CB-08] opinions on a department without a head', () => {
    const story = aComplaint().inState('callback');
    const verdict = { form: 'visit' as const, reached: true, solved: true, satisfaction: 4, opinions: '态度可以更好' };
    story.later(25 * 60).system({ name: 'surveyLapse' });
    story.by(patrol).does('recordCallback', verdict);
    const standing = among(manager, manager);
    expect(has(standing, story, 'readOpinion')).toBe(true);
    story.by(standing).does('readOpinion');
    expect(story.all('opinionRead')).toHaveLength(1);
  });

  test('[CK-02, CA-01] the action of a department without a head', () => {
    const { action } = anAction();
    const standing = among(manager, manager);
    expect(possibleActionCommands(action, manager)).toEqual([]);
    expect(possibleActionCommands(action, standing)).toEqual(['writeAction']);
    expect(finds(standing, actionDutyOf(action))).toBe(true);
  });

  test('[CK-02, DP-02] a notice that nobody of its post opens: the general manager is told, finds it and may open it', () => {
    const story = aComplaint({ filing: { groupSize: 3 } }).inState('dispatched');
    expect(has(atTheTop, story, 'acknowledge')).toBe(false);
    story.later(60).clockRuns();
    expect(has(atTheTop, story, 'acknowledge')).toBe(true);
    story.by(atTheTop).does('acknowledge');
    expect(story.clock('managerNotice').stoppedAt).toBe(story.now);
    expect(story.clock('qualityNotice').stoppedAt).toBe(story.now);
  });

  test('[CK-02, DP-03] what the vacant supervisor should decide passes to the manager', () => {
    const story = aComplaint().inState('dispatched').by(head).does('returnToDesk', { reason: '不是我们的' });
    story.inState('dispatched').by(head).does('returnToDesk', { reason: '真不是我们的' });
    expect(story.complaint.dispatcher).toBe('supervisor');
    expect(has(manager, story, 'dispatch')).toBe(false);
    story.later(20).clockRuns();
    expect(has(manager, story, 'dispatch')).toBe(true);
  });

  test('[CK-02] what its handler leaves undone is the head’s too once its time is over', () => {
    const story = aComplaint().inState('handling');
    expect(has(head, story, 'complete')).toBe(false);
    story.at(story.clock('plan').dueAt).clockRuns();
    expect(has(head, story, 'complete')).toBe(true);
    expect(has(handler, story, 'complete')).toBe(true);
    expect(
      story.by(head).does('complete', { outcome: 'fixed', result: '已换轴承', photos: [photoAfter] }).complaint.state,
    ).toBe('reviewing');
    const { action } = anAction().written();
    expect(finds(head, actionDutyOf(action))).toBe(false);
    const late = anAction().written();
    expect(finds(head, actionDutyOf(late.at(late.clock('actionMeasures').dueAt).clockRuns().action))).toBe(true);
  });
});
