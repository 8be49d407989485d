/** Severity derived from reasons, raised by age, and what a level demands at the moment it is reached (SV, CK-04, DP-02). */
import { agesOf } from '../../domain/complaint/ageing';
import { nextDueAt } from '../../domain/complaint/clocks';
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { eventRow } from '../../domain/complaint/lifecycle';
import { suggestedReasons } from '../../domain/complaint/severity';
import { residentSentenceOf, sentenceOf } from '../../domain/complaint/timeline';
import { calendarOf } from '../../domain/clock/calendar';
import { noticesOf } from '../../domain/notice/notices';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import type { ComplaintId } from '../../types/ids';
import type { Category, Kind, SeverityReasonCode } from '../../types/vocabulary';
import {
  aComplaint,
  engineering,
  generalManager,
  handler,
  head,
  manager,
  patrol,
  quality,
  receptionist,
  resident,
  supervisor,
  withSignal,
} from '../support/a-complaint';

const HOUR = 60;
const held = (story: ReturnType<typeof aComplaint>) =>
  story.complaint.reasons.filter((r) => r.struck === null).map((r) => r.code);
const runs = (story: ReturnType<typeof aComplaint>, kind: string) =>
  story.complaint.clocks.filter((c) => c.kind === kind && c.stoppedAt === undefined).length;

describe('what correcting the kind or the category does to it', () => {
  const as = (kind: Kind, note = '', category: Category = 'lift') =>
    ({ kind, category, responsibility: 'own', departmentId: engineering, note }) as const;
  const closedBefore = (category: Category) => ({
    id: 'c0' as ComplaintId,
    number: 'CH-260901-0003',
    category,
    closedAt: '2026-11-01T02:00:00.000Z',
  });

  test('[RG-03, SV-04] the desk does not make a severity disappear by calling it an inquiry: only the supervisor, with a note', () => {
    const story = aComplaint({ filing: { groupSize: 10 } });
    const refusal = story.by(receptionist).refusal('dispatch', as('inquiry', '只是咨询'));
    expect(refusal.code).toBe('notAllowed');
    expect(refusal.message).toContain('服务处主管');
    expect(story.by(supervisor).refusal('dispatch', as('inquiry')).fields).toHaveProperty('note');
    expect(story.does('dispatch', as('inquiry', '核实为咨询')).complaint.severity).toBeNull();
  });

  test('[RG-03] where no reason holds, or the kind still carries them, the desk corrects it by itself', () => {
    expect(aComplaint().by(receptionist).does('dispatch', as('inquiry')).complaint.kind).toBe('inquiry');
    const group = aComplaint({ filing: { groupSize: 10 } }).by(receptionist);
    expect(group.does('dispatch', as('repair')).complaint.severity).toBe('major');
  });

  test.each([
    ['SV-04', 'major', { filing: { groupSize: 10 } }],
    ['SV-11', 'hot', { proposal: withSignal('lawsuit') }],
    ['SV-24', 'important', { filing: { keyCustomer: true } }],
  ] as const)(
    '[RG-03, %s] filed as an inquiry and corrected to a complaint it is %s at once, and passed on',
    (code, severity, beginning) => {
      const filing = { ...('filing' in beginning ? beginning.filing : {}), kind: 'inquiry' as const };
      const story = aComplaint({ ...beginning, filing });
      expect(story.complaint.severity).toBeNull();
      story.by(receptionist).does('dispatch', as('complaint'));
      expect([held(story), story.complaint.severity]).toEqual([[code], severity]);
      expect(story.all('reasonAdded')[0]?.by.role).toBe('system');
      expect(runs(story, 'managerNotice')).toBe(1);
    },
  );

  test('[RG-03] what a supervisor struck does not come back with the next correction', () => {
    const story = aComplaint({ filing: { keyCustomer: true } }).by(supervisor);
    story.does('strikeSeverityReason', { reason: 'SV-24', note: '不是重点客户' }).does('dispatch', as('inquiry'));
    story.by(head).does('returnToDesk', { reason: '属于投诉' }).by(receptionist).does('dispatch', as('complaint'));
    expect([held(story), story.complaint.severity]).toEqual([[], 'ordinary']);
  });

  test('[RG-03, SV-12] the same matter again is noticed when the kind or the category is corrected to it', () => {
    const inquiry = aComplaint({ filing: { kind: 'inquiry' } });
    inquiry.earlier = [closedBefore('lift')];
    expect(held(inquiry.by(receptionist).does('dispatch', as('complaint')))).toEqual(['SV-12']);
    const misread = aComplaint();
    misread.earlier = [closedBefore('noise')];
    expect(held(misread.by(receptionist).does('dispatch', as('complaint', '', 'noise')))).toEqual(['SV-12']);
    const accepted = aComplaint();
    accepted.earlier = [closedBefore('lift')];
    expect(held(accepted.by(receptionist).does('dispatch', as('complaint')))).toEqual([]);
  });
});

describe('what a supervisor adds', () => {
  test.each([
    ['SV-01', 'major'],
    ['SV-02', 'major'],
    ['SV-03', 'major'],
    ['SV-04', 'major'],
    ['SV-05', 'major'],
    ['SV-06', 'major'],
    ['SV-11', 'hot'],
    ['SV-12', 'hot'],
    ['SV-13', 'hot'],
    ['SV-14', 'hot'],
    ['SV-15', 'hot'],
    ['SV-21', 'important'],
    ['SV-22', 'important'],
    ['SV-23', 'important'],
    ['SV-24', 'important'],
  ] as const)('[%s] makes it %s', (reason: SeverityReasonCode, severity) => {
    const story = aComplaint().by(supervisor).does('addSeverityReason', { reason, note: '依据见附件' });
    expect(story.complaint.severity).toBe(severity);
    expect(story.by(receptionist).refusal('addSeverityReason', { reason, note: '依据见附件' }).code).toBe('notAllowed');
  });

  test('[SV-05] repeated words about our service suggest it; a supervisor decides, nothing adds it by itself', () => {
    const beginning = { proposal: withSignal('repeated') };
    const { complaint } = aComplaint(beginning);
    expect(complaint.reasons).toEqual([]);
    expect(suggestedReasons({ ...complaint, category: 'service' })).toEqual([{ code: 'SV-05', evidence: 'repeated' }]);
    expect(suggestedReasons(complaint)).toEqual([]); // about a lift
    expect(suggestedReasons({ ...aComplaint().complaint, category: 'service' })).toEqual([]);
    const known = aComplaint(beginning).by(supervisor).does('addSeverityReason', { reason: 'SV-05', note: '三次报修' });
    expect(suggestedReasons({ ...known.complaint, category: 'service' })).toEqual([]);
  });

  test('[SV-15, SV-31] without a reason it is ordinary, with outside help needed it is hot, and ordinary again when that is struck', () => {
    const story = aComplaint();
    expect(story.complaint.severity).toBe('ordinary');
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-15', note: '需请电梯厂家' });
    expect(story.complaint.severity).toBe('hot');
    story.does('strikeSeverityReason', { reason: 'SV-15', note: '厂家保修内，自行解决' });
    expect(story.complaint.severity).toBe('ordinary');
  });
});

describe('age', () => {
  const calendar = calendarOf(DEFAULT_POLICY);
  test.each([
    // Fri 2026-11-20 10:00 → Mon, Tue, Wed 24:00 · the seventh day, Fri 24:00 · Sun Dec 20 24:00
    ['2026-11-20T02:00:00.000Z', '2026-11-25T16:00:00.000Z', '2026-11-27T16:00:00.000Z', '2026-12-20T16:00:00.000Z'],
    // Sat 2026-11-21 09:00, no working day → Mon, Tue, Wed 24:00 · Sat 24:00 · Mon Dec 21 24:00
    ['2026-11-21T01:00:00.000Z', '2026-11-25T16:00:00.000Z', '2026-11-28T16:00:00.000Z', '2026-12-21T16:00:00.000Z'],
    // Wed 2026-09-30 17:50 + 3 working days: National Day until Oct 7, then Thu 8, Fri 9, make-up Sat 10 24:00 · Oct 7 24:00 · Oct 30 24:00
    ['2026-09-30T09:50:00.000Z', '2026-10-10T16:00:00.000Z', '2026-10-07T16:00:00.000Z', '2026-10-30T16:00:00.000Z'],
    // Fri 2027-01-29 + 1 month → Sun Feb 28 24:00, there is no 29th
    ['2027-01-29T02:00:00.000Z', '2027-02-03T16:00:00.000Z', '2027-02-05T16:00:00.000Z', '2027-02-28T16:00:00.000Z'],
  ])('[CK-04] filed %s: important at %s, hot at %s, major at %s', (filedAt, important, hot, major) => {
    expect(agesOf(filedAt, DEFAULT_POLICY, calendar)).toEqual([
      { code: 'SV-21', at: important },
      { code: 'SV-13', at: hot },
      { code: 'SV-03', at: major },
    ]);
  });

  test('[CK-04, SV-21, SV-13, SV-03] raises it by itself, each reason once, with the time at which it came to hold', () => {
    const story = aComplaint().at('2026-11-25T15:59:00.000Z').clockRuns(); // Wed 23:59
    expect(held(story)).toEqual([]);
    for (const [at, code, severity] of [
      ['2026-11-25T16:00:00.000Z', 'SV-21', 'important'],
      ['2026-11-27T16:00:00.000Z', 'SV-13', 'hot'],
      ['2026-12-20T16:00:00.000Z', 'SV-03', 'major'],
    ] as const) {
      story.at(at).clockRuns().later(1).clockRuns();
      expect(story.complaint.severity).toBe(severity);
      expect(story.all('reasonAdded').filter((e) => e.data.code === code)).toMatchObject([{ data: { trueAt: at } }]);
    }
    expect(story.complaint.reasons.map((r) => r.evidence)).toEqual([
      '3 个工作日未解决（应于 2026年11月25日 24:00）',
      '7 天未解决（应于 2026年11月27日 24:00）',
      '1 个月未解决（应于 2026年12月20日 24:00）',
    ]);
  });

  test('[CK-07] what came due while the system was down is noticed at the next run, once, with the true times', () => {
    const story = aComplaint().at('2026-11-29T04:00:00.000Z').clockRuns().clockRuns();
    expect(story.all('reasonAdded').map((e) => [e.data.code, e.data.trueAt])).toEqual([
      ['SV-21', '2026-11-25T16:00:00.000Z'],
      ['SV-13', '2026-11-27T16:00:00.000Z'],
    ]);
  });

  test('[CK-08] the timer is asked to look at the very moment, and at nothing once all has come', () => {
    const story = aComplaint().inState('handling').at('2026-11-25T15:00:00.000Z').clockRuns();
    expect(nextDueAt(story.complaint)).toBe('2026-11-25T16:00:00.000Z');
  });

  test('[CK-04, HD-06] ends when the result has passed review and the resident was informed, not before', () => {
    const told = aComplaint().notDrawn().inState('closed').at('2027-01-20T02:00:00.000Z');
    expect(nextDueAt(told.complaint)).toBeNull();
    expect(held(told.clockRuns())).toEqual([]);
    const passed = aComplaint().inState('informing').at('2026-11-25T16:00:00.000Z').clockRuns();
    expect(held(passed)).toEqual(['SV-21']);
    const withdrawn = aComplaint()
      .by(resident)
      .does('withdraw', { reason: '自己修好了' })
      .at('2027-01-20T02:00:00.000Z');
    expect(held(withdrawn.clockRuns())).toEqual([]);
  });

  test('[CK-04, CB-01] told too late before the timer could notice: it counts for the callback all the same', () => {
    const story = aComplaint()
      .notDrawn()
      .inState('informing')
      .at('2026-11-26T02:00:00.000Z')
      .system({ name: 'resultReached', how: 'message' });
    expect(held(story)).toEqual(['SV-21']);
    expect(story.complaint).toMatchObject({ state: 'callback', callback: { drawn: true, form: 'visit' } });
  });

  test('[CK-04] a reopened complaint is unresolved again, counted from filing; a reason that stands or was struck comes no second time', () => {
    const story = aComplaint().notDrawn().inState('closed').at('2026-11-26T02:00:00.000Z');
    story.by(resident).does('reopen', { why: '又坏了' }).clockRuns().clockRuns();
    expect(held(story)).toEqual(['SV-12', 'SV-21']);
    expect(story.all('reasonAdded')[0]?.data.trueAt).toBe('2026-11-26T02:00:00.000Z'); // unresolved since then
    story.by(supervisor).does('strikeSeverityReason', { reason: 'SV-21', note: '住户出差' });
    expect(held(story.later(HOUR).clockRuns())).toEqual(['SV-12']);
  });

  test('[SV-03] only what is valid becomes major by age; found valid later it does', () => {
    const found = (valid: boolean) =>
      aComplaint()
        .inState('investigating')
        .by(handler)
        .does('recordInvestigation', { findings: '无异响', valid, responsibility: 'own' })
        .at('2026-12-21T02:00:00.000Z')
        .clockRuns();
    expect(held(found(true))).toContain('SV-03');
    const invalid = found(false);
    expect(held(invalid)).toEqual(['SV-21', 'SV-13']);
    invalid.by(handler).does('recordInvestigation', { findings: '复查确有异响', valid: true, responsibility: 'own' });
    expect(held(invalid.clockRuns())).toContain('SV-03');
  });

  test('[IN-11, CK-04] inquiries, suggestions and praise never age', () => {
    for (const kind of ['inquiry', 'suggestion', 'praise'] as const) {
      const story = aComplaint({ filing: { kind } }).at('2027-01-20T02:00:00.000Z').clockRuns();
      expect([story.complaint.severity, held(story), nextDueAt(story.complaint)]).toEqual([null, [], null]);
    }
  });

  test('[CK-04] the times are those of the policy it was registered under', () => {
    const policy = {
      ...DEFAULT_POLICY,
      severity: { ...DEFAULT_POLICY.severity, unresolvedImportant: { workingDays: 1 } },
    };
    const story = aComplaint({ policy }).at('2026-11-23T16:00:00.000Z').clockRuns();
    expect(story.complaint.reasons).toMatchObject([{ evidence: '1 个工作日未解决（应于 2026年11月23日 24:00）' }]);
  });
});

describe('what a level demands', () => {
  const kinds = (story: ReturnType<typeof aComplaint>) =>
    story.complaint.clocks
      .filter((c) => c.kind.endsWith('Notice') && c.stoppedAt === undefined)
      .map((c) => [c.kind, c.dueAt]);

  test('[DP-02] ordinary nothing; important and hot the manager within 1 hour and quality; major the general manager the same day', () => {
    expect(kinds(aComplaint())).toEqual([]);
    const within = '2026-11-20T03:00:00.000Z'; // Fri 11:00
    for (const beginning of [{ filing: { keyCustomer: true } }, { filing: { groupSize: 3 } }])
      expect(kinds(aComplaint(beginning))).toEqual([
        ['managerNotice', within],
        ['qualityNotice', within],
      ]);
    expect(kinds(aComplaint({ filing: { groupSize: 10 } }))).toEqual([
      ['managerNotice', within],
      ['generalManagerNotice', '2026-11-20T16:00:00.000Z'], // Fri 24:00
      ['qualityNotice', within],
    ]);
  });

  test('[DP-02] if it became important later, from that moment; told then, with a copy to the general manager', () => {
    const story = aComplaint()
      .inState('handling')
      .later(5 * HOUR);
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-23', note: '值班人员疏忽' });
    expect(story.clock('managerNotice')).toMatchObject({ startedAt: story.now });
    const [changed] = story.all('severityChanged');
    expect(changed?.data).toEqual({ from: 'ordinary', to: 'important', notices: ['managerNotice', 'qualityNotice'] });
    expect(changed && noticesOf(eventRow(changed.type), story.complaint).map((n) => n.audience)).toEqual([
      'manager',
      'quality',
      'generalManager',
    ]);
    expect(changed && sentenceOf(changed, { utcOffsetMinutes: 480 }, story.now)).toMatchObject({
      title: '级别升为重要',
      detail: '已通知经理、品质部，等待阅知',
      internal: true,
    });
  });

  test('[DP-02] the clock stops when somebody of the post opens it; a colleague of another role opens nothing for them', () => {
    const story = aComplaint({ filing: { groupSize: 10 } }).later(20);
    for (const other of [supervisor, head, patrol, resident])
      expect(story.by(other).refusal('acknowledge').code).toBe('notAllowed');
    story.by(quality).does('acknowledge');
    expect([runs(story, 'managerNotice'), runs(story, 'generalManagerNotice'), runs(story, 'qualityNotice')]).toEqual([
      1, 1, 0,
    ]);
    story.by(manager).does('acknowledge');
    expect(story.clock('managerNotice').stoppedAt).toBe(story.now);
    expect(runs(story, 'generalManagerNotice')).toBe(1);
    story.by(generalManager).does('acknowledge');
    expect(runs(story, 'generalManagerNotice')).toBe(0);
    expect(story.complaint.acknowledged.map(({ notice, by }) => [notice, by.personId])).toEqual([
      ['qualityNotice', quality.id],
      ['managerNotice', manager.id],
      ['generalManagerNotice', generalManager.id],
    ]);
  });

  test('[DP-02] opening it again is no refusal and writes nothing; it is offered only while there is something to open', () => {
    const story = aComplaint({ filing: { keyCustomer: true } });
    expect(possibleCommands(story.complaint, manager)).toContain('acknowledge');
    expect(possibleCommands(story.complaint, generalManager)).not.toContain('acknowledge');
    story.by(manager).does('acknowledge');
    expect(possibleCommands(story.complaint, manager)).not.toContain('acknowledge');
    expect(story.tries('acknowledge')).toEqual([]);
    expect(aComplaint().by(manager).refusal('acknowledge').code).toBe('notAllowed');
  });

  test('[DP-02] each has the notice as a duty with its own time, beside the duty of the one who must act', () => {
    const story = aComplaint({ filing: { groupSize: 10 } }).inState('dispatched');
    expect(dutiesOf(story.complaint).map((d) => [d.command, d.keys[0], d.dueAt])).toEqual([
      ['signFor', 'departmentHead@dept-engineering', '2026-11-20T02:31:00.000Z'],
      ['acknowledge', 'manager@estate-1', '2026-11-20T03:00:00.000Z'],
      ['acknowledge', 'generalManager@estate-1', '2026-11-20T16:00:00.000Z'],
      ['acknowledge', 'quality@estate-1', '2026-11-20T03:00:00.000Z'],
    ]);
    const clockless = aComplaint({ filing: { groupSize: 10 } }).inState('investigating');
    expect(dutiesOf(clockless.complaint)[0]).toMatchObject({ command: 'recordInvestigation', clock: 'resolution' });
  });

  test('[DP-02, CK-02] an unopened notice is missed after its hour and goes to the general manager; the resident hears nothing of it', () => {
    const story = aComplaint({ filing: { keyCustomer: true } })
      .later(HOUR)
      .clockRuns();
    const missed = story.all('clockMissed').filter((e) => e.data.clock === 'managerNotice');
    expect(missed).toMatchObject([{ data: { level: 1, trueAt: '2026-11-20T03:00:00.000Z' } }]);
    const zone = { utcOffsetMinutes: 480 };
    expect(missed[0] && residentSentenceOf(missed[0], zone, story.now, false)).toBeNull();
    const dispatch = story.all('clockMissed').find((e) => e.data.clock === 'dispatch');
    expect(dispatch && residentSentenceOf(dispatch, zone, story.now, false)?.title).toContain('已超时');
  });

  test('[CK-06] overtime of a key customer is reported to the management department, once a clock', () => {
    const told = (keyCustomer: boolean) => {
      const story = aComplaint({ filing: { keyCustomer } }).later(40).clockRuns();
      return story.complaint.events.flatMap((event, i) => {
        const then = { ...story.complaint, events: story.complaint.events.slice(0, i + 1) };
        if (
          event.type !== 'clockMissed' ||
          !noticesOf(eventRow(event.type), then).some((n) => n.audience === 'management')
        )
          return [];
        return [[event.data.clock, event.data.level]];
      });
    };
    expect(told(true)).toEqual([['dispatch', 1]]);
    expect(told(false)).toEqual([]);
  });

  test('[SV-12, DP-02] a new round is passed on anew, whoever opened the last', () => {
    const story = aComplaint({ filing: { groupSize: 3 } })
      .by(manager)
      .does('acknowledge');
    story.inState('informing').by(resident).does('reopen', { why: '还是响' });
    expect(story.complaint.round).toBe(2);
    expect([runs(story, 'managerNotice'), runs(story, 'qualityNotice')]).toEqual([1, 1]);
    expect(story.all('severityChanged').at(-1)?.data).toMatchObject({ from: 'hot', to: 'hot' });
    story.by(manager).does('acknowledge');
    expect(runs(story, 'managerNotice')).toBe(0);
  });

  test('[DP-02] what a level demands starts once: from important to hot to major only the general manager is new', () => {
    const story = aComplaint({ filing: { keyCustomer: true } })
      .by(manager)
      .does('acknowledge');
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-11', note: '住户称将起诉' });
    story.does('addSeverityReason', { reason: 'SV-01', note: '已收到传票' });
    expect(story.all('severityChanged').map((e) => e.data.notices)).toEqual([
      ['managerNotice', 'qualityNotice'],
      [],
      ['generalManagerNotice'],
    ]);
  });

  test('[SV-23, DP-02] struck, the level is derived anew and notices nobody needs any more stop; what was demanded stays in the history', () => {
    const story = aComplaint({ proposal: withSignal('safety_hazard') }).later(5);
    story.by(supervisor).does('strikeSeverityReason', { reason: 'SV-23', note: '现场核实无隐患' });
    expect([runs(story, 'managerNotice'), runs(story, 'qualityNotice')]).toEqual([0, 0]);
    expect(story.clock('managerNotice').stoppedAt).toBe(story.now);
    expect(story.all('severityChanged').map((e) => [e.data.from, e.data.to])).toEqual([
      [null, 'important'],
      ['important', 'ordinary'],
    ]);
    expect(
      story
        .later(2 * HOUR)
        .clockRuns()
        .all('clockMissed')
        .map((e) => e.data.clock),
    ).not.toContain('managerNotice');
    // Nobody had opened it, so the next rise asks again.
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-15', note: '需请厂家' });
    expect(runs(story, 'managerNotice')).toBe(1);
  });

  test('[HD-02] raised before work started the plan needs the manager; work under way goes on', () => {
    const before = aComplaint()
      .inState('investigating')
      .by(supervisor)
      .does('addSeverityReason', { reason: 'SV-15', note: '需请厂家' })
      .by(handler)
      .does('recordInvestigation', { findings: '轴承磨损', valid: true, responsibility: 'own' })
      .does('writePlan', { measures: '更换轴承', expectedAt: '2026-11-21T10:00:00.000Z' });
    expect(before.complaint).toMatchObject({ state: 'investigating', plan: { needsSignature: true, signedBy: null } });
    const under = aComplaint()
      .inState('handling')
      .by(supervisor)
      .does('addSeverityReason', { reason: 'SV-15', note: '需请厂家' });
    expect(under.complaint.state).toBe('handling');
    expect(
      under.by(handler).tries('complete', { outcome: 'fixed', result: '已修好', noPhotoReason: '夜间' }),
    ).toMatchObject([{ type: 'completed' }]);
  });

  test('[CK-05] the resolution clock keeps its start and its time when the level rises', () => {
    const story = aComplaint().inState('handling');
    const before = story.clock('resolution');
    story
      .later(3 * HOUR)
      .by(supervisor)
      .does('addSeverityReason', { reason: 'SV-01', note: '已收到传票' });
    expect(story.clock('resolution')).toEqual(before);
  });

  test('[CB-01, CB-02] a callback planned for an ordinary complaint becomes one in person, due by the shorter time', () => {
    const story = aComplaint().inState('callback');
    expect(story.complaint.callback).toMatchObject({ form: 'survey', why: 'lot' });
    expect(story.clock('callback').dueAt).toBe('2026-11-25T16:00:00.000Z'); // Fri + 3 working days → Wed 24:00
    story.later(HOUR).by(supervisor).does('addSeverityReason', { reason: 'SV-15', note: '厂家尚未验收' });
    expect(story.complaint.callback).toMatchObject({ form: 'visit', why: 'severity', surveyUntil: null });
    expect(story.clock('callback').dueAt).toBe('2026-11-23T16:00:00.000Z'); // Fri + 1 working day → Mon 24:00
    expect(
      story.by(resident).refusal('answerSurvey', { solved: true, satisfaction: 5, wantsFollowUp: false }).code,
    ).toBe('notInThisState');
    expect(possibleCommands(story.complaint, patrol)).toContain('recordCallback');
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-11', note: '住户称将曝光' });
    expect(story.all('callbackRaised')).toHaveLength(1);
  });

  test('[CB-02] raised on the last day, it is not due later than it was', () => {
    const story = aComplaint().inState('callback').at('2026-11-25T02:00:00.000Z');
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-15', note: '厂家尚未验收' });
    expect(story.clock('callback').dueAt).toBe('2026-11-25T16:00:00.000Z');
  });

  test('[DP-02] an ended complaint demands nothing', () => {
    const story = aComplaint({ filing: { groupSize: 10 } })
      .by(resident)
      .does('withdraw', { reason: '误报' });
    expect(kinds(story)).toEqual([]);
    expect(nextDueAt(story.at('2026-12-30T02:00:00.000Z').clockRuns().complaint)).toBeNull();
  });
});
