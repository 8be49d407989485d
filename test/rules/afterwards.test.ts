/** After the callback: opinions read by the head (CB-08), forms archived and only read (CB-09). */
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { residentSentenceOf } from '../../domain/complaint/timeline';
import { compose } from '../../domain/notice/compose';
import {
  aComplaint,
  EVERYONE,
  head,
  headOfOrder,
  manager,
  quality,
  resident,
  type Story,
} from '../support/a-complaint';

const OVER = '2026-11-27T16:01:00.000Z';

const opined = (words: string): Story => {
  const story = aComplaint().inState('callback');
  return story.by(resident).does('answerSurvey', { solved: true, satisfaction: 4, wantsFollowUp: false, words });
};

describe('opinions', () => {
  test('[CB-08] what a callback said is a duty of the head of the department concerned until it is marked as read', () => {
    const story = opined('师傅很好，就是来得晚');
    expect(story.complaint.state).toBe('closed');
    expect(dutiesOf(story.complaint)).toMatchObject([
      { command: 'readOpinion', keys: ['departmentHead@dept-engineering'], clock: null },
    ]);
    expect(story.by(headOfOrder).refusal('readOpinion').code).toBe('notAllowed');
    story.by(head).does('readOpinion', { note: '已提醒班组' });
    expect(dutiesOf(story.complaint)).toEqual([]);
    expect(story.complaint.opinions).toMatchObject([{ read: { by: { personId: head.id } } }]);
    const [read] = story.all('opinionRead');
    expect(read && residentSentenceOf(read, { utcOffsetMinutes: 480 }, story.now, true)).toBeNull();
    expect(story.refusal('readOpinion').code).toBe('notAllowed');
  });

  test('[IN-14] [CB-08] the message about it tells the department no number', () => {
    const { complaint } = opined('没修好，打 13812345678 找我');
    const event = complaint.events.find(({ type }) => type === 'calledBack');
    if (event === undefined) throw new Error('nobody was called back');
    const words = compose('opinion', complaint, event, { utcOffsetMinutes: 480 }).lines.map(({ value }) => value);
    expect(words).toContain('没修好，打 138******78 找我');
  });

  test('[CB-08] no words, nothing to read', () => {
    expect(dutiesOf(opined('').complaint)).toEqual([]);
  });
});

describe('the archive', () => {
  test('[CB-09] quality archives what is closed once it can’t be opened again, and nobody else does', () => {
    const story = aComplaint().inState('closed');
    expect(story.by(quality).refusal('archive').code).toBe('notYetArchivable');
    story.at('2026-11-27T16:00:00.000Z');
    expect(story.refusal('archive').code).toBe('notYetArchivable');
    story.at(OVER);
    expect(story.by(manager).refusal('archive').code).toBe('notAllowed');
    story.by(quality).does('archive');
    expect(story.complaint.state).toBe('archived');
  });

  test('[CB-09, CB-08] not before its opinions are read', () => {
    const story = opined('来得晚').at(OVER);
    expect(story.by(quality).refusal('archive').code).toBe('notYetArchivable');
    story.by(head).does('readOpinion').by(quality).does('archive');
    expect(story.complaint.state).toBe('archived');
  });

  test('[CB-09, CK-07] not before the misses of its clocks are recorded', () => {
    const story = aComplaint().inState('informing').at('2026-11-29T02:00:00.000Z').inState('closed');
    story.at('2026-12-10T02:00:00.000Z').by(quality);
    expect(story.refusal('archive').code).toBe('notYetArchivable');
    story.clockRuns().by(quality).does('archive');
    expect(story.complaint.state).toBe('archived');
  });

  test('[CB-09] an archived form is only read: no command of anybody is possible, opening it again neither', () => {
    const story = aComplaint().inState('closed').at(OVER).by(quality).does('archive');
    for (const actor of EVERYONE) {
      story.by(actor);
      expect(possibleCommands(story.complaint, actor)).toEqual([]);
    }
    const refusal = story.by(resident).refusal('reopen', { why: '又坏了' });
    expect(refusal.code).toBe('archived');
    expect(refusal.message).toContain('请新建一条');
    for (const name of ['addNote', 'addWords', 'withdraw', 'strikeEntry'] as const) {
      const input = { text: '补充', reason: '不要了', entryId: 'x' };
      expect(story.by(head).refusal(name, input).code).toBe('archived');
    }
  });
});
