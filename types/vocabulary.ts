/**
 * The words of the trade: each code of the rulebook with the Chinese word people read, in one place.
 * Screens, messages, documents and the glossary take their words from here.
 */
import * as z from 'zod/mini';

const codes = <T extends Record<string, string>>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];

export const KINDS = {
  complaint: '投诉',
  repair: '报修',
  inquiry: '咨询',
  suggestion: '建议',
  praise: '表扬',
} as const;
export const Kind = z.enum(codes(KINDS));
export type Kind = keyof typeof KINDS;

export const CHANNELS = {
  miniprogram: '小程序',
  officialAccount: '公众号',
  website: '官网',
  hotline: '热线',
  email: '邮箱',
  frontDesk: '前台/当面',
  onSite: '工作现场',
  letter: '信函/传真',
  suggestionBox: '投诉箱',
  superior: '上级/政府转办',
} as const;
export const Channel = z.enum(codes(CHANNELS));
export type Channel = keyof typeof CHANNELS;
/** Channels by which staff record for a resident (IN-02). */
export const STAFF_CHANNELS = [
  'hotline',
  'frontDesk',
  'onSite',
  'letter',
  'suggestionBox',
  'email',
  'superior',
] as const satisfies readonly Channel[];

export const CATEGORIES = {
  facility: '设施设备',
  lift: '电梯',
  water: '给排水/漏水',
  power: '供电/供暖/燃气/照明',
  cleaning: '环境卫生',
  noise: '噪音扰民',
  security: '安全秩序',
  parking: '停车/车辆',
  greening: '绿化',
  fire: '消防',
  fees: '收费',
  pets: '宠物',
  falling: '高空抛物/坠物',
  renovation: '违建/装修',
  service: '服务态度/物业管理',
  quality: '房屋质量/开发商遗留',
  committee: '业委会/业主自治',
  neighbor: '邻里纠纷',
  other: '其他/外部环境',
} as const;
export const Category = z.enum(codes(CATEGORIES));
export type Category = keyof typeof CATEGORIES;

export const RESPONSIBILITIES = {
  own: '一类·物业责任',
  developer: '二类·开发商遗留',
  external: '三类·职责范围外',
  resident: '住户自身原因',
} as const;
export const Responsibility = z.enum(codes(RESPONSIBILITIES));
export type Responsibility = keyof typeof RESPONSIBILITIES;

/** From the mildest to the gravest; the order is used to compare. */
export const SEVERITIES = { ordinary: '一般', important: '重要', hot: '热点', major: '重大' } as const;
export const Severity = z.enum(codes(SEVERITIES));
export type Severity = keyof typeof SEVERITIES;
export const SEVERITY_ORDER = ['ordinary', 'important', 'hot', 'major'] as const satisfies readonly Severity[];
/** True when `a` is at least as grave as `b`. */
export const atLeast = (a: Severity | null, b: Severity): boolean =>
  a !== null && SEVERITY_ORDER.indexOf(a) >= SEVERITY_ORDER.indexOf(b);

export const STATES = {
  received: '待确认',
  registered: '待派单',
  dispatched: '待签收',
  investigating: '调查中',
  handling: '处理中',
  reviewing: '待审核',
  informing: '告知结果',
  callback: '回访中',
  closed: '已关闭',
  archived: '已归档',
  withdrawn: '已撤回',
  merged: '已并入',
} as const;
/** The same said to the resident, in whose eyes some are one. */
export const STATES_TO_RESIDENT = {
  received: '已收到',
  registered: '已收到',
  dispatched: '已交部门',
  investigating: '在查看',
  handling: '处理中',
  reviewing: '检查中',
  informing: '有结果',
  callback: '等确认',
  closed: '已办结',
  archived: '已办结',
  withdrawn: '已撤回',
  merged: '一起处理',
} as const satisfies Record<keyof typeof STATES, string>;
export const State = z.enum(codes(STATES));
export type State = keyof typeof STATES;
/** States in which somebody still has to act. */
export const OPEN_STATES = [
  'received',
  'registered',
  'dispatched',
  'investigating',
  'handling',
  'reviewing',
  'informing',
  'callback',
] as const satisfies readonly State[];

/** Not over for its resident: somebody has to act, or it waits for the result of the incident that it was merged into. */
export const GOING_ON_STATES = [...OPEN_STATES, 'merged'] as const satisfies readonly State[];

/** How far an incident 雷同事件 is. */
export const INCIDENT_STATES = {
  open: '办理中',
  closed: '已有结果',
  merged: '已并入其他事件',
  dissolved: '已解散',
} as const;
export const IncidentState = z.enum(codes(INCIDENT_STATES));
export type IncidentState = keyof typeof INCIDENT_STATES;
/** Why a complaint doesn't belong to an incident any more. */
export const MEMBER_LEFT = { withdrawn: '住户撤回', split: '拆出单独处理', moved: '转到其他事件' } as const;
export type MemberLeft = keyof typeof MEMBER_LEFT;

/** IF-04: an ending is named honestly. */
export const OUTCOMES = {
  fixed: '已解决',
  partlyFixed: '部分解决',
  explained: '已解释（非物业责任）',
  unfounded: '经查不属实',
  declined: '暂无法解决',
  answered: '已答复',
} as const;
export const Outcome = z.enum(codes(OUTCOMES));
export type Outcome = keyof typeof OUTCOMES;
/** Of what was handled; `answered` is how inquiries and suggestions end (IN-11). */
export const HandledOutcome = z.enum(['fixed', 'partlyFixed', 'explained', 'unfounded', 'declined']);
export type HandledOutcome = z.infer<typeof HandledOutcome>;

/** How a complaint came to its close. */
export const CLOSE_REASONS = {
  satisfied: '回访满意',
  notDrawn: '未抽中回访',
  unreachable: '多次未联系上',
  answered: '已答复',
  forwarded: '已转达',
} as const;
export const CloseReason = z.enum(codes(CLOSE_REASONS));
export type CloseReason = keyof typeof CLOSE_REASONS;

export const ROLES = {
  resident: '住户',
  receptionist: '接待员',
  supervisor: '服务处主管',
  departmentHead: '部门负责人',
  handler: '处理人',
  patrol: '巡楼组',
  manager: '管理处经理',
  generalManager: '总经理',
  quality: '品质部',
  admin: '系统管理员',
} as const;
export const Role = z.enum(codes(ROLES));
export type Role = keyof typeof ROLES;

/**
 * Reasons for the severity, without the policy's numbers (domain/complaint/severity-words.ts says them); the level each one
 * gives stands in domain/complaint/severity.ts.
 */
export const SEVERITY_REASONS = {
  'SV-01': '已提起诉讼',
  'SV-02': '已被媒体曝光',
  'SV-03': '长期未解决（重大）',
  'SV-04': '集体投诉（重大）',
  'SV-05': '承诺的服务未兑现，多次反映仍未解决',
  'SV-06': '因我方责任造成人身伤害或较大损失',
  'SV-11': '可能诉讼或曝光',
  'SV-12': '处理后再次投诉',
  'SV-13': '久未解决（热点）',
  'SV-14': '集体投诉（热点）',
  'SV-15': '需顾问或外单位协助',
  'SV-21': '逾期未解决（重要）',
  'SV-22': '雷同投诉（重要）',
  'SV-23': '管理或服务有过失',
  'SV-24': '重点客户提出',
} as const;
export const SeverityReasonCode = z.enum(codes(SEVERITY_REASONS));
export type SeverityReasonCode = keyof typeof SEVERITY_REASONS;

/** What the classifier notices in a text (classification); mapped to severity reasons. */
export const SIGNALS = {
  lawsuit: '诉讼',
  media: '媒体曝光',
  injury_or_loss: '人身伤害或财产损失',
  group: '多人反映',
  repeated: '重复反映',
  strong_emotion: '情绪强烈',
  safety_hazard: '安全隐患',
} as const;
export const Signal = z.enum(codes(SIGNALS));
export type Signal = keyof typeof SIGNALS;

/** PV-01: how a member of staff came to see whose complaint it is. */
export const OPENING_WAYS = { case: '查看', route: '带上回访路线', call: '拨打电话' } as const;
export const OpeningWay = z.enum(codes(OPENING_WAYS));
export type OpeningWay = keyof typeof OPENING_WAYS;

export const CALLBACK_FORMS = { visit: '上门', phone: '电话', survey: '微信问卷' } as const;
export const CallbackForm = z.enum(codes(CALLBACK_FORMS));
export type CallbackForm = keyof typeof CALLBACK_FORMS;

export const SATISFACTIONS = { 1: '非常不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '非常满意' } as const;
export const Satisfaction = z.int().check(z.gte(1), z.lte(5));
export type Satisfaction = keyof typeof SATISFACTIONS;

/** The deadlines of CK-03 that run on a complaint. */
export const CLOCKS = {
  record: '登记确认',
  registration: '登记',
  dispatch: '派单',
  signing: '签收',
  resolution: '解决',
  planSignature: '方案签批',
  plan: '计划完成',
  completion: '办结登记',
  review: '审核',
  subtask: '协助',
  inform: '告知结果',
  callback: '回访',
  managerNotice: '经理阅知',
  generalManagerNotice: '总经理阅知',
  qualityNotice: '品质部阅知',
} as const;
export const ClockKind = z.enum(codes(CLOCKS));
export type ClockKind = keyof typeof CLOCKS;
/** Clocks that wait for somebody to open a notice (DP-02): matters among staff, not shown to residents. */
export const NOTICE_CLOCKS = [
  'managerNotice',
  'generalManagerNotice',
  'qualityNotice',
] as const satisfies readonly ClockKind[];
export type NoticeClock = (typeof NOTICE_CLOCKS)[number];
export const isNoticeClock = (kind: ClockKind): kind is NoticeClock => NOTICE_CLOCKS.some((notice) => notice === kind);

/** How the resident was told the result (IF-01). */
export const INFORM_WAYS = { message: '微信消息', phone: '电话', visit: '上门', read: '住户已查看' } as const;
export const InformWay = z.enum(codes(INFORM_WAYS));
export type InformWay = keyof typeof INFORM_WAYS;

/** Corrective and preventive actions 纠正和预防措施 (CA). */
export const ACTION_STATES = {
  due: '待制定措施',
  running: '实施中',
  verifying: '待验证',
  effective: '验证有效',
  dropped: '已撤销',
} as const;
export const ActionState = z.enum(codes(ACTION_STATES));
export type ActionState = keyof typeof ACTION_STATES;
/** States in which somebody still has to act. */
export const OPEN_ACTION_STATES = ['due', 'running', 'verifying'] as const satisfies readonly ActionState[];

/** The deadlines that run on an action (CA-01, CA-02). */
export const ACTION_CLOCKS = { actionPlan: '制定措施', actionMeasures: '措施完成', verification: '效果验证' } as const;
export const ActionClock = z.enum(codes(ACTION_CLOCKS));
export type ActionClock = keyof typeof ACTION_CLOCKS;

/** What made an action necessary. */
export const ACTION_SOURCES = { complaint: '投诉', incident: '雷同事件' } as const;
export const ActionSourceKind = z.enum(codes(ACTION_SOURCES));
export type ActionSourceKind = keyof typeof ACTION_SOURCES;
