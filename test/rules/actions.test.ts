/** Corrective and preventive actions, as the rulebook wants them (CA). */
import { actionDutyOf } from '../../domain/action/duties';
import { possibleActionCommands } from '../../domain/action/decide';
import { actionNeededBy } from '../../domain/action/action-source';
import { actionProjection } from '../../cloudfunctions/features/action/action-document';
import { actionOf } from '../../domain/action/evolve';
import { actionEventRow } from '../../domain/action/lifecycle';
import { mattersForActions, needsAction, whyUnneeded } from '../../domain/action/needs-action';
import { likeKeysOf, openLikeKeysOf, withinRecurrenceTime } from '../../domain/action/recurrence';
import { actionSentenceOf } from '../../domain/action/timeline';
import { calendarOf } from '../../domain/clock/calendar';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import type { ComplaintId, EstateId, HomeId, IncidentId } from '../../types/ids';
import {
  aComplaint,
  estate,
  EVERYONE,
  handler,
  head,
  headOfOrder,
  manager,
  quality,
  receptionist,
  supervisor,
} from '../support/a-complaint';
import { anAction } from '../support/an-action';
import { anEstate, type IncidentWorld } from '../support/an-incident';

const found = { findings: '轴承磨损', responsibility: 'own' } as const;

describe('which complaints need one', () => {
  test('[CA-01] valid, important or graver, our own responsibility: only all three together', () => {
    const important = () =>
      aComplaint({ filing: { keyCustomer: true } })
        .inState('investigating')
        .by(handler);
    expect(needsAction(important().complaint)).toBe(false);
    expect(needsAction(important().does('recordInvestigation', { ...found, valid: true }).complaint)).toBe(true);
    expect(needsAction(important().does('recordInvestigation', { ...found, valid: false }).complaint)).toBe(false);
    for (const responsibility of ['developer', 'external', 'resident'] as const) {
      const other = important().does('recordInvestigation', { ...found, valid: true, responsibility });
      expect(needsAction(other.complaint)).toBe(false);
    }
    const ordinary = aComplaint().inState('investigating').by(handler);
    expect(needsAction(ordinary.does('recordInvestigation', { ...found, valid: true }).complaint)).toBe(false);
  });

  test('[CA-01] also when the severity rises after the validity was recorded', () => {
    const story = aComplaint()
      .inState('investigating')
      .by(handler)
      .does('recordInvestigation', { ...found, valid: true });
    expect(needsAction(story.complaint)).toBe(false);
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-23', note: '保养脱期' });
    expect(needsAction(story.complaint)).toBe(true);
    // Each event that can bring it about keeps the complaint unsettled until the action is derived.
    for (const type of ['investigated', 'reasonAdded'] as const)
      expect(story.all(type).every(mattersForActions)).toBe(true);
  });
});

describe('from due to effective', () => {
  test("[CA-01] the owning department's head writes cause, correction, prevention, who and by when", () => {
    const story = anAction();
    expect(story.action.state).toBe('due');
    expect(actionDutyOf(story.action)).toMatchObject({
      command: 'writeAction',
      keys: ['departmentHead@dept-engineering'],
    });
    for (const other of [handler, headOfOrder, receptionist, manager, quality])
      expect(possibleActionCommands(story.action, other)).toEqual([]);
    story.written();
    expect(story.action).toMatchObject({
      state: 'running',
      plan: { cause: '轴承超期未更换', correction: '更换轴承', prevention: '列入半年保养计划' },
      inCharge: { id: handler.id, name: '王强' },
    });
    expect(story.all('written')[0]?.by).toMatchObject({ personId: head.id, role: 'departmentHead' });
  });

  test('[CA-01] a planned date in the past, or somebody of another department, is refused at its field', () => {
    const report = { cause: '轴承磨损', correction: '更换', prevention: '保养', inChargeId: handler.id };
    const story = anAction().by(head);
    expect(story.refusal('writeAction', { ...report, plannedAt: story.now }).fields).toHaveProperty('plannedAt');
    const plannedAt = '2026-12-01T02:00:00.000Z';
    expect(story.refusal('writeAction', { ...report, inChargeId: manager.id, plannedAt }).fields).toHaveProperty(
      'inChargeId',
    );
  });

  test('[CA-01] writing it has a time; not written, the head is warned and then those above hear of it, once each', () => {
    const story = anAction();
    // Friday 10:00 and 3 working days → Wednesday 24:00.
    expect(story.clock('actionPlan').dueAt).toBe('2026-11-25T16:00:00.000Z');
    story.at('2026-11-25T16:00:01.000Z').clockRuns().clockRuns();
    expect(story.all('clockWarned')).toHaveLength(1);
    expect(story.all('clockMissed')).toMatchObject([{ data: { clock: 'actionPlan', level: 1 } }]);
  });

  test('[CA-01] the planned date is a clock: missed, it escalates, and reporting done stops it', () => {
    const late = anAction().written();
    expect(late.clock('actionMeasures').dueAt).toBe(late.action.plan?.plannedAt);
    late.at('2026-11-28T02:00:00.000Z').clockRuns();
    expect(late.all('clockMissed')).toMatchObject([{ data: { clock: 'actionMeasures', level: 1 } }]);
    expect(anAction().reported().clock('actionMeasures').stoppedAt).toBeDefined();
  });

  test('[CA-02] reported done, the desk or quality has 5 working days to verify the effect', () => {
    const story = anAction().reported();
    expect(story.action.state).toBe('verifying');
    // Friday 11:00 → Friday 24:00 a week later.
    expect(story.clock('verification').dueAt).toBe('2026-11-27T16:00:00.000Z');
    for (const who of [receptionist, supervisor, quality])
      expect(possibleActionCommands(story.action, who)).toEqual(['confirmEffect', 'denyEffect']);
    for (const who of EVERYONE.filter((person) => ![receptionist, supervisor, quality].includes(person)))
      expect(possibleActionCommands(story.action, who)).toEqual([]);
    story.by(quality).does('confirmEffect', { findings: '现场运行平稳' });
    expect(story.action).toMatchObject({ state: 'effective', effectiveAt: story.now });
    expect(actionDutyOf(story.action)).toBeNull();
    expect(story.action.clocks.every((c) => c.stoppedAt !== undefined)).toBe(true);
  });

  test('[CA-02] nobody verifies their own work, whatever posts they hold', () => {
    const both = { ...head, posts: [...head.posts, ...receptionist.posts] };
    const story = anAction().reported();
    expect(story.by(both).refusal('confirmEffect', { findings: '我看有效' }).code).toBe('ownWork');
    expect(story.by(both).refusal('denyEffect', { findings: '我看无效' }).code).toBe('ownWork');
    const inCharge = { ...handler, posts: [...handler.posts, ...supervisor.posts] };
    expect(story.by(inCharge).refusal('confirmEffect', { findings: '我看有效' }).code).toBe('ownWork');
  });

  test('[CA-03] not effective, it starts again in the next round, until it is proved effective', () => {
    const story = anAction().reported().by(receptionist).does('denyEffect', { findings: '三天后又异响' });
    expect(story.action).toMatchObject({ state: 'due', round: 2, plan: null, inCharge: null, done: null });
    expect(story.clock('actionPlan')).toMatchObject({ round: 2 });
    expect(story.clock('actionPlan').stoppedAt).toBeUndefined();
    expect(story.clock('verification').stoppedAt).toBeDefined();
    story.later(60).effective();
    expect(story.action).toMatchObject({ state: 'effective', round: 2 });
    expect(story.action.verifications.map(({ round, effective }) => [round, effective])).toEqual([
      [1, false],
      [2, true],
    ]);
    // Those of the first round don't verify in the second either.
    expect(story.action.workedBy).toEqual(expect.arrayContaining([head.id, handler.id]));
  });

  const inAWeek = '2026-11-27T02:00:00.000Z';
  const inTwoWeeks = '2026-12-04T02:00:00.000Z';

  test('[CA-01, HD-05] the planned date is postponed with a reason, by the one in charge or the head, and quality hears of it', () => {
    const story = anAction().written();
    const later = { reason: '配件下周才到', plannedAt: inTwoWeeks };
    expect(story.by(receptionist).refusal('postponeAction', later).code).toBe('notAllowed');
    story.by(handler);
    expect(story.refusal('postponeAction', { ...later, plannedAt: inAWeek }).fields).toEqual({
      plannedAt: '时间要晚于原计划',
    });
    expect(story.refusal('postponeAction', { ...later, plannedAt: '2026-11-19T02:00:00.000Z' }).code).toBe('badInput');
    story.does('postponeAction', later);
    expect(story.action.plan).toMatchObject({
      plannedAt: inTwoWeeks,
      postponements: [{ from: inAWeek, overdue: false }],
    });
    expect(story.action.clocks.filter(({ kind }) => kind === 'actionMeasures')).toHaveLength(1);
    expect(story.clock('actionMeasures').dueAt).toBe(inTwoWeeks);
    expect(actionEventRow('postponed').tells).toEqual([{ audience: 'quality', template: 'newWork' }]);
  });

  test('[CA-01, HD-05] postponed after the planned date it counts as overdue: the miss stands, a new time begins', () => {
    const story = anAction().written().at('2026-11-27T03:00:00.000Z').clockRuns();
    story.by(head).does('postponeAction', { reason: '厂家改期', plannedAt: inTwoWeeks });
    expect(story.action.plan?.postponements).toMatchObject([{ overdue: true }]);
    const [missed, running] = story.action.clocks.filter(({ kind }) => kind === 'actionMeasures');
    expect(missed).toMatchObject({ dueAt: inAWeek, stoppedAt: story.now });
    expect(running).toMatchObject({ startedAt: story.now, dueAt: inTwoWeeks });
  });

  const unneeded = { name: 'reviseNeed', need: { needed: false, why: '查明投诉不属实' } } as const;
  const needed = (reopenedAt: string | null) =>
    ({ name: 'reviseNeed', need: { needed: true, why: '查明仍属实', reopenedAt } }) as const;

  test('[CA-01] when its complaint turns out not to be valid, quality – and nobody else – may drop it, with a reason', () => {
    const story = anAction().written();
    expect(story.by(quality).refusal('dropAction', { reason: '不属实' }).code).toBe('notInThisState');
    story.system(unneeded);
    expect(story.system(unneeded).all('foundUnneeded')).toHaveLength(1);
    const may = EVERYONE.filter((person) => possibleActionCommands(story.action, person).includes('dropAction'));
    expect(may).toEqual([quality]);
    expect(actionDutyOf(story.action)?.command).toBe('reportActionDone'); // until it is dropped the work goes on
    story.by(quality).does('dropAction', { reason: '复查不属实' });
    expect(story.action).toMatchObject({ state: 'dropped', dropped: { reason: '复查不属实' } });
    expect(actionDutyOf(story.action)).toBeNull();
    expect(story.action.clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
  });

  test('[CA-01] found valid again before it is dropped it just goes on; after it was dropped it starts again', () => {
    const story = anAction().written().system(unneeded).system(needed(null));
    expect(story.by(quality).refusal('dropAction', { reason: '不属实' }).code).toBe('notInThisState');
    expect(story.action).toMatchObject({ state: 'running', round: 1 });
    story.system(unneeded).by(quality).does('dropAction', { reason: '复查不属实' }).system(needed(null));
    expect(story.action).toMatchObject({ state: 'due', round: 2, plan: null, dropped: null, unneeded: null });
    expect(story.clock('actionPlan')).toMatchObject({ round: 2, startedAt: story.now });
  });

  test('[CA-01] an incident needs it, whatever one of its complaints turned out to be', () => {
    const story = anAction().written();
    const source = { kind: 'incident', id: 'i1' as IncidentId, number: 'CH-261120-0001' } as const;
    story.system({ name: 'noteAlsoNeeded', source, why: '雷同事件，3 起' });
    expect(story.system(unneeded).action.unneeded).toBeNull();
  });

  test('[CA-03] what it had settled came back: a complaint reopened and found valid again starts the next round', () => {
    const story = anAction().effective();
    const effectiveAt = story.action.effectiveAt ?? '';
    // An effect that was proved after the reopening was proved of what came back.
    expect(story.later(60).system(needed('2026-11-20T01:00:00.000Z')).action.state).toBe('effective');
    expect(story.system(needed(null)).action.state).toBe('effective');
    story.system(needed(new Date(Date.parse(effectiveAt) + 60_000).toISOString()));
    expect(story.action).toMatchObject({ state: 'due', round: 2, plan: null, effectiveAt: null });
    expect(story.action.verifications).toHaveLength(1);
    expect(actionDutyOf(story.action)?.command).toBe('writeAction');
    // Of an action that is open nothing changes.
    expect(story.system(needed(story.now)).action.round).toBe(2);
    expect(story.reported().later(60).by(receptionist).does('confirmEffect', { findings: '平稳' }).action.round).toBe(
      2,
    );
  });

  test('[CA-01] why a complaint needs none, once somebody has looked into it', () => {
    const story = () =>
      aComplaint({ filing: { keyCustomer: true } })
        .inState('investigating')
        .by(handler);
    const why = (result: { valid?: boolean; responsibility?: 'developer' }) =>
      whyUnneeded(story().does('recordInvestigation', { ...found, valid: true, ...result }).complaint);
    expect(whyUnneeded(story().complaint)).toBeNull(); // nobody has found anything
    expect(why({})).toBeNull();
    expect(why({ valid: false })).toBe('查明投诉不属实');
    expect(why({ responsibility: 'developer' })).toBe('查明属于二类·开发商遗留');
    const fallen = story().does('recordInvestigation', { ...found, valid: true });
    fallen.by(supervisor).does('strikeSeverityReason', { reason: 'SV-24', note: '登记有误' });
    expect(whyUnneeded(fallen.complaint)).toBe('级别已不是重要及以上');
    const unfounded = story().does('recordInvestigation', { ...found, valid: true });
    unfounded.inState('handling').by(handler);
    unfounded.does('complete', { outcome: 'unfounded', result: '未见异常', explanation: '三次到场均未见异常' });
    expect(whyUnneeded(unfounded.complaint)).toBe('经查不属实');
    for (const type of ['investigated', 'reasonStruck', 'reviewPassed'] as const)
      expect(mattersForActions({ type })).toBe(true);
  });

  test('every open state has somebody whose turn it is, and every event says what happened', () => {
    for (const story of [anAction(), anAction().written(), anAction().reported()])
      expect(actionDutyOf(story.action)?.keys).not.toHaveLength(0);
    const whole = anAction().effective();
    expect(actionOf(whole.action.events)).toEqual(whole.action);
    for (const event of whole.action.events)
      expect(actionSentenceOf(event, calendarOf(DEFAULT_POLICY), whole.now).title).not.toBe('');
  });
});

describe('a leading complaint and its incident', () => {
  /** The leading complaint, up to the finding that makes an action necessary. */
  const led = (world: IncidentWorld, opens: 'before' | 'after') => {
    world.complaint('A');
    const story = world.story('A').by(supervisor).does('addSeverityReason', { reason: 'SV-23', note: '保养漏项' });
    if (opens === 'before') world.opened('A');
    story.inState('investigating').by(handler).does('recordInvestigation', VALID);
    if (opens === 'after') world.opened('A');
    return story.complaint;
  };
  const VALID = { findings: '保养漏项', valid: true, responsibility: 'own' } as const;

  test('[CA-01] what a complaint needs while it leads an incident is the incident’s action, not another', () => {
    const complaint = led(anEstate(), 'before');
    expect(actionNeededBy(complaint)?.source).toMatchObject({ kind: 'incident', id: complaint.incident?.id });
  });

  test('[CA-01] what it needed before it led one stays its own, whatever comes of it', () => {
    const world = anEstate();
    const complaint = led(world, 'after');
    expect(complaint.incident?.leads).toBe(true);
    expect(actionNeededBy(complaint)?.source).toMatchObject({ kind: 'complaint', id: complaint.id });
    world.story('A').by(supervisor).does('leaveIncident', { reason: '不是同一件' });
    expect(actionNeededBy(world.story('A').complaint)?.source.kind).toBe('complaint');
    world.complaint('B');
    expect(actionNeededBy(world.story('B').complaint)).toBeNull();
  });

  test('[CA-01] both are named on the one action, each once', () => {
    const also = { kind: 'incident', id: 'i1' as IncidentId, number: 'CH-261120-0001' } as const;
    const story = anAction();
    const command = { name: 'noteAlsoNeeded', source: also, why: '雷同事件，3 起' } as const;
    story
      .system(command)
      .system(command)
      .system({ ...command, source: story.action.source });
    expect(story.action.also).toEqual([also]);
    expect(actionProjection(story.action).concernsIds).toEqual(['c1', 'i1']);
  });
});

describe('recurrence', () => {
  test('[IN-09] [CA-04] a shared place tells nothing of a home; a home, a room, or neither does', () => {
    const place = { building: '', unit: '', room: '', area: '3栋电梯' };
    const like = { estateId: estate.id, category: 'lift', placeText: '3栋电梯', homeId: 'h1' as HomeId } as const;
    expect(openLikeKeysOf({ ...like, place })).toEqual(likeKeysOf({ ...like, homeId: null }));
    const home = { homeId: 'h1' as HomeId, building: '', unit: '', room: '', area: '' };
    expect(openLikeKeysOf({ ...like, placeText: '3栋2单元501', place: home })).toEqual([]);
    expect(openLikeKeysOf({ ...like, placeText: '3栋501', place: { ...place, building: '3', room: '501' } })).toEqual(
      [],
    );
  });

  const lift = { estateId: estate.id, category: 'lift', placeText: '3栋电梯', homeId: 'h1' as HomeId } as const;
  const alike = (other: Partial<Parameters<typeof likeKeysOf>[0]>) =>
    likeKeysOf({ ...lift, ...other }).some((key) => likeKeysOf(lift).includes(key));

  test('[CA-04] alike is the same category at the same place or home, in the same estate', () => {
    expect(alike({ homeId: 'h2' as HomeId })).toBe(true);
    expect(alike({ homeId: null, placeText: '3 栋 电梯' })).toBe(true);
    expect(alike({ placeText: '门厅' })).toBe(true);
    expect(alike({ category: 'noise' })).toBe(false);
    expect(alike({ placeText: '5栋电梯', homeId: 'h2' as HomeId })).toBe(false);
    expect(alike({ estateId: 'other' as EstateId })).toBe(false);
    expect(likeKeysOf({ ...lift, placeText: ' ', homeId: null })).toEqual([]);
  });

  test('[CA-04] within 90 days of “effective”, to the end of the day; not before, not later', () => {
    const calendar = calendarOf(DEFAULT_POLICY);
    const within = (filedAt: string) =>
      withinRecurrenceTime('2026-11-20T02:00:00.000Z', filedAt, DEFAULT_POLICY, calendar);
    expect(within('2026-11-20T01:59:59.000Z')).toBe(false);
    expect(within('2026-11-20T02:00:00.000Z')).toBe(true);
    expect(within('2027-02-18T15:00:00.000Z')).toBe(true);
    expect(within('2027-02-19T02:00:00.000Z')).toBe(false);
  });

  test('[CA-04] it is noted once per complaint, on an action that had been proved effective', () => {
    const recurrence = {
      complaintId: 'c2' as ComplaintId,
      number: 'CH-261221-0003',
      filedAt: '2026-12-21T02:00:00.000Z',
      placeText: '3栋电梯',
      byHome: false,
    };
    const story = anAction().effective().at('2026-12-21T02:01:00.000Z');
    story.system({ name: 'noteRecurrence', recurrence }).system({ name: 'noteRecurrence', recurrence });
    expect(story.action.recurrences).toMatchObject([{ complaintId: 'c2', number: 'CH-261221-0003' }]);
    expect(story.action.state).toBe('effective');
    expect(() => anAction().system({ name: 'noteRecurrence', recurrence })).toThrow();
  });
});
