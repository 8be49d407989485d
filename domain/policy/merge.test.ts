import { DEFAULT_POLICY, PolicySchema } from './defaults';
import { mergePolicy, type PolicyOverride } from './merge';
import { partsOfVersion } from './version';

const refusals = (change: Omit<PolicyOverride, 'version'>) => {
  const result = mergePolicy(DEFAULT_POLICY, { version: 1, ...change });
  return result.ok ? {} : result.fields;
};

describe('the defaults', () => {
  test('[CK-03] [IN-01] [MS-04] are a policy that would be accepted', () => {
    expect(PolicySchema.safeParse(DEFAULT_POLICY).error?.issues).toBeUndefined();
  });

  test('[CK-03] hold the deadlines of the procedures', () => {
    expect(DEFAULT_POLICY.times).toEqual({
      record: { minutes: 10 },
      registration: { minutes: 1440 },
      dispatch: { minutes: 10 },
      signing: { serviceMinutes: 30 },
      managerNotice: { minutes: 60 },
      generalManagerNotice: { endOfDay: 0 },
      qualityNotice: { minutes: 60 },
      resolution: { days: 2 },
      planSignature: { serviceMinutes: 240 },
      completion: { endOfDay: 0 },
      review: { serviceMinutes: 120 },
      inform: { endOfDay: 0 },
      callbackOrdinary: { workingDays: 3 },
      callbackImportant: { workingDays: 1 },
      actionPlan: { workingDays: 3 },
      verification: { workingDays: 5 },
      suggestionBox: { endOfDay: 0 },
    });
  });
});

describe('mergePolicy', () => {
  test('the estate goes before the company, the company before the default', () => {
    const company: PolicyOverride = {
      version: 2,
      times: { signing: { minutes: 20 }, dispatch: { minutes: 5 } },
      callback: { attempts: 5 },
    };
    const estate: PolicyOverride = { version: 3, times: { signing: { serviceMinutes: 15 } } };
    const result = mergePolicy(DEFAULT_POLICY, company, estate);
    if (!result.ok) throw new Error(JSON.stringify(result.fields));
    expect(result.policy.times).toEqual({
      ...DEFAULT_POLICY.times,
      signing: { serviceMinutes: 15 },
      dispatch: { minutes: 5 },
    });
    expect(result.policy.callback).toEqual({ ...DEFAULT_POLICY.callback, attempts: 5 });
  });

  test('[RP-09] the version names exactly which changes the policy is made of', () => {
    const versionOf = (company: number, estate: number) => {
      const result = mergePolicy(DEFAULT_POLICY, { version: company }, { version: estate });
      return result.ok ? result.policy.version : '';
    };
    const versions = [versionOf(0, 0), versionOf(2, 1), versionOf(1, 2), versionOf(12, 1), versionOf(1, 21)];
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions[0]).toBe(DEFAULT_POLICY.version);
    expect(partsOfVersion(versionOf(12, 1))).toMatchObject({ company: 12, estate: 1 });
  });

  test('leaves the default as it was', () => {
    const before = structuredClone(DEFAULT_POLICY);
    mergePolicy(DEFAULT_POLICY, { version: 1, times: { signing: { minutes: 1 } } });
    expect(DEFAULT_POLICY).toEqual(before);
  });

  test.each<[string, Omit<PolicyOverride, 'version'>, Record<string, string>]>([
    ['a negative time', { times: { dispatch: { minutes: -5 } } }, { 'times.dispatch.minutes': '至少为 1' }],
    [
      '[CB-01] a callback share below 60 % without a reason',
      { callback: { ordinaryShare: 0.5 } },
      { 'callback.ordinaryShare': '一般投诉回访比例低于 60% 时，须写明理由（至少 5 个字）' },
    ],
    [
      '[CK-02] a warning when the time is already over',
      { warning: { atShare: 1 } },
      { 'warning.atShare': '提醒点要小于 100%' },
    ],
    ['[CK-02] a warning at the start', { warning: { atShare: 0 } }, { 'warning.atShare': '提醒点要大于 0' }],
    [
      'service hours that overlap',
      {
        serviceHours: {
          monday: [
            { from: '08:30', to: '12:00' },
            { from: '11:00', to: '18:00' },
          ],
        },
      },
      { 'serviceHours.monday': '各段服务时间要按先后排列，不能重叠' },
    ],
    [
      'a window over midnight',
      { serviceHours: { monday: [{ from: '20:00', to: '08:00' }] } },
      { 'serviceHours.monday': '每段服务时间的开始要早于结束，跨零点请分成两段' },
    ],
    [
      'no service hours at all',
      { serviceHours: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] } },
      { serviceHours: '一周内至少要有一段服务时间' },
    ],
    [
      'a day that doesn’t exist',
      { companyDays: [{ date: '2026-02-30', working: false, name: '司庆' }] },
      { 'companyDays.0.date': '请按“2026-10-01”的格式填写日期' },
    ],
    [
      'the same day twice',
      {
        companyDays: [
          { date: '2026-12-24', working: false, name: '甲' },
          { date: '2026-12-24', working: true, name: '乙' },
        ],
      },
      { companyDays: '同一天只能填写一次' },
    ],
    ['group sizes the wrong way round', { severity: { hotGroupPeople: 12 } }, { severity: '热点人数要少于重大人数' }],
  ])('refuses %s, in Chinese and by field', (_what, change, fields) => {
    expect(refusals(change)).toEqual(fields);
  });

  test('refuses a setting that doesn’t exist', () => {
    const stranger: unknown = { signingTime: 5 };
    expect(refusals(Object.assign({}, stranger))).toEqual({ signingTime: '没有这项设置' });
  });

  test('[CB-01] a lower callback share passes with a written reason', () => {
    expect(
      refusals({ callback: { ordinaryShare: 0.5, lowerShareReason: '巡楼组本季度人手不足，已报品质部' } }),
    ).toEqual({});
  });

  test('several windows a day and a day that differs are accepted', () => {
    const noonBreak = [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ];
    expect(
      refusals({
        serviceHours: { monday: noonBreak, holiday: [] },
        companyDays: [{ date: '2027-01-02', working: true, name: '补班', hours: noonBreak }],
        confirmedYears: [2027],
      }),
    ).toEqual({});
  });
});
