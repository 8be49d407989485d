/** The clocks that run on a complaint: dispatch, signing, expected time (CK-02…CK-09, DP-01, DP-05). */
import { toldAt } from '../../domain/clock/ladder';
import { nextDueAt } from '../../domain/complaint/clocks';
import { dutiesFor, dutiesOf } from '../../domain/complaint/duties';
import { eventRow } from '../../domain/complaint/lifecycle';
import { noticesOf } from '../../domain/notice/notices';
import {
  aComplaint,
  engineering,
  FRIDAY_10,
  handler,
  head,
  manager,
  patrol,
  photoAfter,
  receptionist,
  supervisor,
} from '../support/a-complaint';

const levels = (story: ReturnType<typeof aComplaint>, clock: string) =>
  story.complaint.events.flatMap((e) =>
    (e.type === 'clockWarned' || e.type === 'clockMissed') && e.data.clock === clock ? [[e.type, e.data.level]] : [],
  );

describe('clocks of a complaint', () => {
  test('[DP-01, CK-03] dispatch is due 10 minutes after filing, warned at 8', () => {
    const story = aComplaint();
    expect(story.clock('dispatch').dueAt).toBe('2026-11-20T02:10:00.000Z'); // Fri 10:00 + 10 min
    story.later(7).clockRuns();
    expect(levels(story, 'dispatch')).toEqual([]);
    story.later(1).clockRuns();
    expect(levels(story, 'dispatch')).toEqual([['clockWarned', 0]]);
    story.later(2).clockRuns();
    expect(levels(story, 'dispatch')).toEqual([
      ['clockWarned', 0],
      ['clockMissed', 1],
    ]);
  });

  test('[CK-09] each warning and each miss is recorded once, however often the clock runs', () => {
    const story = aComplaint().later(10);
    for (let i = 0; i < 5; i += 1) story.clockRuns();
    expect(levels(story, 'dispatch')).toEqual([
      ['clockWarned', 0],
      ['clockMissed', 1],
    ]);
  });

  test('[CK-02] each further 100 % goes one level higher, up to the general manager', () => {
    const story = aComplaint().later(60).clockRuns();
    expect(levels(story, 'dispatch').map(([, level]) => level)).toEqual([0, 1, 2, 3]);
  });

  test('[CK-07] what elapsed while the system was down is handled once, with the true time', () => {
    const story = aComplaint()
      .later(3 * 24 * 60)
      .clockRuns();
    const missed = story.all('clockMissed').filter((e) => e.data.clock === 'dispatch');
    expect(missed[0]?.data).toMatchObject({
      level: 1,
      dueAt: '2026-11-20T02:10:00.000Z',
      trueAt: '2026-11-20T02:10:00.000Z',
    });
    expect(missed[0]?.at).toBe(story.now);
  });

  test('[CK-09] a word of the resident does not restart a clock', () => {
    const story = aComplaint();
    const due = story.clock('dispatch').dueAt;
    story.later(5).by(receptionist).does('addWords', { text: '又打来一次' });
    expect(story.clock('dispatch').dueAt).toBe(due);
  });

  test('[DP-05] signing is due 30 minutes of service hours after dispatch', () => {
    const story = aComplaint().inState('dispatched');
    expect(story.clock('signing').dueAt).toBe('2026-11-20T02:31:00.000Z'); // Fri 10:01 + 30 min
    const evening = aComplaint({ at: '2026-11-20T12:50:00.000Z' }).inState('dispatched'); // Fri 20:51, closes 21:00
    expect(evening.clock('signing').dueAt).toBe('2026-11-21T00:51:00.000Z'); // 9 min on Fri, 21 min on Sat from 08:30
  });

  test('[CK-03] the plan is due at its expected time and stops with the completion', () => {
    const story = aComplaint().inState('handling');
    expect(story.clock('plan').dueAt).toBe(story.complaint.plan?.expectedAt);
    story.by(handler).does('complete', { outcome: 'fixed', result: '已修好', photos: [photoAfter] });
    expect(story.clock('plan').stoppedAt).toBe(story.now);
  });

  test('[CK-02, RV-01] the result waits for its review on a clock of the desk, from completing to passing or sending back', () => {
    const story = aComplaint().inState('reviewing');
    expect(story.clock('review')).toMatchObject({
      startedAt: story.now,
      dueAt: new Date(Date.parse(story.now) + 2 * 3_600_000).toISOString(), // two hours of service, all on Friday
    });
    expect(dutiesOf(story.complaint)[0]).toMatchObject({ command: 'passReview', clock: 'review' });
    const reached = [0, 1, 2, 3].map((level) => toldAt('review', level, () => [head.id])?.post.role);
    expect(reached).toEqual(['receptionist', 'supervisor', 'manager', 'generalManager']);
    // The promised time runs on: it is unresolved until its resident was told.
    expect(story.clock('resolution').stoppedAt).toBeUndefined();
    story.later(5).by(receptionist).does('sendBack', { reason: '照片看不清' });
    expect(story.clock('review').stoppedAt).toBe(story.now);
    story
      .later(5)
      .by(handler)
      .does('complete', { outcome: 'fixed', result: '已补照片', photos: [photoAfter] });
    expect(story.clock('review').stoppedAt).toBeUndefined();
    expect(story.later(5).by(receptionist).does('passReview').clock('review').stoppedAt).toBe(story.now);
  });

  test('[CK-02, RV-01] what nobody reviews climbs to the manager, then the general manager, who find it among their duties', () => {
    const story = aComplaint().inState('reviewing');
    const finds = (role: string) =>
      dutiesOf(story.complaint)[0]?.keys.some((key) => key.startsWith(`${role}@`)) === true;
    story.later(2 * 60).clockRuns();
    expect([finds('supervisor'), finds('manager'), finds('generalManager')]).toEqual([true, false, false]);
    story.later(2 * 60).clockRuns();
    expect([finds('manager'), finds('generalManager')]).toEqual([true, false]);
    story.later(2 * 60).clockRuns();
    expect([finds('manager'), finds('generalManager')]).toEqual([true, true]);
    expect(levels(story, 'review').map(([, level]) => level)).toEqual([0, 1, 2, 3]);
  });

  const planned = (beginning: Parameters<typeof aComplaint>[0]) => {
    const story = aComplaint(beginning).inState('investigating').later(1).by(handler);
    return story
      .does('recordInvestigation', { findings: '轴承磨损', valid: true, responsibility: 'own' })
      .does('writePlan', { measures: '更换轴承', expectedAt: '2026-11-21T09:00:00.000Z' });
  };
  const important = { filing: { groupSize: 3 } };

  test('[CK-02, HD-02] a plan waits for its signature on a clock of the manager, until it is signed or returned', () => {
    const story = planned(important);
    expect(story.clock('planSignature')).toMatchObject({
      startedAt: story.now,
      dueAt: new Date(Date.parse(story.now) + 4 * 3_600_000).toISOString(), // four hours of service
    });
    expect(dutiesOf(story.complaint)[0]).toMatchObject({
      command: 'signPlan',
      clock: 'planSignature',
      keys: [`manager@${story.complaint.estateId}`, 'manager@*'],
    });
    expect(toldAt('planSignature', 1, () => [head.id])?.post.role).toBe('generalManager');
    story.later(4 * 60).clockRuns();
    expect(dutiesOf(story.complaint)[0]?.keys).toContain('generalManager@*');
    story.by(manager).does('returnPlan', { reason: '没有写安全措施' });
    expect(story.clock('planSignature').stoppedAt).toBe(story.now);
    story.later(5).by(handler).does('writePlan', { measures: '停梯更换轴承', expectedAt: '2026-11-21T09:00:00.000Z' });
    expect(story.clock('planSignature')).toMatchObject({ startedAt: story.now });
    expect(story.later(5).by(manager).does('signPlan').clock('planSignature').stoppedAt).toBe(story.now);
    expect(planned({}).complaint.clocks.map(({ kind }) => kind)).not.toContain('planSignature');
  });

  test('[CK-05, HD-02] waiting for the resident pauses the promised time, not the manager who has to sign', () => {
    const story = planned(important).later(5).by(handler).does('pauseForResident', { reason: '约定上门时间' });
    expect(story.clock('planSignature').pauses).toEqual([]);
    expect(story.clock('resolution').pauses).toHaveLength(1);
  });

  test('[CK-06] a key customer’s plan is signed and result reviewed in half the time', () => {
    const key = { filing: { keyCustomer: true } };
    const minutes = (clock: { startedAt: string; dueAt: string }) =>
      (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 60_000;
    expect(minutes(planned(key).clock('planSignature'))).toBe(120);
    expect(minutes(aComplaint(key).inState('reviewing').clock('review'))).toBe(60);
  });

  test('[HD-08, CK-03] work that is done on site has its form due the same day, chased up the department', () => {
    const story = aComplaint().inState('handling').by(handler).does('reportWorkDone', { text: '轴承已换好' });
    expect(story.clock('plan').stoppedAt).toBe(story.now);
    expect(story.clock('completion').dueAt).toBe('2026-11-20T16:00:00.000Z'); // Fri 24:00
    expect(dutiesOf(story.complaint)[0]).toMatchObject({ command: 'complete', clock: 'completion' });
    expect(story.refusal('reportWorkDone').code).toBe('notInThisState');
    const doneAt = story.now;
    story.at('2026-11-20T16:00:00.000Z').clockRuns();
    expect(levels(story, 'completion')).toEqual([
      ['clockWarned', 0],
      ['clockMissed', 1],
    ]);
    expect(toldAt('completion', 1, () => [head.id])?.post.role).toBe('departmentHead');
    story
      .later(60)
      .by(handler)
      .does('complete', { outcome: 'fixed', result: '已换轴承', photos: [photoAfter] });
    expect(story.complaint.result?.doneAt).toBe(doneAt);
    expect(story.clock('completion').stoppedAt).toBe(story.now);
  });

  test('[HD-08, CK-07] a form filled in on a later day is a miss of that day, also when nobody had said that it was done', () => {
    const completed = (doneAt?: string) => {
      const story = aComplaint().inState('handling').at('2026-11-21T02:00:00.000Z').by(handler); // Sat 10:00
      const result = { outcome: 'fixed' as const, result: '已换轴承', photos: [photoAfter] };
      return story.does('complete', doneAt === undefined ? result : { ...result, doneAt }).clockRuns();
    };
    const late = completed('2026-11-20T08:00:00.000Z'); // done on Fri 16:00
    const missed = late.all('clockMissed').filter((e) => e.data.clock === 'completion');
    expect(missed.map(({ data }) => data)).toMatchObject([
      { level: 1, trueAt: '2026-11-20T16:00:00.000Z' },
      { level: 2, trueAt: '2026-11-21T00:00:00.000Z' },
    ]);
    expect(levels(completed(), 'completion')).toEqual([]);
    // Sent back for its form, the work is not done a second time.
    late.by(receptionist).does('sendBack', { reason: '照片看不清' }).later(10).by(handler);
    late.does('complete', {
      outcome: 'fixed',
      result: '已换轴承',
      photos: [photoAfter],
      doneAt: '2026-11-20T08:00:00.000Z',
    });
    expect(late.clockRuns().complaint.clocks.filter(({ kind }) => kind === 'completion')).toHaveLength(1);
    expect(levels(late, 'completion')).toHaveLength(2);
  });

  const TWO_DAYS = '2026-11-22T16:00:00.000Z'; // Fri → Sun 24:00
  test.each([
    ['no wish', null, TWO_DAYS],
    ['a wish for later holds', '2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['a wish for sooner is no promise yet', '2026-11-20T10:00:00.000Z', TWO_DAYS],
    ['nor is one for in five minutes', '2026-11-20T02:05:00.000Z', TWO_DAYS],
    ['a time that lay before the filing counts for nothing', '2026-11-19T10:00:00.000Z', TWO_DAYS],
  ])('[HD-06] ordinary is resolved within 2 days or by the time the resident asked for: %s', (_words, wishBy, due) => {
    expect(aComplaint({ filing: { wishBy } }).clock('resolution').dueAt).toBe(due);
  });

  test('[HD-06] a wish for sooner is agreed to by a plan that promises it; by one for later it is not', () => {
    const planned = (expectedAt: string) =>
      aComplaint({ filing: { wishBy: '2026-11-21T10:00:00.000Z' } })
        .inState('investigating')
        .by(handler)
        .does('recordInvestigation', { findings: '轴承磨损', valid: true, responsibility: 'own' })
        .does('writePlan', { measures: '更换轴承', expectedAt })
        .clock('resolution');
    expect(planned('2026-11-21T09:00:00.000Z')).toMatchObject({
      dueAt: '2026-11-21T10:00:00.000Z',
      startedAt: FRIDAY_10,
    });
    expect(planned('2026-11-22T09:00:00.000Z').dueAt).toBe(TWO_DAYS);
  });

  test('[CK-06] a key customer has half the time', () => {
    const story = aComplaint({ filing: { keyCustomer: true } });
    expect(story.clock('dispatch').dueAt).toBe('2026-11-20T02:05:00.000Z'); // Fri 10:00 + 5 min
    expect(story.clock('resolution').dueAt).toBe('2026-11-21T16:00:00.000Z'); // 1 day → Sat 24:00
    expect(story.inState('dispatched').clock('signing').dueAt).toBe('2026-11-20T02:16:00.000Z'); // Fri 10:01 + 15 min
  });

  test('[CK-06] who turns out to be a key customer later loses none of the time that has run', () => {
    const story = aComplaint().inState('dispatched').later(10);
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-24', note: '物业费大户' });
    expect(story.clock('signing')).toMatchObject({
      startedAt: '2026-11-20T02:01:00.000Z',
      dueAt: '2026-11-20T02:16:00.000Z',
    });
  });

  test('[RG-01] what somebody outside the desk heard is registered within 24 hours of receipt, confirmed within 10 minutes', () => {
    const heard = aComplaint({ confirmed: false, filing: { firstContact: { personId: patrol.id, name: '刘' } } });
    expect(heard.clock('record').dueAt).toBe('2026-11-20T02:10:00.000Z');
    expect(heard.clock('registration').dueAt).toBe('2026-11-21T02:00:00.000Z');
    heard.later(11).clockRuns();
    expect(levels(heard, 'record')).toEqual([
      ['clockWarned', 0],
      ['clockMissed', 1],
    ]);
    heard.by(receptionist).does('confirmRecord');
    expect(heard.clock('registration').stoppedAt).toBe(heard.now);
    expect(aComplaint().complaint.clocks.map((c) => c.kind)).not.toContain('registration');
  });

  test('[CK-02, DP-05] whom each level of the signing clock reaches: the head, then the supervisor, and on up', () => {
    const reached = [0, 1, 2, 3].map((level) => toldAt('signing', level, () => [head.id])?.post.role);
    expect(reached).toEqual(['departmentHead', 'supervisor', 'manager', 'generalManager']);
    const story = aComplaint().inState('dispatched').later(30).clockRuns();
    expect(levels(story, 'signing')).toEqual([
      ['clockWarned', 0],
      ['clockMissed', 1],
    ]);
    const missed = story.all('clockMissed').find((e) => e.data.clock === 'signing');
    expect(missed && noticesOf(eventRow(missed.type), story.complaint)).toEqual([
      { audience: 'mustAct', template: 'overdue' },
      { audience: 'ladder', template: 'escalation' },
    ]);
    expect(dutiesFor(story.complaint, { kind: 'signing' }).flatMap((d) => d.keys)).toEqual([
      `departmentHead@${engineering}`,
    ]);
  });

  test('[IF-01, CB-02] told the same day; important called back within 1 working day, ordinary within 3', () => {
    expect(aComplaint().inState('informing').clock('inform').dueAt).toBe('2026-11-20T16:00:00.000Z'); // Fri 24:00
    expect(aComplaint().inState('callback').clock('callback').dueAt).toBe('2026-11-25T16:00:00.000Z'); // Fri + 3 working days → Wed 24:00
    expect(
      aComplaint({ filing: { groupSize: 3 } })
        .inState('callback')
        .clock('callback').dueAt,
    ).toBe('2026-11-23T16:00:00.000Z'); // → Mon 24:00
  });

  test('[CK-08] the timer is asked to look exactly when the next level comes due', () => {
    const story = aComplaint();
    expect(nextDueAt(story.complaint)).toBe('2026-11-20T02:08:00.000Z');
    story.later(8).clockRuns();
    expect(nextDueAt(story.complaint)).toBe('2026-11-20T02:10:00.000Z');
    expect(nextDueAt(aComplaint().notDrawn().inState('closed').complaint)).toBeNull();
    expect(FRIDAY_10 < (nextDueAt(aComplaint().complaint) ?? '')).toBe(true);
  });

  test('[CK-02] a clock that was met fires nothing afterwards', () => {
    const story = aComplaint().inState('dispatched').later(5).by(head).does('signFor').later(600).clockRuns();
    expect(levels(story, 'signing')).toEqual([]);
  });
});
