/** Callbacks: when they are due, in which form, how often one tries, and by whom (CB-01 … CB-03, CB-06, CB-10). */
import { plannedByLot } from '../../domain/callback/audit-draw';
import { figuresOf } from '../../domain/report/figures';
import { dutiesOf } from '../../domain/complaint/duties';
import { possibleCommands } from '../../domain/complaint/decide';
import type { Actor } from '../../domain/people/actor';
import {
  aComplaint,
  generalManager,
  handler,
  head,
  manager,
  patrol,
  receptionist,
  resident,
  supervisor,
  withSignal,
} from '../support/a-complaint';

/** Several together: hot, so it is visited. */
const GRAVE = { filing: { groupSize: 3 } } as const;
const inCallback = (beginning = {}) => aComplaint(beginning).inState('callback');

describe('when a callback is due', () => {
  /** In the estate's time; informing takes place eight minutes after filing. */
  test.each([
    // filed, ordinary due, important due
    ['2026-11-16T02:00:00.000Z', '2026-11-19T16:00:00.000Z', '2026-11-17T16:00:00.000Z'], // Mon → Thu, Tue 24:00
    ['2026-11-20T02:00:00.000Z', '2026-11-25T16:00:00.000Z', '2026-11-23T16:00:00.000Z'], // Fri → Wed, Mon 24:00
    ['2026-11-21T02:00:00.000Z', '2026-11-25T16:00:00.000Z', '2026-11-23T16:00:00.000Z'], // Sat → Wed, Mon
    ['2026-09-30T02:00:00.000Z', '2026-10-10T16:00:00.000Z', '2026-10-08T16:00:00.000Z'], // Wed, National Day, make-up Sat 10-10
    ['2026-11-20T16:10:00.000Z', '2026-11-25T16:00:00.000Z', '2026-11-23T16:00:00.000Z'], // Sat 00:10, still Fri in UTC
  ])('[CB-02] informed %s: ordinary by %s, important by %s', (at, ordinary, important) => {
    expect(inCallback({ at }).clock('callback').dueAt).toBe(ordinary);
    expect(inCallback({ ...GRAVE, at }).clock('callback').dueAt).toBe(important);
  });

  test('[CB-02] it counts from informing, and who was not drawn has no such clock', () => {
    const story = inCallback();
    expect(story.clock('callback').startedAt).toBe(story.complaint.informed?.at);
    expect(
      aComplaint()
        .notDrawn()
        .inState('closed')
        .complaint.clocks.some((c) => c.kind === 'callback'),
    ).toBe(false);
  });

  test('[CB-02] strong emotion is visited, on the time of its severity', () => {
    expect(inCallback({ proposal: withSignal('strong_emotion') }).clock('callback').dueAt).toBe(
      '2026-11-25T16:00:00.000Z',
    );
  });
});

describe('in which form', () => {
  test('[CB-01] important, hot, major and strong emotion: all, in person, without the lot', () => {
    for (const beginning of [
      { filing: { keyCustomer: true } },
      { filing: { groupSize: 3 } },
      { filing: { groupSize: 10 } },
      { proposal: withSignal('strong_emotion') },
    ]) {
      const { complaint } = inCallback(beginning);
      expect(complaint.callback).toMatchObject({ drawn: true, form: 'visit' });
      expect(plannedByLot(complaint.events)).toEqual([]);
      expect(dutiesOf(complaint)[0]).toMatchObject({ command: 'recordCallback' });
    }
  });

  test('[CB-01] who is to be visited is not dealt with by phone, neither reached nor as an attempt', () => {
    const story = inCallback(GRAVE).by(patrol);
    for (const input of [
      { form: 'phone', reached: true, solved: true, satisfaction: 5 },
      { form: 'phone', reached: false },
    ] as const)
      expect(story.refusal('recordCallback', input)).toMatchObject({
        code: 'badInput',
        fields: { form: expect.stringContaining('上门') },
      });
    expect(story.tries('recordCallback', { form: 'visit', reached: false })).toHaveLength(1);
  });

  test('[CB-01] who telephoned by a plan that has become a visit since is told so, and that the call does not count', () => {
    const story = inCallback({ filing: { filerId: null, firstContact: null } });
    expect(story.complaint.callback?.form).toBe('phone');
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-23', note: '上月已报修' });
    expect(story.complaint.callback?.form).toBe('visit');
    const phoned = { form: 'phone', reached: true, solved: true, satisfaction: 5 } as const;
    expect(story.by(patrol).refusal('recordCallback', phoned)).toMatchObject({
      code: 'changedMeanwhile',
      message: expect.stringContaining('须上门回访'),
    });
    expect(story.tries('recordCallback', { ...phoned, form: 'visit' })).toHaveLength(2);
  });

  test('[CB-03] nobody to send the survey to: a phone call at once', () => {
    expect(inCallback({ filing: { filerId: null, firstContact: null } }).complaint.callback?.form).toBe('phone');
  });

  test('[CB-03] survey first; unanswered after 24 hours, and not before, it is a phone or patrol task', () => {
    const story = inCallback();
    expect(story.complaint.callback).toMatchObject({ form: 'survey' });
    const until = story.complaint.callback?.surveyUntil ?? '';
    expect(Date.parse(until) - Date.parse(story.now)).toBe(24 * 3_600_000);
    story.at(new Date(Date.parse(until) - 1).toISOString()).system({ name: 'surveyLapse' });
    expect(story.complaint.callback?.form).toBe('survey');
    story.at(until).system({ name: 'surveyLapse' });
    expect(story.complaint.callback?.form).toBe('phone');
    // By phone or at the door, as the patrol likes; and the resident's own answer still counts.
    for (const form of ['phone', 'visit'] as const)
      expect(
        story.by(patrol).tries('recordCallback', { form, reached: true, solved: true, satisfaction: 5 }),
      ).toHaveLength(2);
    expect(possibleCommands(story.complaint, resident)).toContain('answerSurvey');
  });

  test('[CB-03] the lapse of the survey does not give the callback more time', () => {
    const story = inCallback();
    const due = story.clock('callback').dueAt;
    story.later(24 * 60 + 1).system({ name: 'surveyLapse' });
    expect(story.clock('callback').dueAt).toBe(due);
  });
});

describe('not reached', () => {
  const attempt = { form: 'visit', reached: false } as const;

  test('[CB-06] attempts at different times of day, also those written down without signal', () => {
    const story = inCallback(GRAVE).by(patrol).does('recordCallback', attempt);
    const first = story.now;
    const hours = (n: number) => new Date(Date.parse(first) + n * 3_600_000).toISOString();
    story.later(600);
    // Arrives ten hours later, but was made one hour after the first.
    expect(story.refusal('recordCallback', { ...attempt, recordedAt: hours(1) })).toMatchObject({
      code: 'tooSoon',
      details: { againAt: hours(3) },
    });
    expect(story.tries('recordCallback', { ...attempt, recordedAt: hours(3) })).toHaveLength(1);
  });

  test('[CB-06] written down at the door it lies after the resident was told and after the last attempt', () => {
    const story = inCallback(GRAVE).by(patrol);
    const told = story.complaint.informed?.at ?? '';
    const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString();
    story.later(5 * 60);
    const reached = { form: 'visit', reached: true, solved: true, satisfaction: 5 } as const;
    for (const input of [attempt, reached]) {
      const early = story.refusal('recordCallback', { ...input, recordedAt: justBefore(told) });
      expect(early.fields?.['recordedAt']).toContain('告知住户');
    }
    expect(story.tries('recordCallback', { ...reached, recordedAt: told })).toHaveLength(2);
    story.does('recordCallback', { ...attempt, recordedAt: story.now });
    const last = story.now;
    story.later(60);
    for (const recordedAt of [last, justBefore(last)])
      expect(story.refusal('recordCallback', { ...reached, recordedAt }).code).toBe('changedMeanwhile');
  });

  test('[CB-06] being reached is possible at any time after an attempt', () => {
    const story = inCallback(GRAVE).by(patrol).does('recordCallback', attempt).later(1);
    expect(story.tries('recordCallback', { form: 'visit', reached: true, solved: true, satisfaction: 5 })).toHaveLength(
      2,
    );
  });

  test('[CB-06] after the third it is closed as unreachable and counts as called back for nothing but the attempts', () => {
    const story = inCallback(GRAVE).by(patrol);
    for (let i = 0; i < 3; i += 1) story.later(24 * 60).does('recordCallback', attempt);
    const { complaint } = story;
    expect(complaint).toMatchObject({ state: 'closed', closeReason: 'unreachable' });
    expect(complaint.callback).toMatchObject({ attempts: 3, verdict: null });
    expect(story.all('calledBack')).toEqual([]);
    // In the figures it is a closed one, and neither called back nor solved nor satisfied.
    const figures = figuresOf(complaint, { zone: { utcOffsetMinutes: 480 }, satisfiedFrom: 4 }).map(
      ({ figure }) => figure,
    );
    expect(figures.filter((f) => f === 'calledBack' || f === 'solved' || f === 'satisfied')).toEqual([]);
    expect(figures).toContain('closed');
  });

  test('[CB-06] the attempts count anew in the next round', () => {
    const story = inCallback(GRAVE).by(patrol).does('recordCallback', attempt).later(200);
    story.does('recordCallback', { form: 'visit', reached: true, solved: false, satisfaction: 1 });
    expect(story.complaint).toMatchObject({ state: 'dispatched', round: 2, callback: null });
    expect(story.inState('callback').complaint.callback?.attempts).toBe(0);
  });
});

describe('by whom', () => {
  const both = (one: Actor & { id: Actor['id'] }): Actor => ({ ...one, posts: [...one.posts, ...patrol.posts] });
  const refusalOf = (actor: Actor, story = inCallback(GRAVE)) =>
    story.by(actor).refusal('recordCallback', { form: 'visit', reached: true, solved: true, satisfaction: 5 }).code;

  test('[CB-10] whoever handled it, in this round or an earlier one, does not call back, whatever else they are', () => {
    expect(refusalOf(both(handler))).toBe('ownWork');
    const again = inCallback(GRAVE)
      .by(patrol)
      .does('recordCallback', { form: 'visit', reached: true, solved: false, satisfaction: 1 });
    // The second round is handled by the head alone.
    again.by(head).does('signFor', { handlerId: head.id });
    again.does('recordInvestigation', { findings: '轴承', valid: true, responsibility: 'own' });
    again.does('writePlan', { measures: '换轴承', expectedAt: '2026-11-28T02:00:00.000Z' });
    again
      .by(manager)
      .does('signPlan')
      .by(head)
      .does('complete', { outcome: 'fixed', result: '已换', noPhotoReason: '夜间' });
    again.by(receptionist).does('passReview').system({ name: 'resultReached', how: 'message' });
    expect(refusalOf(both(handler), again)).toBe('ownWork');
    expect(refusalOf(both(head), again)).toBe('ownWork');
    expect(refusalOf({ ...supervisor, id: handler.id }, again)).toBe('ownWork');
  });

  test('[CB-10] the patrol, the supervisor and the manager who had no hand in it do, and nobody else', () => {
    for (const actor of [patrol, supervisor, manager, generalManager])
      expect(
        inCallback(GRAVE)
          .by(actor)
          .tries('recordCallback', { form: 'visit', reached: true, solved: true, satisfaction: 5 }),
      ).toHaveLength(2);
    for (const actor of [receptionist, head, resident]) expect(refusalOf(actor)).toBe('notAllowed');
  });

  test('[CB-10, CK-02] where nobody below may, it climbs: the manager finds it, and at last the general manager', () => {
    const story = inCallback(GRAVE);
    const keys = () => dutiesOf(story.complaint)[0]?.keys;
    expect(keys()).toEqual(['patrol@estate-1', 'patrol@*']);
    const { dueAt, laterAt } = story.clock('callback');
    const [twice = '', thrice = ''] = laterAt;
    story.at(dueAt).clockRuns();
    expect(keys()).not.toContain('manager@estate-1');
    story.at(twice).clockRuns();
    expect(keys()).toEqual(['patrol@estate-1', 'patrol@*', 'manager@estate-1', 'manager@*']);
    story.at(thrice).clockRuns();
    expect(keys()).toContain('generalManager@*');
  });
});
