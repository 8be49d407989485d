/** Giving back and deciding anew where a complaint goes (DP-03), opening it again (IF-03), the same matter again (SV-12). */
import { possibleCommands } from '../../domain/complaint/decide';
import { toldAt } from '../../domain/clock/ladder';
import { dutiesFor, dutiesOf } from '../../domain/complaint/duties';
import { eventRow } from '../../domain/complaint/lifecycle';
import { residentSentenceOf } from '../../domain/complaint/timeline';
import { concerned, maySeeIdentity } from '../../domain/people/policy';
import { noticesOf } from '../../domain/notice/notices';
import type { ComplaintId, PersonId } from '../../types/ids';
import {
  aComplaint,
  aProposal,
  engineering,
  generalManager,
  handler,
  head,
  headOfOrder,
  manager,
  order,
  patrol,
  photoAfter,
  receptionist,
  resident,
  type Story,
  supervisor,
} from '../support/a-complaint';

const to = (departmentId: typeof engineering, note = '') =>
  ({ kind: 'complaint', category: 'lift', responsibility: 'own', departmentId, note }) as const;

describe('giving back', () => {
  test('[DP-03] within its signing time a department gives it back and the desk is on its dispatch clock again', () => {
    const story = aComplaint().inState('dispatched').later(30).by(head).does('returnToDesk', { reason: '属于秩序部' });
    expect(story.complaint).toMatchObject({ state: 'registered', departmentId: null, returns: 1, dispatcher: 'desk' });
    expect(story.clock('dispatch').stoppedAt).toBeUndefined();
    expect(story.clock('signing').stoppedAt).toBeDefined();
    expect(dutiesOf(story.complaint)[0]?.keys).toContain('receptionist@estate-1');
    story.by(receptionist).does('dispatch', to(order));
    expect(story.complaint).toMatchObject({ state: 'dispatched', departmentId: order });
  });

  test('[DP-03] after the signing time it is refused, and the refusal says what to do', () => {
    const refusal = aComplaint()
      .inState('dispatched')
      .later(31)
      .by(head)
      .refusal('returnToDesk', { reason: '属于秩序部' });
    expect(refusal.code).toBe('returnTimeOver');
    expect(refusal.message).toContain('请先签收');
  });

  const returnedTwice = (): Story =>
    aComplaint()
      .inState('dispatched')
      .by(head)
      .does('returnToDesk', { reason: '属于秩序部' })
      .by(receptionist)
      .does('dispatch', to(order))
      .by(headOfOrder)
      .does('returnToDesk', { reason: '属于工程部' });

  test('[DP-03] the second return goes to the supervisor: theirs alone are the duty, the message and the right', () => {
    const story = returnedTwice();
    expect(story.complaint).toMatchObject({ state: 'registered', dispatcher: 'supervisor' });
    expect(dutiesOf(story.complaint)).toMatchObject([
      { command: 'dispatch', clock: 'dispatch', keys: ['supervisor@estate-1', 'supervisor@*'] },
    ]);
    const returned = story.complaint.events.at(-1);
    expect(returned && noticesOf(eventRow(returned.type), story.complaint).map((n) => n.audience)).toEqual([
      'supervisor',
    ]);
    expect(story.by(receptionist).refusal('dispatch', to(order, '归秩序部')).code).toBe('notAllowed');
    expect(story.by(manager).refusal('dispatch', to(order, '归秩序部')).code).toBe('notAllowed');
    expect(story.by(supervisor).refusal('dispatch', to(order)).fields).toHaveProperty('note');
    story.by(supervisor).does('dispatch', to(order, '车库门禁归秩序部'));
    expect(story.complaint).toMatchObject({ state: 'dispatched', departmentId: order, dispatcher: 'desk' });
  });

  test("[DP-03] what the supervisor decided isn't given back again", () => {
    const story = returnedTwice().by(supervisor).does('dispatch', to(order, '车库门禁归秩序部'));
    expect(possibleCommands(story.complaint, headOfOrder)).not.toContain('returnToDesk');
    const refusal = story.by(headOfOrder).refusal('returnToDesk', { reason: '还是觉得不归我们' });
    expect(refusal.code).toBe('dispatchFinal');
    expect(refusal.message).toContain('上级裁定');
    expect(story.does('signFor').complaint.state).toBe('investigating');
  });

  test('[DP-03] the returns are counted anew in a round that was opened again', () => {
    const story = aComplaint().inState('dispatched').by(head).does('returnToDesk', { reason: '属于秩序部' });
    story.inState('closed').later(1).by(resident).does('reopen', { why: '又坏了' });
    expect(story.complaint).toMatchObject({ state: 'dispatched', round: 2, returns: 0 });
    story.by(head).does('returnToDesk', { reason: '这次属于秩序部' });
    expect(story.complaint).toMatchObject({ returns: 1, dispatcher: 'desk' });
  });
});

describe('a department that does not or can not act', () => {
  test('[DP-01, CK-02] those above it give it to another, which begins anew; nobody of the department is needed', () => {
    const story = aComplaint().inState('dispatched').by(supervisor);
    expect(story.refusal('reassign', { departmentId: engineering, reason: '原部门没有人' }).fields).toHaveProperty(
      'departmentId',
    );
    story.does('reassign', { departmentId: order, reason: '工程部负责人空缺' });
    expect(story.complaint).toMatchObject({ state: 'dispatched', departmentId: order });
    expect(dutiesOf(story.complaint)).toMatchObject([{ command: 'signFor', keys: [`departmentHead@${order}`] }]);
    expect(story.all('dispatched').at(-1)?.data.note).toBe('工程部负责人空缺');
  });

  test('[DP-01, CK-05] in the middle of the work the plan falls with its clock, waiting ends, the resolution time goes on', () => {
    const story = aComplaint().inState('handling');
    const due = story.clock('resolution').dueAt;
    story.by(manager).does('reassign', { departmentId: order, reason: '改由秩序部办理' });
    expect(story.complaint).toMatchObject({ state: 'dispatched', handlerId: null, investigation: null, plan: null });
    expect(story.clock('plan').stoppedAt).toBeDefined();
    expect(story.clock('resolution')).toMatchObject({ dueAt: due });
    expect(story.clock('resolution').stoppedAt).toBeUndefined();
    expect(story.by(headOfOrder).does('signFor').complaint.state).toBe('investigating');
  });

  test('neither the department nor the desk pushes work around', () => {
    const story = aComplaint().inState('handling');
    for (const person of [head, handler, receptionist, resident])
      expect(story.by(person).refusal('reassign', { departmentId: order, reason: '不归我们管' }).code).toBe(
        'notAllowed',
      );
  });
});

describe('help of other departments', () => {
  const FRIDAY_18 = '2026-11-20T10:00:00.000Z';
  const asked = (): Story =>
    aComplaint()
      .inState('handling')
      .by(handler)
      .does('addSubtask', { departmentId: order, what: '封闭 3 号梯厅', dueAt: FRIDAY_18 });
  const subtaskOf = (story: Story) => {
    const [subtask] = story.complaint.subtasks;
    if (subtask === undefined) throw new Error('no subtask');
    return subtask;
  };

  test('[DP-04] the owner asks another department, with its own deadline, clock and ladder beside the owner’s', () => {
    const story = asked();
    expect(dutiesOf(story.complaint)).toMatchObject([
      { command: 'complete', keys: [`person:${handler.id}`], clock: 'plan' },
      { command: 'signForSubtask', keys: [`departmentHead@${order}`], clock: 'subtask', dueAt: FRIDAY_18 },
    ]);
    expect(story.clock('subtask')).toMatchObject({ of: subtaskOf(story).id, dueAt: FRIDAY_18 });
    story.at(FRIDAY_18).later(1).clockRuns();
    const missed = story.all('clockMissed').find((e) => e.data.clock === 'subtask');
    expect(missed?.data).toMatchObject({ of: subtaskOf(story).id, level: 1, dueAt: FRIDAY_18 });
    expect(dutiesFor(story.complaint, { kind: 'subtask', of: subtaskOf(story).id })).toMatchObject([
      { command: 'signForSubtask' },
    ]);
    const told = (level: number) => toldAt('subtask', level, (post) => [`${post.role}-${post.at}` as PersonId])?.people;
    expect([1, 2, 3].map(told)).toEqual([
      ['departmentHead-department'],
      ['manager-estate'],
      ['generalManager-company'],
    ]);
  });

  test('[DP-04] several departments at once, each with its own', () => {
    const story = asked().does('addSubtask', {
      departmentId: 'dept-desk' as typeof order,
      what: '通知住户停梯',
      dueAt: '2026-11-21T02:00:00.000Z',
    });
    expect(story.complaint.clocks.filter((c) => c.kind === 'subtask')).toHaveLength(2);
    story.by(headOfOrder).does('completeSubtask', { subtaskId: subtaskOf(story).id, result: '已封闭', photos: [] });
    expect(story.complaint.clocks.filter((c) => c.kind === 'subtask').map((c) => c.stoppedAt === undefined)).toEqual([
      false,
      true,
    ]);
    expect(
      story.by(handler).refusal('complete', { outcome: 'fixed', result: '好了', photos: [photoAfter] }).message,
    ).toContain('住户服务中心（通知住户停梯）');
  });

  test('[DP-04] not its own department, not in the past, and by nobody but the owner', () => {
    const story = aComplaint().inState('handling').by(handler);
    const help = { departmentId: order, what: '封闭梯厅', dueAt: FRIDAY_18 };
    expect(story.refusal('addSubtask', { ...help, departmentId: engineering }).fields).toHaveProperty('departmentId');
    expect(story.refusal('addSubtask', { ...help, dueAt: story.now }).fields).toHaveProperty('dueAt');
    expect(story.by(headOfOrder).refusal('addSubtask', help).code).toBe('notAllowed');
  });

  test('[DP-04] the owner can’t complete while it is open; the refusal names it', () => {
    const story = asked();
    const done = { outcome: 'fixed' as const, result: '已更换', photos: [photoAfter] };
    const refusal = story.by(handler).refusal('complete', done);
    expect(refusal.code).toBe('subtaskOpen');
    expect(refusal.message).toContain('秩序部（封闭 3 号梯厅）');
    const { id: subtaskId } = subtaskOf(story);
    expect(story.by(head).refusal('completeSubtask', { subtaskId, result: '已封闭' }).code).toBe('notAllowed');
    story
      .by(headOfOrder)
      .does('signForSubtask', { subtaskId })
      .does('completeSubtask', { subtaskId, result: '已封闭' });
    expect(subtaskOf(story).done).toMatchObject({ by: { personId: headOfOrder.id } });
    expect(story.by(handler).does('complete', done).complaint.state).toBe('reviewing');
  });

  test('[DP-04] its head names who does it; the duty is then theirs, and they complete it', () => {
    const story = asked();
    const { id: subtaskId } = subtaskOf(story);
    story.by(headOfOrder).does('signForSubtask', { subtaskId, handlerId: head.id });
    expect(dutiesOf(story.complaint)[1]).toMatchObject({ command: 'completeSubtask', keys: [`person:${head.id}`] });
    expect(possibleCommands(story.complaint, headOfOrder)).not.toContain('signForSubtask');
    expect(story.by(handler).refusal('completeSubtask', { subtaskId, result: '已封闭' }).code).toBe('notAllowed');
    story.by(head).does('completeSubtask', { subtaskId, result: '已封闭' });
    expect(story.complaint.workedBy).toContain(head.id);
  });

  test('[DP-04] the owner withdraws it with a reason', () => {
    const story = asked();
    const { id: subtaskId } = subtaskOf(story);
    expect(story.by(headOfOrder).refusal('withdrawSubtask', { subtaskId, reason: '不想做' }).code).toBe('notAllowed');
    story.by(head).does('withdrawSubtask', { subtaskId, reason: '改为夜间施工' });
    expect(dutiesOf(story.complaint)).toHaveLength(1);
    expect(story.clock('subtask').stoppedAt).toBe(story.now);
    expect(story.by(handler).refusal('withdrawSubtask', { subtaskId, reason: '再撤一次' }).code).toBe('notInThisState');
  });

  test('[DP-04] the resident sees that a department helps, not what was said about it', () => {
    const story = asked();
    const { id: subtaskId } = subtaskOf(story);
    story.by(headOfOrder).does('completeSubtask', { subtaskId, result: '已封闭，内部电话 8001', photos: [photoAfter] });
    const zone = { utcOffsetMinutes: 480 };
    const seen = story.complaint.events.flatMap((e) => residentSentenceOf(e, zone, story.now, true) ?? []);
    expect(seen.slice(-2)).toMatchObject([
      { title: '秩序部协助处理', detail: '', photos: [] },
      { title: '秩序部已完成协助', detail: '', photos: [] },
    ]);
  });

  test('[DP-04, IN-09] the department that helps may know of it, but not whose it is when that is hidden', () => {
    const hidden = aComplaint({ filing: { hideIdentity: true } })
      .inState('handling')
      .by(handler);
    expect(concerned.test(headOfOrder, hidden.complaint)).toBe(false);
    hidden.does('addSubtask', { departmentId: order, what: '封闭梯厅', dueAt: FRIDAY_18 });
    expect(concerned.test(headOfOrder, hidden.complaint)).toBe(true);
    expect(maySeeIdentity(headOfOrder, hidden.complaint)).toBe(false);
  });

  test('[DP-04, IN-08] withdrawn by the resident, everyone who had to act is told, and nothing is owed any more', () => {
    const story = asked().by(resident).does('withdraw', { reason: '已经好了' });
    expect(dutiesOf(story.complaint)).toEqual([]);
    const last = story.complaint.events.at(-1);
    expect(last && noticesOf(eventRow(last.type), story.complaint).map((n) => n.audience)).toEqual([
      'handler',
      'head',
      'helpers',
    ]);
  });
});

describe('opening again', () => {
  test('[IF-03] the time counts from closing, whatever happened since; then a new one is the way', () => {
    const story = aComplaint().inState('closed');
    // Closed on Friday 20th; the seventh day ends on Friday 27th at 24:00 in Shanghai.
    const over = '2026-11-27T16:00:00.000Z';
    expect(story.at(over).by(resident).tries('reopen', { why: '又坏了' })).not.toHaveProperty('code');
    expect(story.later(1).by(resident).refusal('reopen', { why: '又坏了' }).code).toBe('reopenWindowOver');
  });

  const reopened = (times: number): Story => {
    const story = aComplaint().inState('closed');
    for (let n = 1; n <= times; n += 1) {
      if (n > 1) {
        if (story.complaint.state === 'registered')
          story
            .by(story.complaint.dispatcher === 'manager' ? manager : generalManager)
            .does('dispatch', to(engineering, '仍由工程部处理'));
        story.inState('closed');
      }
      story
        .later(1)
        .by(resident)
        .does('reopen', { why: `第 ${n} 次没解决` });
    }
    return story;
  };

  test('[IF-03] the first goes back to the owner at once', () => {
    const story = reopened(1);
    expect(story.complaint).toMatchObject({ state: 'dispatched', round: 2, departmentId: engineering });
    expect(dutiesOf(story.complaint)[0]).toMatchObject({ command: 'signFor', clock: 'signing' });
  });

  test.each([
    [2, 'manager', manager, supervisor],
    [3, 'generalManager', generalManager, manager],
  ] as const)(
    '[IF-03] number %i goes to the %s, who decides with a note who handles it',
    (times, role, decider, below) => {
      const story = reopened(times);
      expect(story.complaint).toMatchObject({ state: 'registered', round: times + 1, dispatcher: role });
      expect(
        story.complaint.clocks
          .filter((c) => c.stoppedAt === undefined)
          .map((c) => c.kind)
          .sort(),
      ).toEqual(['dispatch', 'managerNotice', 'qualityNotice', 'resolution']);
      expect(dutiesOf(story.complaint)[0]).toMatchObject({
        command: 'dispatch',
        keys: [`${role}@estate-1`, `${role}@*`],
      });
      const referred = story.all('referredUp').at(-1);
      expect(referred && noticesOf(eventRow(referred.type), story.complaint)).toEqual([
        { audience: role, template: 'newWork' },
      ]);
      expect(story.by(below).refusal('dispatch', to(order, '换秩序部')).code).toBe('notAllowed');
      expect(story.by(decider).refusal('dispatch', to(order)).fields).toHaveProperty('note');
      story.by(decider).does('dispatch', to(order, '换秩序部处理'));
      expect(story.complaint).toMatchObject({ state: 'dispatched', departmentId: order, dispatchFinal: true });
      expect(story.by(headOfOrder).refusal('returnToDesk', { reason: '不归我们' }).code).toBe('dispatchFinal');
    },
  );

  test('[IF-03, CB-07] a callback that reopens counts like the resident’s own word', () => {
    const story = reopened(1).inState('callback');
    story.by(patrol).does('recordCallback', { form: 'visit', reached: true, solved: false, satisfaction: 1 });
    expect(story.complaint).toMatchObject({ state: 'registered', round: 3, dispatcher: 'manager' });
  });
});

describe('the same matter again', () => {
  const sure = aProposal({ category: { value: 'lift', confidence: 0.6, runnerUp: 'facility' } });
  const earlier = (closedAt: string | null, category: 'lift' | 'noise' | 'other' = 'lift') => ({
    id: 'c0' as ComplaintId,
    number: 'CH-260901-0003',
    category,
    closedAt,
  });
  const heldBy = (of: ReturnType<typeof earlier>, follows: boolean = false) =>
    aComplaint({
      proposal: sure,
      earlier: [of],
      ...(follows ? { filing: { follows: { id: of.id, number: of.number } } } : {}),
    }).complaint.reasons.filter((r) => r.code === 'SV-12');

  test('[SV-12] the same home and category within 90 days of closing is hot, and names the old number', () => {
    const [reason] = heldBy(earlier('2026-08-22T02:00:00.000Z'));
    expect(reason?.evidence).toContain('CH-260901-0003');
    expect(aComplaint({ proposal: sure, earlier: [earlier('2026-08-22T02:00:00.000Z')] }).complaint.severity).toBe(
      'hot',
    );
  });

  test.each([
    ['closed longer ago', earlier('2026-08-22T01:59:59.000Z')],
    ['of another category', earlier('2026-11-01T02:00:00.000Z', 'noise')],
    ['still open', earlier(null)],
  ])('[SV-12] one %s doesn’t count', (_what, of) => {
    expect(heldBy(of)).toEqual([]);
  });

  test('[SV-12, IF-03] filed as going on from one, it counts whatever its category', () => {
    expect(heldBy(earlier('2026-11-01T02:00:00.000Z', 'noise'), true)).toHaveLength(1);
  });
});
