/** What the policy's numbers do to a complaint's life (RP-09): nothing of it is written into the program. */
import { severityReasonText } from '../../domain/complaint/severity-words';
import { sentenceOf } from '../../domain/complaint/timeline';
import { DEFAULT_POLICY, type Policy } from '../../domain/policy/defaults';
import type { PhotoId } from '../../types/ids';
import { aComplaint, handler, resident } from '../support/a-complaint';

const policy = (changes: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, ...changes });
const photos = ['p1', 'p2'] as PhotoId[];

test('[IN-01] photos go with an act as far as the complaint’s own policy allows', () => {
  const strict = policy({ intake: { ...DEFAULT_POLICY.intake, photos: { most: 1, mostBytes: 1_048_576 } } });
  const refusal = aComplaint({ policy: strict }).inState('handling').by(handler);
  expect(refusal.refusal('reportProgress', { text: '正在更换', photos }).fields).toEqual({ photos: '最多 1 张照片' });
  const usual = aComplaint().inState('handling').by(handler);
  expect(usual.does('reportProgress', { text: '正在更换', photos }).types()).toContain('progressed');
});

test('[IN-01] beside the photos a short video, as many as the policy allows, and never as a signature', () => {
  const story = (video: Partial<Policy['intake']['video']> = {}) =>
    aComplaint({
      policy: policy({
        intake: {
          ...DEFAULT_POLICY.intake,
          photos: { most: 2, mostBytes: 1_048_576 },
          video: { ...DEFAULT_POLICY.intake.video, ...video },
        },
      }),
    })
      .inState('handling')
      .by(handler);
  const film = ['vd_1', ...photos] as PhotoId[];
  expect(story().does('reportProgress', { text: '正在更换', photos: film }).types()).toContain('progressed');
  expect(story().refusal('reportProgress', { text: '正在更换', photos: [...film, 'vd_2' as PhotoId] }).fields).toEqual({
    photos: '最多 1 段视频',
  });
  expect(story({ most: 0 }).refusal('reportProgress', { text: '正在更换', photos: film }).fields).toEqual({
    photos: '这里不能附视频',
  });
  const done = { outcome: 'fixed', result: '已更换', photos, signature: 'vd_1' as PhotoId } as const;
  expect(story().refusal('complete', done).fields).toHaveProperty('signature');
});

test('[RP-09] the same story runs on other times under another policy', () => {
  const slow = policy({ times: { ...DEFAULT_POLICY.times, dispatch: { minutes: 45 } } });
  const minutes = (story: ReturnType<typeof aComplaint>) => {
    const clock = story.clock('dispatch');
    return (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 60_000;
  };
  expect([minutes(aComplaint()), minutes(aComplaint({ policy: slow }))]).toEqual([10, 45]);
});

test('[RP-09, RP-04] what the words say of a reason or a verdict is what the policy says', () => {
  const other = policy({
    severity: {
      ...DEFAULT_POLICY.severity,
      alike: { count: 5, within: { months: 2 } },
      unresolvedImportant: { workingDays: 4 },
    },
  });
  const both = (code: Parameters<typeof severityReasonText>[0]) =>
    [DEFAULT_POLICY, other].map((p) => severityReasonText(code, p));
  expect(both('SV-21')).toEqual(['3 个工作日未解决', '4 个工作日未解决']);
  expect(both('SV-22')).toEqual(['1 个月内 3 起以上雷同投诉', '2 个月内 5 起以上雷同投诉']);
  const story = aComplaint()
    .inState('callback')
    .by(resident)
    .does('answerSurvey', { solved: true, satisfaction: 4, wantsFollowUp: false });
  const [said] = story.all('calledBack');
  const tone = (satisfiedFrom: number) =>
    said && sentenceOf(said, { utcOffsetMinutes: 480 }, story.now, satisfiedFrom).tone;
  expect([tone(4), tone(5)]).toEqual(['good', 'warn']);
});

test('[CB-07] from which satisfaction on it is dealt with again stands in the policy', () => {
  const demanding = policy({ callback: { ...DEFAULT_POLICY.callback, dissatisfiedUpTo: 3 } });
  const answered = (p: Policy) =>
    aComplaint({ policy: p })
      .inState('callback')
      .by(resident)
      .does('answerSurvey', { solved: true, satisfaction: 3, wantsFollowUp: false }).complaint.state;
  expect([answered(DEFAULT_POLICY), answered(demanding)]).toEqual(['closed', 'dispatched']);
});
