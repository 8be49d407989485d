/**
 * The settings of a policy as people read and change them: every number of defaults.ts once, in groups, with its unit and the
 * procedure it comes from. Loaded by the admin's page, so it carries no schema; what is allowed stands in defaults.ts.
 */

/** How a setting is written down and read. */
export type SettingKind =
  /** A time of the clock library: `{ minutes: 30 }`, `{ workingDays: 3 }` … */
  | 'duration'
  /** A whole number of `unit`. */
  | 'count'
  /** 0–1, read as per cent. */
  | 'share'
  /** 0–1, read as it is. */
  | 'factor'
  /** Bytes, read as MB. */
  | 'bytes'
  /** `08:30` */
  | 'timeOfDay'
  | 'words'
  /** Service hours of a day; an empty list is a closed day. */
  | 'windows'
  /** The same, or null: as on the weekday. */
  | 'windowsOrUsual'
  /** Days that differ from the official calendar. */
  | 'companyDays'
  | 'years';

export interface Setting {
  /** Where it stands in the policy, e.g. `times.signing`. */
  path: string;
  label: string;
  kind: SettingKind;
  unit?: string;
  /** The procedure it comes from, in words. */
  source: string;
}

export interface SettingGroup {
  key: string;
  title: string;
  settings: readonly Setting[];
}

const hours = (day: string, label: string): Setting => ({
  path: `serviceHours.${day}`,
  label,
  kind: 'windows',
  source: '公司规定的服务时间（CK-01）',
});

// biome-ignore format: a table reads row by row
export const SETTING_GROUPS: readonly SettingGroup[] = [
  { key: 'times', title: '办理时限', settings: [
    { path: 'times.record', label: '首问登记的确认', kind: 'duration', source: '规程 5.1、后续：首问责任（IN-02、CK-03）' },
    { path: 'times.registration', label: '登记', kind: 'duration', source: '制度：24 小时内登记（RG-01）' },
    { path: 'times.dispatch', label: '派单', kind: 'duration', source: '标准 5：10 分钟内转到被投诉部门（DP-01）' },
    { path: 'times.signing', label: '部门签收', kind: 'duration', source: '标准 5：30 分钟未签收即提醒（DP-05）' },
    { path: 'times.managerNotice', label: '重要投诉报经理', kind: 'duration', source: '标准 4(2)：1 小时内（DP-02）' },
    { path: 'times.generalManagerNotice', label: '重大投诉报总经理', kind: 'duration', source: '标准 4(2)：当天（DP-02）' },
    { path: 'times.qualityNotice', label: '重要及以上报品质部', kind: 'duration', source: '规程 5.3.4：立即报送，限时查阅（DP-02）' },
    { path: 'times.resolution', label: '一般投诉处理', kind: 'duration', source: '标准 4(2)③：2 天内（HD-06）' },
    { path: 'times.planSignature', label: '方案签批', kind: 'duration', source: '规程 5.3.5：经理签批后实施；规程未定时限，缺省 4 个服务小时（HD-02）' },
    { path: 'times.completion', label: '办结填单', kind: 'duration', source: '标准 6(1)：当天（HD-08）' },
    { path: 'times.review', label: '处理结果审核', kind: 'duration', source: '协调 5.4：服务中心审核；规程未定时限，缺省 2 个服务小时（RV-01）' },
    { path: 'times.inform', label: '结果告知住户', kind: 'duration', source: '标准 7：当天（IF-01）' },
    { path: 'times.callbackOrdinary', label: '一般投诉回访', kind: 'duration', source: '协调：3 个工作日内（CB-02）' },
    { path: 'times.callbackImportant', label: '重要及以上回访', kind: 'duration', source: '制度：立即，1 个工作日内（CB-02）' },
    { path: 'times.actionPlan', label: '制定纠正和预防措施', kind: 'duration', source: '规程未定，缺省 3 个工作日内（CA-01）' },
    { path: 'times.verification', label: '纠正措施验证', kind: 'duration', source: '程序：5 个工作日内（CA-02）' },
    { path: 'times.suggestionBox', label: '投诉箱开箱', kind: 'duration', source: '程序：每天开箱（IN-04）' },
  ] },
  { key: 'reminding', title: '提醒、暂停与重点客户', settings: [
    { path: 'warning.atShare', label: '时限过了多少就提醒', kind: 'share', source: '后续：到期前提醒（CK-02）' },
    { path: 'pauses.most', label: '等待住户最多暂停', kind: 'count', unit: '次', source: '等待住户时暂停处理时限（CK-05）' },
    { path: 'pauses.togetherDays', label: '暂停合计不超过', kind: 'count', unit: '天', source: '等待住户时暂停处理时限（CK-05）' },
    { path: 'keyCustomer.timeFactor', label: '重点客户时限系数', kind: 'factor', source: '后续：重点客户绿色通道（CK-06）' },
  ] },
  { key: 'severity', title: '级别判定', settings: [
    { path: 'severity.hotGroupPeople', label: '集体投诉定为热点，从', kind: 'count', unit: '人', source: '规程 3.2.2（SV-14）' },
    { path: 'severity.majorGroupPeople', label: '集体投诉定为重大，从', kind: 'count', unit: '人', source: '规程 3.2.1（SV-04）' },
    { path: 'severity.alike.count', label: '雷同投诉定为重要，从', kind: 'count', unit: '起', source: '规程 3.2.3（SV-22）' },
    { path: 'severity.alike.within', label: '雷同投诉的计算期间', kind: 'duration', source: '规程 3.2.3（SV-22）' },
    { path: 'severity.complainedAgainWithinDays', label: '关闭后再次投诉的计算期间', kind: 'count', unit: '天', source: '规程 3.2.2（SV-12）' },
    { path: 'severity.unresolvedImportant', label: '未解决多久定为重要', kind: 'duration', source: '规程 3.2.3（SV-21、CK-04）' },
    { path: 'severity.unresolvedHot', label: '未解决多久定为热点', kind: 'duration', source: '规程 3.2.2（SV-13、CK-04）' },
    { path: 'severity.unresolvedMajor', label: '未解决多久定为重大', kind: 'duration', source: '规程 3.2.1、标准（SV-03、CK-04）' },
  ] },
  { key: 'callback', title: '回访与重新打开', settings: [
    { path: 'callback.ordinaryShare', label: '一般投诉回访比例不低于', kind: 'share', source: '规程 5.6：60%（CB-01）' },
    { path: 'callback.lowerShareReason', label: '比例低于 60% 的理由', kind: 'words', source: '规程 5.6：低于 60% 须说明（CB-01）' },
    { path: 'callback.surveyWait', label: '问卷等多久转人工回访', kind: 'duration', source: '协调 5.5（CB-03）' },
    { path: 'callback.surveyCooldownDays', label: '同一户两次问卷至少间隔', kind: 'count', unit: '天', source: '不频繁打扰住户（CB-01）' },
    { path: 'callback.attempts', label: '未联系上最多尝试', kind: 'count', unit: '次', source: '回访尝试次数（CB-06）' },
    { path: 'callback.attemptInterval', label: '两次尝试至少间隔', kind: 'duration', source: '换时段再联系（CB-06）' },
    { path: 'callback.dissatisfiedUpTo', label: '满意度几分及以下重新处理', kind: 'count', unit: '分', source: '协调 5.5、制度（CB-07）' },
    { path: 'callback.satisfiedFrom', label: '满意度几分及以上算满意', kind: 'count', unit: '分', source: '三率统计口径（RP-04）' },
    { path: 'reopening.window', label: '关闭后可重新打开的期限', kind: 'duration', source: '协调（IF-03）' },
    { path: 'reopening.toManagerAt', label: '第几次重新打开报经理', kind: 'count', unit: '次', source: '协调（IF-03）' },
    { path: 'reopening.toGeneralManagerAt', label: '第几次重新打开报总经理', kind: 'count', unit: '次', source: '协调（IF-03）' },
    { path: 'returns.toSupervisorAt', label: '第几次退单交主管决定', kind: 'count', unit: '次', source: '协调（DP-03）' },
  ] },
  { key: 'intake', title: '受理', settings: [
    { path: 'intake.text.leastCharacters', label: '情况描述最少', kind: 'count', unit: '字', source: '标准、制度（IN-01）' },
    { path: 'intake.text.mostCharacters', label: '情况描述最多', kind: 'count', unit: '字', source: '标准、制度（IN-01）' },
    { path: 'intake.photos.most', label: '照片最多', kind: 'count', unit: '张', source: '标准、制度（IN-01）' },
    { path: 'intake.photos.mostBytes', label: '单张照片不超过', kind: 'bytes', unit: 'MB', source: '标准、制度（IN-01）' },
    { path: 'intake.video.most', label: '视频最多', kind: 'count', unit: '段', source: '标准、制度（IN-01）' },
    { path: 'intake.video.mostBytes', label: '视频不超过', kind: 'bytes', unit: 'MB', source: '标准、制度（IN-01）' },
    { path: 'intake.video.mostSeconds', label: '视频时长不超过', kind: 'count', unit: '秒', source: '标准、制度（IN-01）' },
    { path: 'intake.urgeInterval', label: '两次催办至少间隔', kind: 'duration', source: '协调：4 小时一次（IN-08）' },
    { path: 'intake.answerReadWithin', label: '咨询、建议答复后关闭', kind: 'duration', source: '接待、协调（IN-11）' },
    { path: 'classification.dispatchConfidence', label: '自动派单的把握不低于', kind: 'share', source: '自动定级派单（RG-02）' },
    { path: 'classification.correctionsFollowedDays', label: '几乎相同的投诉沿用更正', kind: 'count', unit: '天', source: '更正用于改进分类（RG-03）' },
    { path: 'classification.evaluatedAt', label: '每夜评估分类的时间', kind: 'timeOfDay', source: '更正用于改进分类（RG-03）' },
    { path: 'classification.mayFallBy', label: '分类成绩比前一夜或近 30 夜最好的低多少要报告', kind: 'share', source: '更正用于改进分类（RG-03）' },
    { path: 'classification.correctedShareToReport', label: '近 30 天被更正的比例达到多少要报告', kind: 'share', source: '更正用于改进分类（RG-03）' },
  ] },
  { key: 'calendar', title: '服务时间与工作日', settings: [
    hours('monday', '周一'), hours('tuesday', '周二'), hours('wednesday', '周三'), hours('thursday', '周四'),
    hours('friday', '周五'), hours('saturday', '周六'), hours('sunday', '周日'),
    { path: 'serviceHours.holiday', label: '节假日', kind: 'windowsOrUsual', source: '公司规定的服务时间（CK-01）' },
    { path: 'companyDays', label: '与国家日历不同的日子', kind: 'companyDays', source: '公司自定的上班、休息日（CK-01）' },
    { path: 'confirmedYears', label: '已自行填全节假日的年份', kind: 'years', source: '国家未公布的年份由公司确认（CK-01）' },
    { path: 'zone.name', label: '时区', kind: 'words', source: '当地时间（CK-01）' },
    { path: 'zone.utcOffsetMinutes', label: '与世界时相差', kind: 'count', unit: '分钟', source: '当地时间（CK-01）' },
  ] },
  { key: 'improvement', title: '纠正预防、报表与消息', settings: [
    { path: 'action.incidentComplaints', label: '雷同事件须纠正措施，从', kind: 'count', unit: '起', source: '程序、标准 6(2)（CA-01）' },
    { path: 'action.recurrenceWithinDays', label: '措施有效后再发生的计算期间', kind: 'count', unit: '天', source: '程序、制度（CA-04）' },
    { path: 'prevention.withinDays', label: '未诉先办的计算期间', kind: 'count', unit: '天', source: '制度、标准 7（RP-08）' },
    { path: 'prevention.samePlace', label: '同一地点同类问题，从', kind: 'count', unit: '次', source: '制度、标准 7（RP-08）' },
    { path: 'prevention.estate', label: '全小区同类问题，从', kind: 'count', unit: '次', source: '制度、标准 7（RP-08）' },
    { path: 'reports.monthlyApprovedByDay', label: '月报最迟审批日', kind: 'count', unit: '日', source: '规程 5.4（RP-01）' },
    { path: 'reports.monthlyArchivedByDay', label: '月报最迟归档日', kind: 'count', unit: '日', source: '标准 8（RP-01）' },
    { path: 'reports.leastCasesForRate', label: '公布比率至少要有', kind: 'count', unit: '件', source: '件数太少不公布比率（RP-04）' },
    { path: 'survey.leastAnswersToBreakDown', label: '满意度调查分组公布至少', kind: 'count', unit: '份', source: '协调（SU-03）' },
    { path: 'messages.quietFrom', label: '夜间不打扰，从', kind: 'timeOfDay', source: '住户免打扰时段（MS-04）' },
    { path: 'messages.quietTo', label: '夜间不打扰，到', kind: 'timeOfDay', source: '住户免打扰时段（MS-04）' },
  ] },
];

export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap((group) => group.settings);

const BY_PATH: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((setting) => [setting.path, setting]));
export const settingAt = (path: string): Setting | undefined => BY_PATH.get(path);

/** The setting to which a refused field belongs: `times.signing` for `times.signing.serviceMinutes`, `companyDays` for `companyDays.3.name`. */
export const settingOfField = (field: string): Setting | undefined =>
  settingAt(field) ?? SETTINGS.find(({ path }) => field.startsWith(`${path}.`) || path.startsWith(`${field}.`));
