/** What a complaint counts for, in which month (RP-04): the figures are sets of complaints, so their lists agree with them. */
import { figuresOf, placesOf } from '../../domain/report/figures';
import { buildingOf } from '../../domain/report/building-of';
import { aComplaint, patrol, resident, type Story } from '../support/a-complaint';

const RULES = { zone: { utcOffsetMinutes: 480 }, satisfiedFrom: 4 };
const counted = (story: Story, month = '2026-11'): string[] =>
  figuresOf(story.complaint, RULES)
    .filter((each) => each.month === month)
    .map(({ figure }) => figure);

/** Key customers are always called back. */
const GRAVE = { filing: { keyCustomer: true } } as const;

describe('when something counts', () => {
  test('[RP-04] what is filed after midnight of the estate counts in the new month, whatever the cloud’s clock says', () => {
    expect(counted(aComplaint({ at: '2026-10-31T16:10:00.000Z' }))).toContain('filed');
    expect(counted(aComplaint({ at: '2026-10-31T15:50:00.000Z' }))).not.toContain('filed');
  });

  test('[RP-04] a result told in the next month counts there, the filing where it was filed', () => {
    const story = aComplaint({ at: '2026-11-30T15:55:00.000Z' }).inState('callback');
    expect(counted(story)).toEqual(expect.arrayContaining(['filed']));
    expect(counted(story)).not.toContain('informed');
    expect(counted(story, '2026-12')).toContain('informed');
  });

  test('[RP-04] a reopening counts in the month in which the result was told, a callback in the month it was planned', () => {
    const story = aComplaint({ ...GRAVE, at: '2026-11-27T02:00:00.000Z' }).inState('callback');
    story.at('2026-12-01T02:00:00.000Z').by(patrol);
    story.does('recordCallback', { form: 'visit', reached: true, solved: false, satisfaction: 2 });
    expect(counted(story)).toEqual(expect.arrayContaining(['informed', 'graveDue', 'graveDone', 'reopened']));
    expect(counted(story, '2026-12')).toEqual(expect.arrayContaining(['calledBack', 'unsolved', 'dissatisfied']));
    expect(counted(story)).not.toContain('calledBack');
  });

  test('[RP-04] told twice in a month it is one complaint, and its last answer counts', () => {
    const story = aComplaint(GRAVE).inState('callback').by(patrol);
    story.does('recordCallback', { form: 'visit', reached: true, solved: false, satisfaction: 1 });
    story.inState('callback').by(patrol);
    story.does('recordCallback', { form: 'visit', reached: true, solved: true, satisfaction: 5 });
    const figures = counted(story);
    expect(figures.filter((figure) => figure === 'informed')).toHaveLength(1);
    expect(figures).toEqual(expect.arrayContaining(['solved', 'satisfied', 'reopened']));
    expect(figures).not.toContain('unsolved');
    expect(figures).not.toContain('dissatisfied');
  });
});

describe('callbacks', () => {
  test('[RP-04, CB-01] an ordinary one that was not drawn counts among those the share is of', () => {
    const figures = counted(aComplaint().notDrawn().inState('closed'));
    expect(figures).toContain('ordinaryDue');
    expect(figures).not.toContain('ordinaryDrawn');
  });

  test('[RP-04, CB-06] who was not reached is not called back', () => {
    const story = aComplaint(GRAVE).inState('callback').by(patrol);
    for (let i = 0; i < 3; i += 1) story.later(24 * 60).does('recordCallback', { form: 'visit', reached: false });
    expect(counted(story)).toEqual(expect.arrayContaining(['graveDue', 'unreached', 'closed']));
    expect(counted(story)).not.toContain('graveDone');
    expect(counted(story)).not.toContain('calledBack');
  });
});

describe('clocks', () => {
  test('[RP-04, CK-02] met in time it counts when it stopped; missed it counts at its due time, running or not', () => {
    const met = counted(aComplaint().inState('investigating'));
    expect(met).toContain('clock-signing');
    expect(met).not.toContain('late-signing');
    const running = aComplaint().inState('dispatched');
    expect(counted(running)).not.toContain('clock-signing');
    running.at(running.clock('signing').dueAt).later(1).clockRuns();
    expect(counted(running)).toEqual(expect.arrayContaining(['clock-signing', 'late-signing', 'missed']));
  });

  test('[RP-04] a clock that nobody had to meet any more counts neither way', () => {
    const story = aComplaint().inState('dispatched').by(resident).later(5);
    story.does('withdraw', { reason: '已经自己修好了' });
    expect(counted(story)).not.toContain('clock-signing');
    expect(counted(story)).not.toContain('clock-resolution');
  });
});

describe('where it counts', () => {
  test('[RP-04] under the building of its place; under none outside buildings', () => {
    const where = (place: object, placeText: string, homeText = '3栋1单元101') =>
      buildingOf({ place, placeText, homeText });
    expect(where({ building: '5' }, '5栋')).toBe('5');
    expect(where({ area: '3栋电梯' }, '3栋电梯')).toBe('3');
    expect(where({}, '12栋2单元501')).toBe('12');
    expect(where({ area: '地下车库' }, '地下车库')).toBeNull();
    expect(where({}, '', '7栋1单元101')).toBe('7');
  });

  test('[RP-04] under the department it is with now', () => {
    expect(placesOf(aComplaint().inState('registered').complaint).department).toBe('none');
    expect(placesOf(aComplaint().inState('dispatched').complaint).department).toBe('dept-engineering');
  });
});
