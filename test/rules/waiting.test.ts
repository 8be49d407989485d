/** Waiting for the resident pauses the resolution clock, with a reason, for a while (CK-05). */
import { nextDueAt } from '../../domain/complaint/clocks';
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { nextStep, progressLine } from '../../domain/complaint/next-step';
import { residentSentenceOf } from '../../domain/complaint/timeline';
import { isPaused } from '../../domain/clock/clock';
import { aComplaint, handler, head, headOfOrder, receptionist, resident, supervisor } from '../support/a-complaint';

const HOUR = 60;
const DAY = 24 * HOUR;
const reason = '住户周六才在家';
const waiting = () => aComplaint().inState('handling').by(handler).does('pauseForResident', { reason });
const paused = (story: ReturnType<typeof aComplaint>) => isPaused(story.clock('resolution'), story.now);

describe('waiting for the resident', () => {
  test('[CK-05] the resolution clock stands still while it is waited, and loses none of what had run', () => {
    const story = aComplaint().inState('handling');
    const { dueAt, startedAt } = story.clock('resolution');
    story.by(handler).does('pauseForResident', { reason });
    expect(paused(story)).toBe(true);
    story
      .later(30 * HOUR)
      .by(head)
      .does('resume', { note: '已约好' });
    expect(story.clock('resolution')).toMatchObject({
      startedAt,
      dueAt: new Date(Date.parse(dueAt) + 30 * HOUR * 60_000).toISOString(),
      pauses: [{ reason, to: story.now }],
    });
    expect(paused(story)).toBe(false);
  });

  test('[CK-05] severity by age is never paused', () => {
    const story = waiting().at('2026-11-25T16:00:00.000Z').clockRuns();
    expect(paused(story)).toBe(true);
    expect(story.complaint.severity).toBe('important');
    // Not late either: nothing of its time has run.
    expect(story.all('clockMissed').map((e) => e.data.clock)).not.toContain('resolution');
  });

  test('[CK-05, HD-05] what the plan promised is not moved by waiting, only by a postponement', () => {
    const story = aComplaint().inState('handling');
    const { dueAt } = story.clock('plan');
    story.by(handler).does('pauseForResident', { reason });
    expect(story.clock('plan').dueAt).toBe(dueAt);
  });

  test('[CK-05] the handler and the head say so, while it is investigated or handled, and nobody else', () => {
    const story = aComplaint().inState('handling');
    for (const other of [resident, receptionist, supervisor, headOfOrder])
      expect(story.by(other).refusal('pauseForResident', { reason }).code).toBe('notAllowed');
    expect(aComplaint().inState('reviewing').by(handler).refusal('pauseForResident', { reason }).code).toBe(
      'notInThisState',
    );
    const investigating = aComplaint().inState('investigating').by(handler).does('pauseForResident', { reason });
    expect(possibleCommands(investigating.complaint, handler)).toContain('resume');
    expect(possibleCommands(investigating.complaint, handler)).not.toContain('pauseForResident');
    expect(aComplaint().inState('handling').by(handler).refusal('resume').code).toBe('notInThisState');
  });

  test('[CK-05] at most 3 times, together 7 days; the refusal says which', () => {
    const thrice = aComplaint().inState('handling').by(handler);
    for (let i = 0; i < 3; i += 1) thrice.later(HOUR).does('pauseForResident', { reason }).later(HOUR).does('resume');
    expect(thrice.later(HOUR).refusal('pauseForResident', { reason })).toMatchObject({
      code: 'pauseRefused',
      message: '暂停次数已用完。',
    });
    const week = waiting()
      .later(7 * DAY)
      .clockRuns();
    expect(week.by(handler).refusal('pauseForResident', { reason })).toMatchObject({
      code: 'pauseRefused',
      message: '暂停的总天数已用完。',
    });
  });

  test('[CK-05] when the days are used up it runs on by itself, at the true time, and the timer knows when to look', () => {
    const story = waiting();
    const endsBy = story.complaint.waiting?.endsBy ?? '';
    expect(Date.parse(endsBy) - Date.parse(story.now)).toBe(7 * DAY * 60_000);
    story.later(HOUR);
    expect(dutiesOf(story.complaint)[0]?.command).toBe('complete');
    story.at(endsBy).later(-1).clockRuns();
    expect(paused(story)).toBe(true);
    expect(nextDueAt(story.complaint)).toBe(endsBy);
    story.at(endsBy).later(DAY).clockRuns().clockRuns();
    expect(story.complaint.waiting).toBeNull();
    expect(story.all('resumed').map((e) => e.data.because)).toEqual(['over']);
    expect(story.clock('resolution').pauses).toMatchObject([{ to: endsBy }]);
  });

  test('[CK-05] an appointment ends it sooner; one that lies too far ahead is refused at its field', () => {
    const until = '2026-11-21T02:00:00.000Z'; // Sat 10:00
    const story = aComplaint().inState('handling').by(handler).does('pauseForResident', { reason, until });
    expect(story.complaint.waiting).toMatchObject({ until, endsBy: until });
    story.at(until).clockRuns();
    expect(story.complaint.waiting).toBeNull();
    const again = aComplaint().inState('handling').by(handler);
    expect(again.refusal('pauseForResident', { reason, until: '2026-12-24T02:00:00.000Z' }).fields?.['until']).toMatch(
      /^最多还能等到 2026年11月27日/,
    );
    expect(again.refusal('pauseForResident', { reason, until: '2026-11-19T02:00:00.000Z' }).fields).toHaveProperty(
      'until',
    );
  });

  test('[CK-05] the resident’s answer ends it, also when the desk writes it down', () => {
    for (const person of [resident, receptionist]) {
      const story = waiting()
        .later(2 * HOUR)
        .by(person)
        .does('addWords', { text: '周六上午十点可以' });
      expect(story.complaint.waiting).toBeNull();
      expect(story.all('resumed')).toMatchObject([{ data: { because: 'answered' }, by: { role: 'system' } }]);
      expect(story.clock('resolution').pauses).toMatchObject([{ to: story.now }]);
    }
    expect(aComplaint().inState('handling').by(resident).does('addWords', { text: '还有一件' }).all('resumed')).toEqual(
      [],
    );
  });

  test('[CK-05] done, withdrawn or opened anew, nobody is waited for any more', () => {
    const done = waiting()
      .by(handler)
      .does('complete', { outcome: 'fixed', result: '已修好', noPhotoReason: '住户家中，不便拍照' });
    expect(done.complaint).toMatchObject({ state: 'reviewing', waiting: null });
    expect(paused(done)).toBe(false);
    expect(done.all('resumed')[0]?.data.because).toBe('noLonger');
    const gone = waiting().by(resident).does('withdraw', { reason: '自己修好了' });
    expect(gone.complaint.waiting).toBeNull();
    expect(nextDueAt(gone.complaint)).toBeNull();
  });

  test('[CK-05, HD-04] the resident sees that it is their turn, and why', () => {
    const story = waiting();
    expect(nextStep(story.complaint)).toEqual({
      text: `请住户答复或约定时间：${reason}`,
      who: '住户',
      dueAt: story.complaint.waiting?.endsBy,
    });
    expect(progressLine(story.complaint)).toContain(reason);
    const [event] = story.all('paused');
    const sentence = event && residentSentenceOf(event, { utcOffsetMinutes: 480 }, story.now, false);
    expect(sentence).toMatchObject({ title: '等您答复或约定时间，解决时限暂停', internal: false });
    expect(sentence?.detail).toContain(reason);
  });
});
