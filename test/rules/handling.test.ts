/** What is done about it, reviewed, and told to the resident (HD, RV-01, IF). */
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { struckBy } from '../../domain/complaint/struck-entries';
import { postKey } from '../../domain/people/person';
import { recipientsOf } from '../../cloudfunctions/features/complaint/recipients';
import { passedCompletions, residentSentenceOf, sentenceOf } from '../../domain/complaint/timeline';
import { Refusal } from '../../types/errors';
import type { PersonId, PhotoId } from '../../types/ids';
import {
  generalManager,
  aComplaint,
  engineering,
  FRIDAY_10,
  handler,
  head,
  manager,
  photoAfter,
  receptionist,
  resident,
} from '../support/a-complaint';

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

  test("[HD-07, CK-02] a late review of what can't be solved goes from the manager to the general manager, never down to the desk", () => {
    const story = aComplaint()
      .inState('handling')
      .by(handler)
      .does('complete', { outcome: 'declined', result: '无法加装', explanation: '规划不允许，可向街道咨询' });
    const told = () => {
      const missed = story.complaint.events.filter((e) => e.type === 'clockMissed' && e.data.clock === 'review');
      const holders = new Map<string, PersonId[]>(
        (['receptionist', 'supervisor', 'manager', 'generalManager'] as const).map((role) => [
          postKey(role, role === 'generalManager' ? '*' : story.complaint.estateId),
          [role as PersonId],
        ]),
      );
      return missed.map((event) => recipientsOf('ladder', story.complaint, event, holders));
    };
    const finds = (role: string) =>
      dutiesOf(story.complaint)[0]?.keys.some((key) => key.startsWith(`${role}@`)) === true;
    story.later(2 * 60).clockRuns();
    expect(told()).toEqual([['generalManager']]);
    expect(['receptionist', 'supervisor', 'manager', 'generalManager'].map(finds)).toEqual([false, false, true, true]);
    story.later(6 * 60).clockRuns();
    expect(told()).toHaveLength(1);
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
      .does('dispatch', {
        kind: 'complaint',
        category: 'lift',
        responsibility: 'own',
        departmentId: engineering,
        note: '此户难缠',
      })
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
