/** The complaint's way from filing to closing, as the rulebook wants it (RG, DP, HD, RV, IF, CB, SV). */
import { possibleCommands } from '../../domain/complaint/decide';
import { isUrgent } from '../../domain/complaint/danger-to-life';
import { dutiesOf } from '../../domain/complaint/duties';
import { complaintOf } from '../../domain/complaint/evolve';
import { commandRow, eventRow } from '../../domain/complaint/lifecycle';
import { struckBy } from '../../domain/complaint/struck-entries';
import { passedCompletions, residentSentenceOf, sentenceOf } from '../../domain/complaint/timeline';
import { noticesOf } from '../../domain/notice/notices';
import { COMMAND_NAMES } from '../../types/commands';
import { Refusal } from '../../types/errors';
import type { PhotoId } from '../../types/ids';
import { OPEN_STATES, STATES, type State } from '../../types/vocabulary';
import {
  generalManager,
  aComplaint,
  aProposal,
  EVERYONE,
  engineering,
  FRIDAY_10,
  handler,
  head,
  headOfOrder,
  manager,
  neighbour,
  patrol,
  photoAfter,
  receptionist,
  resident,
  supervisor,
  withSignal,
} from '../support/a-complaint';

const dispatchInput = {
  kind: 'complaint',
  category: 'lift',
  responsibility: 'own',
  departmentId: engineering,
} as const;

describe('registration and dispatch', () => {
  test("[RG-01] a resident's own complaint is registered at once", () => {
    expect(aComplaint().complaint.state).toBe('registered');
  });

  test('[IN-02] what somebody outside the desk recorded waits for its confirmation, the first-contact person stays on it', () => {
    const story = aComplaint({
      confirmed: false,
      filing: { channel: 'onSite', firstContact: { personId: handler.id, name: '王强' } },
    });
    expect(story.complaint.state).toBe('received');
    expect(story.by(head).refusal('confirmRecord').code).toBe('notAllowed');
    story.by(receptionist).does('confirmRecord');
    expect(story.complaint.state).toBe('registered');
    expect(story.complaint.firstContact).toEqual({ personId: handler.id, name: '王强', confirmed: true });
  });

  test('[RG-03] correcting the proposal stands in the record; accepting it does not count as a correction', () => {
    expect(
      aComplaint()
        .by(receptionist)
        .does('dispatch', { ...dispatchInput, category: 'noise' })
        .all('classified')[0]?.data.corrected,
    ).toBe(true);
    expect(aComplaint().by(receptionist).does('dispatch', dispatchInput).all('classified')[0]?.data.corrected).toBe(
      false,
    );
  });

  test('[DP-01] dispatching reaches the department, signing for it is on record with who and when', () => {
    const story = aComplaint()
      .by(receptionist)
      .does('dispatch', dispatchInput)
      .later(5)
      .by(head)
      .does('signFor', { handlerId: handler.id });
    const [signed] = story.all('signedFor');
    expect(signed?.by).toMatchObject({ personId: head.id, role: 'departmentHead' });
    expect(signed?.at).toBe(story.now);
    expect(story.complaint).toMatchObject({
      state: 'investigating',
      departmentName: '工程维修部',
      handlerName: '王强',
    });
  });

  test("[DP-01] another department's head can't sign for it", () => {
    expect(aComplaint().inState('dispatched').by(headOfOrder).refusal('signFor').code).toBe('notAllowed');
  });

  test('[RG-02] sure enough, it is dispatched by itself; also once the desk has confirmed the record', () => {
    const sure = aProposal({ category: { value: 'lift', confidence: 0.95, runnerUp: 'facility' } });
    expect(aComplaint({ proposal: sure }).complaint).toMatchObject({
      state: 'dispatched',
      departmentName: '工程维修部',
    });
    const recorded = aComplaint({
      proposal: sure,
      confirmed: false,
      filing: { firstContact: { personId: patrol.id, name: '刘' } },
    });
    expect(recorded.complaint.state).toBe('received');
    recorded.by(receptionist).does('confirmRecord');
    expect(recorded.complaint.state).toBe('dispatched');
    expect(recorded.all('dispatched')[0]?.by.role).toBe('system');
    const otherKind = aProposal({
      category: sure.category,
      kind: { value: 'praise', confidence: 0.95, runnerUp: 'complaint' },
    });
    expect(aComplaint({ proposal: otherKind }).complaint.state).toBe('registered');
  });

  test('[DP-03] a department gives it back with a reason and the desk is on its dispatch clock again', () => {
    const story = aComplaint().inState('dispatched').by(head).does('returnToDesk', { reason: '属于秩序部' });
    expect(story.complaint).toMatchObject({ state: 'registered', departmentId: null, returns: 1 });
    expect(story.clock('dispatch').stoppedAt).toBeUndefined();
    expect(story.clock('signing').stoppedAt).toBeDefined();
  });

  test('[HD-01] only somebody of the department can be named as handler', () => {
    expect(
      aComplaint().inState('dispatched').by(head).refusal('signFor', { handlerId: patrol.id }).fields,
    ).toHaveProperty('handlerId');
  });
});

describe('danger to life', () => {
  const trapped = { description: '三栋电梯困人了，老人在里面出不来' };

  test('[IN-12] it rings the desk, its supervisor and the patrol at once, and the dispatch clock is due at once', () => {
    const story = aComplaint({ filing: trapped });
    const [rung] = story.all('dangerReported');
    expect(rung?.data.dangers).toEqual(['trapped']);
    expect(rung && noticesOf(eventRow(rung.type), story.complaint).map((n) => n.audience)).toEqual(
      expect.arrayContaining(['serviceDesk', 'patrol']),
    );
    expect(Date.parse(story.clock('dispatch').dueAt) - Date.parse(story.now)).toBeLessThanOrEqual(60_000);
    expect(rung && residentSentenceOf(rung, { utcOffsetMinutes: 480 }, story.now, false)?.title).toContain('被困');
    expect(aComplaint().types()).not.toContain('dangerReported');
  });

  test('[IN-12] it is urgent until somebody has looked into it', () => {
    const story = aComplaint({ filing: trapped });
    expect(isUrgent(story.complaint)).toBe(true);
    expect(isUrgent(story.inState('investigating').complaint)).toBe(true);
    expect(isUrgent(story.inState('handling').complaint)).toBe(false);
  });

  test('[IN-12] words that are added ring too, once for each danger', () => {
    const story = aComplaint().by(resident).does('addWords', { text: '楼道里闻到煤气味' });
    expect(story.all('dangerReported').map((e) => e.data.dangers)).toEqual([['gas']]);
    story.does('addWords', { text: '还是有煤气味' });
    expect(story.all('dangerReported')).toHaveLength(1);
  });

  test('[IN-02, IN-12] recorded outside the desk, its confirmation is due at once', () => {
    const story = aComplaint({
      confirmed: false,
      filing: { ...trapped, firstContact: { personId: handler.id, name: '王强' } },
    });
    expect(Date.parse(story.clock('record').dueAt) - Date.parse(story.now)).toBeLessThanOrEqual(60_000);
  });
});

describe('filed for somebody', () => {
  test('[IN-13] both are on it; the one it is for may add words and open it again, nobody else of the house', () => {
    const story = aComplaint({ filing: { onBehalfOf: '母亲陈静', onBehalfOfId: neighbour.id } });
    expect(story.complaint).toMatchObject({ filerId: resident.id, onBehalfOf: '母亲陈静' });
    expect(possibleCommands(story.complaint, neighbour)).toEqual(['addWords']);
    expect(possibleCommands(aComplaint().complaint, neighbour)).toEqual([]);
    story.inState('closed').by(neighbour).does('reopen', { why: '还是没修好' });
    expect(story.complaint.round).toBe(2);
  });
});

describe('explained', () => {
  test('[RG-04, IF-04] what isn’t ours is explained with its reason, told like any result, and the resident may object', () => {
    const story = aComplaint().inState('handling').by(handler);
    const explained = { outcome: 'explained', result: '属市政管网' } as const;
    expect(story.refusal('complete', explained).fields).toHaveProperty('explanation');
    story.does('complete', { ...explained, explanation: '可拨打 12345 由市政处理' });
    story.inState('informing');
    expect(story.complaint.result?.outcome).toBe('explained');
    expect(story.by(resident).tries('reopen', { why: '管子在我们小区里' })).not.toHaveProperty('code');
    story.inState('callback').by(resident);
    story.does('answerSurvey', { solved: true, satisfaction: 3, wantsFollowUp: false });
    expect(story.complaint).toMatchObject({ state: 'closed', callback: { verdict: { satisfaction: 3 } } });
    expect(story.does('reopen', { why: '想了想还是不同意' }).complaint.state).toBe('dispatched');
  });
});

describe('severity', () => {
  test.each([
    ['SV-31', {}, 'ordinary'],
    ['SV-14', { filing: { groupSize: 3 } }, 'hot'],
    ['SV-14', { filing: { groupSize: 9 } }, 'hot'],
    ['SV-04', { filing: { groupSize: 10 } }, 'major'],
    ['SV-11', { proposal: withSignal('media') }, 'hot'],
    ['SV-06', { proposal: withSignal('injury_or_loss') }, 'major'],
    ['SV-23', { proposal: withSignal('safety_hazard') }, 'important'],
    ['SV-24', { filing: { keyCustomer: true } }, 'important'],
  ] as const)('[%s] filing with %j is %s', (_rule, beginning, severity) => {
    expect(aComplaint(beginning).complaint.severity).toBe(severity);
  });

  test('[SV-24, SV-11] the highest reason counts', () => {
    expect(aComplaint({ filing: { keyCustomer: true }, proposal: withSignal('lawsuit') }).complaint.severity).toBe(
      'hot',
    );
  });

  test('[IN-11] inquiries, suggestions and praise carry no severity', () => {
    for (const kind of ['inquiry', 'suggestion', 'praise'] as const)
      expect(aComplaint({ filing: { kind } }).complaint.severity).toBeNull();
  });

  test('[SV-23] a supervisor strikes a reason with a note; it stays in the history', () => {
    const story = aComplaint({ proposal: withSignal('safety_hazard') });
    expect(story.by(receptionist).refusal('strikeSeverityReason', { reason: 'SV-23', note: '误判' }).code).toBe(
      'notAllowed',
    );
    story.by(supervisor).does('strikeSeverityReason', { reason: 'SV-23', note: '现场核实无隐患' });
    expect(story.complaint.severity).toBe('ordinary');
    expect(story.complaint.reasons).toMatchObject([{ code: 'SV-23', struck: { note: '现场核实无隐患' } }]);
  });
});

describe('handling', () => {
  test('[HD-02] an ordinary plan starts the work; an important one waits for the manager', () => {
    const plan = { measures: '更换轴承', expectedAt: '2026-11-21T10:00:00.000Z' };
    const investigated = { findings: '轴承磨损', valid: true, responsibility: 'own' } as const;
    const ordinary = aComplaint()
      .inState('investigating')
      .by(handler)
      .does('recordInvestigation', investigated)
      .does('writePlan', plan);
    expect(ordinary.complaint.state).toBe('handling');

    const important = aComplaint({ filing: { keyCustomer: true } })
      .inState('investigating')
      .by(handler)
      .does('recordInvestigation', investigated)
      .does('writePlan', plan);
    expect(important.complaint.state).toBe('investigating');
    expect(important.by(handler).refusal('signPlan').code).toBe('notAllowed');
    expect(dutiesOf(important.complaint)[0]?.command).toBe('signPlan');
    important.by(manager).does('signPlan');
    expect(important.complaint).toMatchObject({ state: 'handling', plan: { signedBy: { personId: manager.id } } });
  });

  test('[HD-02] a returned plan has to be written again', () => {
    const story = aComplaint({ filing: { keyCustomer: true } }).inState('investigating');
    story
      .by(handler)
      .does('recordInvestigation', { findings: '轴承磨损', valid: true, responsibility: 'own' })
      .does('writePlan', { measures: '加油', expectedAt: '2026-11-21T10:00:00.000Z' });
    story.by(manager).does('returnPlan', { reason: '治标不治本' });
    expect(dutiesOf(story.complaint)[0]?.command).toBe('writePlan');
    expect(possibleCommands(story.complaint, manager)).not.toContain('signPlan');
  });

  test('[HD-02] an expected time in the past is refused at its field', () => {
    const story = aComplaint()
      .inState('investigating')
      .by(handler)
      .does('recordInvestigation', { findings: '轴承磨损', valid: true, responsibility: 'own' });
    expect(story.refusal('writePlan', { measures: '更换', expectedAt: FRIDAY_10 }).fields).toHaveProperty('expectedAt');
  });

  test('[HD-05] a postponement before the expected time moves the clock; one after it counts as overdue', () => {
    const inTime = aComplaint().inState('handling');
    const before = inTime.clock('plan').dueAt;
    inTime.by(handler).does('postpone', { reason: '配件未到', expectedAt: '2026-11-23T10:00:00.000Z' });
    expect(inTime.clock('plan').dueAt).toBe('2026-11-23T10:00:00.000Z');
    expect(inTime.all('postponed')[0]?.data).toMatchObject({ from: before, overdue: false });

    const late = aComplaint()
      .inState('handling')
      .later(2 * 24 * 60)
      .clockRuns()
      .by(handler)
      .does('postpone', { reason: '配件未到', expectedAt: '2026-11-25T10:00:00.000Z' });
    expect(late.all('postponed')[0]?.data.overdue).toBe(true);
    const plans = late.complaint.clocks.filter((c) => c.kind === 'plan');
    expect(plans).toHaveLength(2);
    expect(plans[0]?.fired).toContain(1);
    expect(plans[1]).toMatchObject({ dueAt: '2026-11-25T10:00:00.000Z', fired: [] });
  });

  test('[IF-04, RG-04] an ending that is not a solution needs its reason', () => {
    const story = aComplaint().inState('handling').by(handler);
    for (const outcome of ['explained', 'unfounded', 'declined'] as const) {
      expect(story.refusal('complete', { outcome, result: '已告知住户' }).fields).toHaveProperty('explanation');
      expect(
        story.tries('complete', { outcome, result: '已告知住户', explanation: '属市政管网，可拨 12345' }),
      ).toHaveLength(1);
    }
  });

  test.each(['fixed', 'partlyFixed'] as const)(
    '[HD-08] “%s” is shown on a photo, or it is said why there is none',
    (outcome) => {
      const story = aComplaint().inState('handling').by(handler);
      expect(story.refusal('complete', { outcome, result: '已更换轴承' }).fields).toHaveProperty('photos');
      expect(story.tries('complete', { outcome, result: '已更换轴承', noPhotoReason: '在井道内' })).toHaveLength(1);
      story.does('complete', { outcome, result: '已更换轴承', photos: [photoAfter] });
      expect(story.complaint.result).toMatchObject({ photos: [photoAfter], noPhotoReason: '' });
    },
  );

  test('[HD-08] what was done on an earlier day than it was declared is shown as that', () => {
    const done = { outcome: 'fixed' as const, result: '已更换轴承', photos: [photoAfter] };
    const story = aComplaint().inState('handling').by(handler);
    const doneAt = story.now;
    story.at('2026-11-20T15:59:00.000Z');
    const sameDay = story.tries('complete', { ...done, doneAt });
    story.at('2026-11-20T16:01:00.000Z').does('complete', { ...done, doneAt });
    const late = story.complaint.events.at(-1);
    if (sameDay instanceof Refusal || late?.type !== 'completed') throw new Error('completed');
    const [inTime] = sameDay;
    const zone = { utcOffsetMinutes: 480 };
    expect(inTime && sentenceOf(inTime, zone, story.now).detail).not.toContain('实际完成');
    expect(sentenceOf(late, zone, story.now).detail).toContain('实际完成：昨天 10:03');
    expect(story.complaint.result?.doneAt).toBe(doneAt);
  });

  test('[HD-08] it can’t have been done before it was filed, nor in the future', () => {
    const story = aComplaint().inState('handling').by(handler);
    for (const doneAt of ['2026-11-20T01:59:59.000Z', '2026-11-21T02:00:00.000Z'])
      expect(
        story.refusal('complete', { outcome: 'fixed', result: '已更换', photos: [photoAfter], doneAt }).fields,
      ).toHaveProperty('doneAt');
  });

  test('[HD-08] a repair is signed for by the resident on the phone', () => {
    const signature = 'signature-1' as PhotoId;
    const story = aComplaint({ filing: { kind: 'repair' } })
      .inState('handling')
      .by(handler);
    story.does('complete', { outcome: 'fixed', result: '已换水龙头', photos: [photoAfter], signature });
    expect(story.complaint.result?.signature).toBe(signature);
  });

  test('[HD-03] a wrong entry stays and is struck through by a new one, by who wrote it or the head', () => {
    const story = aComplaint().inState('handling').by(handler).does('reportProgress', { text: '已换 302 的水表' });
    const wrong = story.complaint.events.at(-1)?.id ?? '';
    const strike = { entryId: wrong, reason: '写错了房号', text: '已换 502 的水表' };
    expect(story.by(receptionist).refusal('strikeEntry', strike).fields).toHaveProperty('entryId');
    expect(story.by(resident).refusal('strikeEntry', strike).code).toBe('notAllowed');
    expect(story.by(head).tries('strikeEntry', strike)).toHaveLength(2);
    const before = [...story.complaint.events];
    story.by(handler).does('strikeEntry', strike);
    expect(story.complaint.events.slice(0, before.length)).toEqual(before);
    expect(story.types().slice(-2)).toEqual(['entryStruck', 'progressed']);
    expect(struckBy(story.complaint).get(wrong)?.data.reason).toBe('写错了房号');
    expect(story.refusal('strikeEntry', strike).fields).toHaveProperty('entryId');
  });

  test('[HD-03, HD-04] striking an internal note stays internal', () => {
    const story = aComplaint().inState('handling').by(handler).does('addNote', { text: '住户电话打不通' });
    story.does('strikeEntry', { entryId: story.complaint.events.at(-1)?.id ?? '', reason: '打错了号码' });
    const [struck] = story.all('entryStruck');
    expect(struck && residentSentenceOf(struck, { utcOffsetMinutes: 480 }, story.now, false)).toBeNull();
  });

  test('[HD-03] events are only ever appended', () => {
    const story = aComplaint();
    const seen: string[] = [];
    for (const state of [
      'dispatched',
      'investigating',
      'handling',
      'reviewing',
      'informing',
      'callback',
      'closed',
    ] as const) {
      story.inState(state);
      const ids = story.complaint.events.map((e) => e.id);
      expect(ids.slice(0, seen.length)).toEqual(seen);
      expect(new Set(ids).size).toBe(ids.length);
      seen.splice(0, seen.length, ...ids);
    }
  });
});

describe('review and informing', () => {
  test('[RV-01] rework goes back with a reason until it is right', () => {
    const story = aComplaint().inState('reviewing').by(receptionist).does('sendBack', { reason: '没有完工照片' });
    expect(story.complaint.state).toBe('handling');
    story
      .by(handler)
      .does('complete', { outcome: 'fixed', result: '补拍照片', photos: [photoAfter] })
      .by(receptionist)
      .does('passReview');
    expect(story.complaint.state).toBe('informing');
  });

  test('[RV-01] nobody reviews their own work', () => {
    const both = { ...handler, posts: [...handler.posts, ...receptionist.posts] };
    expect(aComplaint().inState('reviewing').by(both).refusal('passReview').code).toBe('ownWork');
  });

  test('[RV-01] where everybody at the desk worked on it, the manager who did not reviews it, and finds it when it is twice late', () => {
    const story = aComplaint().inState('reviewing');
    expect(dutiesOf(story.complaint)[0]?.keys).not.toContain('manager@estate-1');
    const all = { ...handler, posts: [...handler.posts, ...manager.posts] };
    expect(story.by(all).refusal('passReview').code).toBe('ownWork');
    for (const actor of [manager, generalManager])
      for (const [command, input] of [
        ['passReview', {}],
        ['sendBack', { reason: '没有完工照片' }],
      ] as const)
        expect(story.by(actor).tries(command, input)).toHaveLength(1);
    story.at(story.clock('resolution').laterAt[0] ?? '').clockRuns();
    expect(dutiesOf(story.complaint)[0]).toMatchObject({ command: 'passReview' });
    expect(dutiesOf(story.complaint)[0]?.keys).toEqual(
      expect.arrayContaining(['receptionist@estate-1', 'manager@estate-1']),
    );
  });

  test("[HD-07] what can't be solved is reviewed by the manager", () => {
    const story = aComplaint()
      .inState('handling')
      .by(handler)
      .does('complete', { outcome: 'declined', result: '无法加装', explanation: '规划不允许，可向街道咨询' });
    expect(story.by(receptionist).refusal('passReview').code).toBe('notAllowed');
    expect(dutiesOf(story.complaint)[0]?.keys).toContain('manager@estate-1');
    expect(story.by(manager).does('passReview').complaint.state).toBe('informing');
  });

  test('[HD-04, RV-01] the resident learns of a result only once it has passed review, and no words among staff', () => {
    const zone = { utcOffsetMinutes: 480 };
    const told = (story: ReturnType<typeof aComplaint>) => {
      const passed = passedCompletions(story.complaint.events);
      return JSON.stringify(
        story.complaint.events.map((e) => residentSentenceOf(e, zone, story.now, passed.has(e.id))),
      );
    };
    const story = aComplaint()
      .by(receptionist)
      .does('dispatch', { ...dispatchInput, note: '此户难缠' })
      .inState('handling')
      .by(handler)
      .does('complete', { outcome: 'fixed', result: '换了零件', photos: [photoAfter] });
    expect(told(story)).not.toContain('换了零件');
    story.by(receptionist).does('passReview');
    expect(told(story)).toContain('换了零件');
    expect(told(story)).not.toContain('此户难缠');
  });

  test('[IF-02] “not solved” on the result reopens without waiting for the callback', () => {
    const story = aComplaint().inState('informing').by(resident).does('reopen', { why: '还是响' });
    expect(story.complaint).toMatchObject({ state: 'dispatched', round: 2, result: null });
  });

  test('[IF-03] the window counts from closing, to the end of the seventh day', () => {
    const story = aComplaint().inState('closed').by(resident);
    const closed = story.complaint.closedAt;
    expect(closed).toBe('2026-11-20T02:07:00.000Z');
    expect(story.at('2026-11-27T15:59:00.000Z').tries('reopen', { why: '又坏了' })).toMatchObject([
      { type: 'reopened' },
      {},
    ]); // Fri 23:59, the seventh day
    expect(story.at('2026-11-27T16:01:00.000Z').refusal('reopen', { why: '又坏了' }).code).toBe('reopenWindowOver');
  });
});

/** Several together: hot, so it is visited whatever the lot says. */
const GRAVE = { filing: { groupSize: 3 } } as const;

describe('callback', () => {
  test('[CB-01] who is to be asked in person does not close it with a tap', () => {
    expect(
      aComplaint(GRAVE)
        .inState('callback')
        .by(resident)
        .refusal('answerSurvey', { solved: true, satisfaction: 5, wantsFollowUp: false }).code,
    ).toBe('notInThisState');
  });

  test("[CB-03] while the survey is out it is the resident's turn, not the patrol's", () => {
    const story = aComplaint().inState('callback');
    expect(dutiesOf(story.complaint)).toMatchObject([{ command: 'answerSurvey', keys: [`person:${resident.id}`] }]);
    expect(possibleCommands(story.complaint, patrol)).not.toContain('recordCallback');
    story.later(24 * 60 + 1).system({ name: 'surveyLapse' });
    expect(possibleCommands(story.complaint, patrol)).toContain('recordCallback');
  });

  test('[CB-06] a second attempt waits for another time of day', () => {
    const story = aComplaint(GRAVE)
      .inState('callback')
      .by(patrol)
      .does('recordCallback', { form: 'visit', reached: false });
    expect(story.later(1).refusal('recordCallback', { form: 'visit', reached: false }).code).toBe('tooSoon');
    expect(story.later(180).tries('recordCallback', { form: 'visit', reached: false })).toHaveLength(1);
  });

  test('[CB-07] not solved, dissatisfied or wanting follow-up reopens with SV-12; only content closes', () => {
    const answers = [
      [{ solved: true, satisfaction: 5, wantsFollowUp: false }, 'closed'],
      [{ solved: true, satisfaction: 3, wantsFollowUp: false }, 'closed'],
      [{ solved: true, satisfaction: 2, wantsFollowUp: false }, 'dispatched'],
      [{ solved: false, satisfaction: 4, wantsFollowUp: false }, 'dispatched'],
      [{ solved: true, satisfaction: 4, wantsFollowUp: true }, 'dispatched'],
    ] as const;
    for (const [answer, state] of answers) {
      const story = aComplaint(GRAVE)
        .inState('callback')
        .by(patrol)
        .does('recordCallback', { form: 'visit', reached: true, ...answer });
      expect([answer, story.complaint.state]).toEqual([answer, state]);
      expect(story.complaint.round).toBe(state === 'closed' ? 1 : 2);
      expect(story.complaint.reasons.some((r) => r.code === 'SV-12')).toBe(state !== 'closed');
    }
  });

  test('[SV-12] a reopened complaint is hot', () => {
    expect(aComplaint().inState('informing').by(resident).does('reopen', { why: '还是响' }).complaint.severity).toBe(
      'hot',
    );
  });

  test('[CB-03] the resident answers the survey', () => {
    const story = aComplaint().inState('callback');
    expect(story.complaint.callback?.form).toBe('survey');
    story.by(resident).does('answerSurvey', { solved: true, satisfaction: 4, wantsFollowUp: false });
    expect(story.complaint.state).toBe('closed');
  });

  test('[CB-03] a survey without an answer in 24 hours becomes a phone or patrol task', () => {
    const story = aComplaint()
      .inState('callback')
      .later(24 * 60 + 1)
      .system({ name: 'surveyLapse' });
    expect(story.complaint.callback?.form).toBe('phone');
  });

  test('[CB-01] important and above, and strong emotion, are visited whatever the lot says', () => {
    for (const beginning of [{ filing: { keyCustomer: true } }, { proposal: withSignal('strong_emotion') }]) {
      expect(aComplaint(beginning).notDrawn().inState('callback').complaint.callback).toMatchObject({
        drawn: true,
        form: 'visit',
      });
    }
  });

  test('[CB-09] not drawn is closed and says so', () => {
    expect(aComplaint().notDrawn().inState('closed').complaint.closeReason).toBe('notDrawn');
  });

  test('[CB-06] after three attempts without reaching anybody it closes as unreachable', () => {
    const story = aComplaint(GRAVE).inState('callback').by(patrol);
    for (let i = 0; i < 3; i += 1) {
      expect(story.complaint.state).toBe('callback');
      story.later(24 * 60).does('recordCallback', { form: 'visit', reached: false });
    }
    expect(story.complaint).toMatchObject({ state: 'closed', closeReason: 'unreachable' });
    expect(story.complaint.callback?.verdict).toBeNull();
  });

  test('[CB-05] reached without an answer is refused at the missing fields', () => {
    expect(
      aComplaint(GRAVE).inState('callback').by(patrol).refusal('recordCallback', { form: 'visit', reached: true })
        .fields,
    ).toEqual({ solved: '请选择是否解决', satisfaction: '请选择满意度' });
  });

  test('[CB-10] nobody calls back on their own work', () => {
    const both = { ...handler, posts: [...handler.posts, ...patrol.posts] };
    expect(
      aComplaint().inState('callback').by(both).refusal('recordCallback', { form: 'visit', reached: false }).code,
    ).toBe('ownWork');
  });

  test('[CB-04] what was written down without signal keeps its own time', () => {
    const story = aComplaint(GRAVE).inState('callback');
    const recordedAt = story.now;
    story
      .later(90)
      .by(patrol)
      .does('recordCallback', { form: 'visit', reached: true, solved: true, satisfaction: 5, recordedAt });
    expect(story.all('calledBack')[0]).toMatchObject({ recordedAt, at: story.now });
  });
});

describe('the resident', () => {
  test('[IN-08] urges at most once every four hours', () => {
    const story = aComplaint().inState('handling').by(resident).does('urge');
    expect(story.later(239).refusal('urge').code).toBe('tooSoon');
    expect(story.later(1).tries('urge')).toHaveLength(1);
  });

  test('[IN-08] withdraws with a reason, and every clock stops', () => {
    const story = aComplaint().inState('handling').by(resident).does('withdraw', { reason: '自己修好了' });
    expect(story.complaint.state).toBe('withdrawn');
    expect(story.complaint.clocks.every((c) => c.stoppedAt !== undefined)).toBe(true);
  });

  test('[PV-01] a neighbour may do nothing at all, in any state', () => {
    for (const state of Object.keys(STATES) as State[]) {
      if (['archived', 'merged', 'withdrawn', 'received'].includes(state)) continue;
      expect(possibleCommands(aComplaint().inState(state).complaint, neighbour)).toEqual([]);
    }
  });
});

describe('the table', () => {
  const reachable = [
    'registered',
    'dispatched',
    'investigating',
    'handling',
    'reviewing',
    'informing',
    'callback',
    'closed',
  ] as const;

  test('every open state has a duty that its people may carry out, and a running clock', () => {
    for (const state of OPEN_STATES) {
      const story =
        state === 'received'
          ? aComplaint({ confirmed: false, filing: { firstContact: { personId: patrol.id, name: '刘' } } })
          : aComplaint().inState(state);
      const duties = dutiesOf(story.complaint);
      expect([state, duties.length]).not.toEqual([state, 0]);
      for (const duty of duties)
        expect(EVERYONE.some((person) => possibleCommands(story.complaint, person).includes(duty.command))).toBe(true);
      expect([state, story.complaint.clocks.some((c) => c.stoppedAt === undefined)]).toEqual([state, true]);
    }
  });

  test('a command outside its states or by the wrong person is refused, and the refusal says what is possible', () => {
    for (const state of reachable) {
      const { complaint } = aComplaint().inState(state);
      for (const person of EVERYONE) {
        const possible = possibleCommands(complaint, person);
        for (const name of COMMAND_NAMES.filter((n) => !possible.includes(n))) {
          const row = commandRow(name);
          expect(
            row.who.test(person, complaint) &&
              row.from.includes(complaint.state) &&
              (row.when?.test(complaint) ?? true),
          ).toBe(false);
        }
      }
    }
    const refusal = aComplaint().inState('handling').by(head).refusal('signFor');
    expect(refusal.code).toBe('notInThisState');
    expect(refusal.details).toMatchObject({
      state: 'handling',
      possible: expect.arrayContaining(['complete', 'postpone']),
    });
  });

  test('the state is the sum of the events', () => {
    const story = aComplaint().inState('closed').by(resident).does('reopen', { why: '又坏了' });
    expect(complaintOf(story.complaint.events)).toEqual(story.complaint);
  });

  test('a proposal below the confidence waits, its words are kept', () => {
    const story = aComplaint({
      proposal: aProposal({ category: { value: 'lift', confidence: 0.3, runnerUp: 'noise' } }),
    });
    expect(story.complaint.proposal?.why).toEqual(['电梯']);
    expect(story.complaint.category).toBe('lift');
  });
});

describe('the timeline', () => {
  test('a deadline is said as of today, not as of the day it was written down', () => {
    const story = aComplaint().later(10).clockRuns();
    const missed = story.complaint.events.find((e) => e.type === 'clockMissed');
    if (missed === undefined) throw new Error('nothing was missed');
    const zone = { utcOffsetMinutes: 480 };
    expect(sentenceOf(missed, zone, story.now).detail).toContain('今天 10:10');
    expect(sentenceOf(missed, zone, '2026-12-20T02:00:00.000Z').detail).toContain('11月20日 10:10');
  });
});
