/** What becomes of a callback: the forms of asking, the answer, nobody reached (CB, SV-12). */
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { eventRow } from '../../domain/complaint/lifecycle';
import { sentenceOf } from '../../domain/complaint/timeline';
import { noticesOf } from '../../domain/notice/notices';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import {
  aComplaint,
  EVERYONE,
  handler,
  head,
  patrol,
  photoAfter,
  quality,
  receptionist,
  resident,
  withSignal,
} from '../support/a-complaint';

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

  const atTheDoor = { form: 'visit', reached: true, solved: false, satisfaction: 2, opinions: '还在响' } as const;

  test('[CB-04] a callback that comes when somebody has reopened or closed it is refused, and kept as a note when the person wants it', () => {
    const story = aComplaint(GRAVE).inState('callback');
    const recordedAt = story.now;
    story.later(30).by(resident).does('reopen', { why: '又响了' }).later(30).by(patrol);
    expect(story.refusal('recordCallback', { ...atTheDoor, recordedAt }).code).toBe('notInThisState');
    const { state, round, clocks } = story.complaint;
    story.does('noteCallback', { ...atTheDoor, recordedAt, photos: [photoAfter], place: '3 栋大堂' });
    expect(story.all('callbackNoted')[0]).toMatchObject({
      recordedAt,
      at: story.now,
      by: { personId: patrol.id, role: 'patrol' },
      data: { solved: false, satisfaction: 2, opinions: '还在响', place: '3 栋大堂', photos: [photoAfter] },
    });
    // It judges nothing.
    expect(story.complaint).toMatchObject({ state, round, clocks });
    expect(story.all('calledBack')).toEqual([]);
    expect(noticesOf(eventRow('callbackNoted'), story.complaint)).toEqual([
      { audience: 'serviceDesk', template: 'newWork' },
    ]);
    const entry = story.all('callbackNoted')[0];
    expect(entry && sentenceOf(entry, DEFAULT_POLICY.zone, story.now)).toMatchObject({ internal: true });
  });

  test('[CB-04] only who calls back may keep one as a note, and it is never a button', () => {
    const story = aComplaint(GRAVE).inState('closed').later(5);
    const recordedAt = story.now;
    expect(
      story
        .by(patrol)
        .does('noteCallback', { ...atTheDoor, recordedAt })
        .all('callbackNoted'),
    ).toHaveLength(1);
    for (const other of [resident, handler, head, receptionist, quality])
      expect(story.by(other).refusal('noteCallback', { ...atTheDoor, recordedAt }).code).toBe('notAllowed');
    for (const anybody of EVERYONE) expect(possibleCommands(story.complaint, anybody)).not.toContain('noteCallback');
  });
});
