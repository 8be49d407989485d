/** Inquiries and suggestions are answered, praise is forwarded (IN-11). Friday 2026-11-20, 10:00 in Shanghai, unless said otherwise. */
import { nextDueAt } from '../../domain/complaint/clocks';
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesFor, dutiesOf } from '../../domain/complaint/duties';
import { eventRow } from '../../domain/complaint/lifecycle';
import { nextStep, progressLine } from '../../domain/complaint/next-step';
import { isOverdue, isRunning } from '../../domain/clock/clock';
import { noticesOf } from '../../domain/notice/notices';
import type { PersonId } from '../../types/ids';
import {
  aComplaint,
  aProposal,
  engineering,
  handler,
  head,
  patrol,
  receptionist,
  resident,
  type Story,
} from '../support/a-complaint';

const asked = (kind: 'inquiry' | 'suggestion' = 'inquiry', filing: object = {}): Story =>
  aComplaint({ filing: { kind, ...filing } }).inState('investigating');
const answered = (kind: 'inquiry' | 'suggestion' = 'inquiry', filing: object = {}): Story =>
  asked(kind, filing).by(handler).does('writeAnswer', { answer: '可由同户家属代办，带身份证即可。' });
const passed = (kind: 'inquiry' | 'suggestion' = 'inquiry', filing: object = {}): Story =>
  answered(kind, filing).by(receptionist).does('passReview');

describe.each(['inquiry', 'suggestion'] as const)('an %s', (kind) => {
  test('[IN-11] is answered by the handler, without investigation or plan, and reviewed', () => {
    const story = asked(kind);
    expect(dutiesOf(story.complaint)[0]?.command).toBe('writeAnswer');
    const offered = possibleCommands(story.complaint, handler);
    expect(offered).toContain('writeAnswer');
    for (const never of ['recordInvestigation', 'writePlan', 'complete', 'postpone'] as const)
      expect(offered).not.toContain(never);
    story.by(handler).does('writeAnswer', { answer: '可由同户家属代办。' });
    expect(story.complaint).toMatchObject({ state: 'reviewing', severity: null, result: { outcome: 'answered' } });
    expect(story.by(receptionist).does('passReview').complaint.state).toBe('informing');
  });

  test('[IN-11] is closed by its resident opening the answer, not by a message about it', () => {
    const story = passed(kind).system({ name: 'resultReached', how: 'message' });
    expect(story.complaint.state).toBe('informing');
    expect(nextStep(story.complaint)).toMatchObject({ who: '住户', text: '请查看答复' });
    story.later(60).system({ name: 'resultReached', how: 'read' });
    expect(story.complaint).toMatchObject({ state: 'closed', closeReason: 'answered', informed: { how: 'read' } });
    expect(story.complaint.callback?.drawn).toBe(false);
  });

  test('[IN-11] unread it is closed after three days, once, and nobody was late', () => {
    const story = passed(kind);
    const until = '2026-11-23T16:00:00.000Z';
    expect(story.clock('inform').dueAt).toBe(until);
    story.at(new Date(Date.parse(until) - 1).toISOString()).system({ name: 'answerLapse' });
    expect(story.complaint.state).toBe('informing');
    // The timer was down for an hour.
    const late = new Date(Date.parse(until) + 3_600_000).toISOString();
    story.at(late).system({ name: 'answerLapse' });
    expect(story.complaint).toMatchObject({ state: 'closed', closeReason: 'answered', informed: null });
    expect(story.all('answerUnread')).toMatchObject([{ at: late, data: { until } }]);
    expect(story.complaint.clocks.filter((clock) => isRunning(clock) || isOverdue(clock, late))).toEqual([]);
    expect(nextDueAt(story.complaint)).toBeNull();
  });
});

describe('an answer', () => {
  test('[IN-11, IF-01] that no message announced is owed by phone the same day and never lapses', () => {
    const story = passed().later(1).system({ name: 'resultUndelivered', why: '43101' });
    expect(story.clock('inform').dueAt).toBe('2026-11-20T16:00:00.000Z');
    story.at('2026-12-20T02:00:00.000Z').system({ name: 'answerLapse' });
    expect(story.complaint.state).toBe('informing');
    story.by(receptionist).does('informResident', { how: 'phone' });
    expect(story.complaint).toMatchObject({ state: 'closed', closeReason: 'answered' });
  });

  test('[IN-11] that its resident can open is nobody’s duty; what they add reaches the desk all the same', () => {
    const story = passed();
    expect(dutiesOf(story.complaint)).toEqual([]);
    expect(dutiesFor(story.complaint, { kind: 'inform' })).toEqual([]);
    story.by(resident).does('addWords', { text: '还想问一下周末能不能办' });
    expect(noticesOf(eventRow('wordsAdded'), story.complaint)).toContainEqual({
      audience: 'serviceDesk',
      template: 'newWork',
    });
    story.later(1).system({ name: 'resultUndelivered', why: '43101' });
    expect(dutiesOf(story.complaint)).toMatchObject([{ command: 'informResident', dueAt: '2026-11-20T16:00:00.000Z' }]);
    expect(dutiesOf(passed('inquiry', { filerId: null }).complaint)).toMatchObject([{ command: 'informResident' }]);
  });

  test('[IN-11, IF-01] to somebody without an account is told by phone the same day', () => {
    const story = passed('inquiry', { filerId: null });
    expect(story.clock('inform').dueAt).toBe('2026-11-20T16:00:00.000Z');
    expect(story.by(receptionist).does('informResident', { how: 'phone' }).complaint.state).toBe('closed');
  });

  test('[IN-11, RV-01] that is sent back is written anew the same day', () => {
    const story = answered().by(receptionist).does('sendBack', { reason: '没有说明要带什么证件' });
    expect(dutiesOf(story.complaint)[0]).toMatchObject({ command: 'writeAnswer', dueAt: '2026-11-20T16:00:00.000Z' });
    expect(story.by(handler).does('writeAnswer', { answer: '请带身份证。' }).complaint.state).toBe('reviewing');
  });

  test('[IN-11, IF-02] can be objected to, before and after it is closed', () => {
    const objected = passed().by(resident).does('reopen', { why: '没有回答我的问题' });
    expect(objected.complaint).toMatchObject({ state: 'dispatched', round: 2, severity: null });
    const closed = passed().system({ name: 'resultReached', how: 'read' });
    expect(closed.by(resident).does('reopen', { why: '没有回答我的问题' }).complaint.state).toBe('dispatched');
  });

  test('[IN-11] is not how a complaint ends', () => {
    expect(aComplaint().inState('investigating').by(handler).refusal('writeAnswer', { answer: '谢谢' }).code).toBe(
      'notInThisState',
    );
  });
});

describe('praise', () => {
  const praise = (): Story => aComplaint({ filing: { kind: 'praise', about: '王强' } });
  const sure = aProposal({
    kind: { value: 'praise', confidence: 0.95, runnerUp: 'complaint' },
    category: { value: 'lift', confidence: 0.95, runnerUp: 'facility' },
  });

  test('[IN-11] is forwarded by the desk to the person praised and closed, without severity or clocks', () => {
    const story = praise();
    expect(dutiesOf(story.complaint)[0]?.command).toBe('forwardPraise');
    story.praised = { id: handler.id, name: '王强' };
    story.by(receptionist).does('forwardPraise', { departmentId: engineering });
    const { complaint } = story;
    expect(complaint).toMatchObject({ state: 'closed', closeReason: 'forwarded', severity: null });
    expect(story.all('praiseForwarded')).toMatchObject([
      { data: { personId: 'handler' as PersonId, personName: '王强' } },
    ]);
    expect(complaint.clocks.filter(isRunning)).toEqual([]);
    expect([dutiesOf(complaint), progressLine(complaint)]).toEqual([[], '已转达']);
    expect(possibleCommands(complaint, resident)).not.toContain('reopen');
  });

  test('[IN-11] goes by itself only when the classifier is as sure of it as for a dispatch', () => {
    const forwarded = aComplaint({ filing: { kind: 'praise' }, proposal: sure });
    expect(forwarded.complaint).toMatchObject({ state: 'closed', closeReason: 'forwarded', departmentId: engineering });
    const doubtful = aProposal({ ...sure, kind: { value: 'praise', confidence: 0.5, runnerUp: 'complaint' } });
    expect(aComplaint({ filing: { kind: 'praise' }, proposal: doubtful }).complaint.state).toBe('registered');
    const heard = { kind: 'praise', firstContact: { personId: patrol.id, name: '刘' } } as const;
    const recorded = aComplaint({ filing: heard, proposal: sure, confirmed: false });
    expect(recorded.complaint.state).toBe('received');
    expect(recorded.by(receptionist).does('confirmRecord').complaint.closeReason).toBe('forwarded');
  });

  test('[IN-11] never goes the long way, and no complaint is closed as praise', () => {
    const dispatch = { category: 'lift', responsibility: 'own', departmentId: engineering } as const;
    const story = praise().by(receptionist);
    expect(story.refusal('dispatch', { ...dispatch, kind: 'praise' }).fields).toHaveProperty('kind');
    expect(story.does('dispatch', { ...dispatch, kind: 'complaint' }).complaint).toMatchObject({
      state: 'dispatched',
      severity: 'ordinary',
    });
    expect(aComplaint().by(receptionist).refusal('forwardPraise', { departmentId: engineering }).code).toBe(
      'notInThisState',
    );
    expect(praise().by(head).refusal('forwardPraise', { departmentId: engineering }).code).toBe('notAllowed');
  });
});
