/**
 * Every number of the business, with the rule it comes from. A company and an estate change them in the app
 * (`mergePolicy`); a complaint keeps the version it was registered under. No other file holds such a number.
 */
import * as z from 'zod/mini';
import { DurationSchema } from '../clock/duration';
import {
  LARGEST_PHOTO_BYTES,
  LARGEST_VIDEO_BYTES,
  LONGEST_TEXT,
  LONGEST_VIDEO_SECONDS,
  MOST_PHOTOS,
  MOST_VIDEOS,
} from '../../types/limits';
import { DEFAULTS_VERSION, policyVersion } from './version';

const whole = (least: number, most = 100_000) =>
  z
    .int('请填写整数')
    .check(z.gte(least, least === 0 ? '不能为负数' : `至少为 ${least}`), z.lte(most, `最多为 ${most}`));
const share = () => z.number('请填写数字').check(z.gte(0, '不能为负数'), z.lte(1, '不能超过 100%'));

const TimeOfDay = z
  .string('请填写时间')
  .check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '请按“08:30”的格式填写时间'));
const Day = z
  .string('请填写日期')
  .check(
    z.refine(
      (s) => /^\d{4}-\d{2}-\d{2}$/.test(s) && !Number.isNaN(Date.parse(s)) && new Date(s).toISOString().startsWith(s),
      '请按“2026-10-01”的格式填写日期',
    ),
  );

/** Minutes after 00:00 of `HH:mm`; `24:00` is 1440. */
export const minutesOf = (timeOfDay: string): number =>
  Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5));

/** Service hours of one day: any number of windows, in order; an empty list is a closed day. */
const Windows = z.array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }), '请填写服务时间').check(
  z.refine(
    (windows) => windows.every((w) => minutesOf(w.from) < minutesOf(w.to)),
    '每段服务时间的开始要早于结束，跨零点请分成两段',
  ),
  z.refine(
    (windows) =>
      windows.every((w, i) => {
        const before = windows[i - 1];
        return before === undefined || minutesOf(before.to) <= minutesOf(w.from);
      }),
    '各段服务时间要按先后排列，不能重叠',
  ),
);
export type Windows = z.infer<typeof Windows>;

const ServiceHours = z
  .strictObject({
    monday: Windows,
    tuesday: Windows,
    wednesday: Windows,
    thursday: Windows,
    friday: Windows,
    saturday: Windows,
    sunday: Windows,
    /** Instead of the weekday's hours on days off that the official calendar or the company names; `null` means as usual. */
    holiday: z.nullable(Windows),
  })
  .check(
    z.refine(
      (h) => [h.monday, h.tuesday, h.wednesday, h.thursday, h.friday, h.saturday, h.sunday].some((w) => w.length > 0),
      '一周内至少要有一段服务时间',
    ),
  );

/** A day that differs from the official calendar (CK-01). */
const CompanyDay = z.strictObject({
  date: Day,
  working: z.boolean('请选择上班或休息'),
  name: z.string('请填写名称').check(z.minLength(1, '请填写名称'), z.maxLength(30, '名称最多 30 字')),
  /** Service hours of this one day; without them it has the usual ones. */
  hours: z.optional(Windows),
});

export const PolicySchema = z.strictObject({
  /** Names exactly this policy: whose changes it is made of, and which (RP-09; version.ts). */
  version: z.string(),
  zone: z.strictObject({
    name: z.string().check(z.minLength(1, '请填写时区')),
    utcOffsetMinutes: z.int().check(z.gte(-720, '时区偏移不正确'), z.lte(840, '时区偏移不正确')),
  }),
  serviceHours: ServiceHours,
  companyDays: z.array(CompanyDay).check(
    z.maxLength(400, '特殊日期最多 400 个'),
    z.refine((days) => new Set(days.map((d) => d.date)).size === days.length, '同一天只能填写一次'),
  ),
  /** Years without published official data for which the company has entered every day itself. */
  confirmedYears: z.array(whole(2000, 2200)),
  intake: z.strictObject({
    text: z
      .strictObject({ leastCharacters: whole(1, LONGEST_TEXT), mostCharacters: whole(1, LONGEST_TEXT) })
      .check(z.refine((t) => t.leastCharacters <= t.mostCharacters, '最少字数不能多于最多字数')),
    photos: z.strictObject({ most: whole(0, MOST_PHOTOS), mostBytes: whole(1, LARGEST_PHOTO_BYTES) }),
    video: z.strictObject({
      most: whole(0, MOST_VIDEOS),
      mostBytes: whole(1, LARGEST_VIDEO_BYTES),
      mostSeconds: whole(1, LONGEST_VIDEO_SECONDS),
    }),
    urgeInterval: DurationSchema,
    answerReadWithin: DurationSchema,
  }),
  times: z.strictObject({
    record: DurationSchema,
    registration: DurationSchema,
    dispatch: DurationSchema,
    signing: DurationSchema,
    managerNotice: DurationSchema,
    generalManagerNotice: DurationSchema,
    qualityNotice: DurationSchema,
    resolution: DurationSchema,
    planSignature: DurationSchema,
    completion: DurationSchema,
    review: DurationSchema,
    inform: DurationSchema,
    callbackOrdinary: DurationSchema,
    callbackImportant: DurationSchema,
    actionPlan: DurationSchema,
    verification: DurationSchema,
    suggestionBox: DurationSchema,
  }),
  warning: z.strictObject({
    atShare: z.number('请填写数字').check(z.gt(0, '提醒点要大于 0'), z.lt(1, '提醒点要小于 100%')),
  }),
  pauses: z.strictObject({ most: whole(0, 20), togetherDays: whole(0, 60) }),
  keyCustomer: z.strictObject({
    timeFactor: z.number('请填写数字').check(z.gt(0, '系数要大于 0'), z.lte(1, '系数不能大于 1')),
  }),
  classification: z.strictObject({
    dispatchConfidence: share(),
    correctionsFollowedDays: whole(0, 3650),
    evaluatedAt: TimeOfDay,
    mayFallBy: share(),
    correctedShareToReport: share(),
  }),
  severity: z
    .strictObject({
      hotGroupPeople: whole(2),
      majorGroupPeople: whole(2),
      alike: z.strictObject({ count: whole(2), within: DurationSchema }),
      complainedAgainWithinDays: whole(1, 3650),
      unresolvedImportant: DurationSchema,
      unresolvedHot: DurationSchema,
      unresolvedMajor: DurationSchema,
    })
    .check(z.refine((s) => s.hotGroupPeople < s.majorGroupPeople, '热点人数要少于重大人数')),
  callback: z
    .strictObject({
      ordinaryShare: share(),
      /** Why the company draws less than the procedure's 60 %; needed then. */
      lowerShareReason: z.optional(z.string().check(z.maxLength(500, '最多 500 字'))),
      surveyWait: DurationSchema,
      surveyCooldownDays: whole(0, 365),
      attempts: whole(1, 10),
      /** At least this long between two attempts. */
      attemptInterval: DurationSchema,
      dissatisfiedUpTo: whole(1, 4),
      satisfiedFrom: whole(2, 5),
    })
    .check(
      z.refine((c) => c.ordinaryShare >= LEAST_ORDINARY_SHARE || (c.lowerShareReason ?? '').trim().length >= 5, {
        path: ['ordinaryShare'],
        error: '一般投诉回访比例低于 60% 时，须写明理由（至少 5 个字）',
      }),
      z.refine((c) => c.dissatisfiedUpTo < c.satisfiedFrom, {
        path: ['satisfiedFrom'],
        error: '满意的起点要高于不满意的上限',
      }),
    ),
  reopening: z
    .strictObject({ window: DurationSchema, toManagerAt: whole(1), toGeneralManagerAt: whole(1) })
    .check(z.refine((r) => r.toManagerAt < r.toGeneralManagerAt, '报总经理的次数要多于报经理的次数')),
  returns: z.strictObject({ toSupervisorAt: whole(1) }),
  action: z.strictObject({ incidentComplaints: whole(2), recurrenceWithinDays: whole(1, 3650) }),
  prevention: z.strictObject({ withinDays: whole(1, 3650), samePlace: whole(2), estate: whole(2) }),
  reports: z
    .strictObject({
      monthlyApprovedByDay: whole(1, 28),
      monthlyArchivedByDay: whole(1, 31),
      leastCasesForRate: whole(1, 100),
    })
    .check(
      z.refine((r) => r.monthlyApprovedByDay <= r.monthlyArchivedByDay, {
        path: ['monthlyArchivedByDay'],
        error: '归档日不能早于审批日',
      }),
    ),
  survey: z.strictObject({ leastAnswersToBreakDown: whole(2, 100) }),
  messages: z.strictObject({ quietFrom: TimeOfDay, quietTo: TimeOfDay }),
});
export type Policy = z.infer<typeof PolicySchema>;

/** 规程 5.6: below this share of callbacks on ordinary complaints a written reason is needed. */
export const LEAST_ORDINARY_SHARE = 0.6;

/** CB-01, 规程 5.6: of important and above everyone is called back. */
export const GRAVE_SHARE = 1;

/** 物业服务中心's usual hours, every day without a lunch break. */
const EVERY_DAY: Windows = [{ from: '08:30', to: '21:00' }];

export const DEFAULT_POLICY: Policy = {
  version: policyVersion({ defaults: DEFAULTS_VERSION, company: 0, estate: 0 }),
  zone: { name: 'Asia/Shanghai', utcOffsetMinutes: 480 }, // CK-01
  serviceHours: {
    monday: EVERY_DAY,
    tuesday: EVERY_DAY,
    wednesday: EVERY_DAY,
    thursday: EVERY_DAY,
    friday: EVERY_DAY,
    saturday: EVERY_DAY,
    sunday: EVERY_DAY,
    holiday: null,
  }, // CK-01
  companyDays: [], // CK-01
  confirmedYears: [], // CK-01
  intake: {
    text: { leastCharacters: 5, mostCharacters: 2000 }, // IN-01
    photos: { most: 9, mostBytes: 10_485_760 }, // IN-01
    video: { most: 1, mostBytes: 52_428_800, mostSeconds: 30 }, // IN-01 “short”
    urgeInterval: { minutes: 240 }, // IN-08: once every 4 hours
    answerReadWithin: { days: 3 }, // IN-11
  },
  times: {
    record: { minutes: 10 }, // CK-03, IN-02 unconfirmed first-contact record
    registration: { minutes: 1440 }, // CK-03, RG-01, 制度: within 24 hours
    dispatch: { minutes: 10 }, // CK-03, DP-01, 标准 5
    signing: { serviceMinutes: 30 }, // CK-03, DP-05, 标准 5
    managerNotice: { minutes: 60 }, // CK-03, DP-02, 标准 4(2)
    generalManagerNotice: { endOfDay: 0 }, // CK-03, DP-02, 标准 4(2): the same day
    qualityNotice: { minutes: 60 }, // DP-02, 规程 5.3.4: sent at once, to be opened within
    resolution: { days: 2 }, // CK-03, HD-06, 标准 4(2)③
    planSignature: { serviceMinutes: 240 }, // HD-02: the work waits for it; no procedure names a time, four service hours leave most of the 2 days of HD-06 for the work
    completion: { endOfDay: 0 }, // CK-03, HD-08, 标准 6(1): the same day
    review: { serviceMinutes: 120 }, // RV-01: no procedure names a time; IF-01 counts the day from when the desk has the result, two service hours keep it within reach
    inform: { endOfDay: 0 }, // CK-03, IF-01, 标准 7: the same day
    callbackOrdinary: { workingDays: 3 }, // CK-03, CB-02, 协调
    callbackImportant: { workingDays: 1 }, // CK-03, CB-02, 制度
    actionPlan: { workingDays: 3 }, // CA-01: for writing cause, correction, prevention and planned date; no procedure names it
    verification: { workingDays: 5 }, // CK-03, CA-02, 程序
    suggestionBox: { endOfDay: 0 }, // CK-03, IN-04, 程序: daily
  },
  warning: { atShare: 0.8 }, // CK-02
  pauses: { most: 3, togetherDays: 7 }, // CK-05
  keyCustomer: { timeFactor: 0.5 }, // CK-06
  classification: {
    dispatchConfidence: 0.8, // RG-02
    correctionsFollowedDays: 365, // RG-03: an almost identical text follows a correction for so long
    evaluatedAt: '03:00', // RG-03: the nightly look at what the classifier still knows
    mayFallBy: 0.01, // RG-03: beyond it a fall on the gold messages is reported, from night to night and from the best of 30 nights
    correctedShareToReport: 0.3, // RG-03: of what was filed in 30 days, so much corrected is reported
  },
  severity: {
    hotGroupPeople: 3, // SV-14
    majorGroupPeople: 10, // SV-04
    alike: { count: 3, within: { months: 1 } }, // SV-22
    complainedAgainWithinDays: 90, // SV-12
    unresolvedImportant: { workingDays: 3 }, // SV-21, CK-04
    unresolvedHot: { days: 7 }, // SV-13, CK-04
    unresolvedMajor: { months: 1 }, // SV-03, CK-04
  },
  callback: {
    ordinaryShare: LEAST_ORDINARY_SHARE, // CB-01, 规程 5.6
    surveyWait: { minutes: 1440 }, // CB-03
    surveyCooldownDays: 14, // CB-01
    attempts: 3, // CB-06
    attemptInterval: { minutes: 180 }, // CB-06: different days or times of day
    dissatisfiedUpTo: 2, // CB-07
    satisfiedFrom: 4, // RP-04: 满意, 非常满意
  },
  reopening: { window: { days: 7 }, toManagerAt: 2, toGeneralManagerAt: 3 }, // IF-03
  returns: { toSupervisorAt: 2 }, // DP-03
  action: { incidentComplaints: 3, recurrenceWithinDays: 90 }, // CA-01, CA-04
  prevention: { withinDays: 30, samePlace: 3, estate: 5 }, // RP-08
  reports: { monthlyApprovedByDay: 25, monthlyArchivedByDay: 30, leastCasesForRate: 5 }, // RP-01, RP-04: fewer would say more about a neighbour than about the service
  survey: { leastAnswersToBreakDown: 5 }, // SU-03
  messages: { quietFrom: '22:00', quietTo: '08:00' }, // MS-04
};
