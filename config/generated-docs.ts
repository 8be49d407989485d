/** The documents that are derived from the tables, as texts. Pure, so that the test can compare them with what is on disk. */
import {
  type Audience,
  commandRow,
  type EventRow,
  eventRow,
  EVENTS,
  LIFECYCLE,
  SYSTEM_COMMANDS,
} from '../domain/complaint/lifecycle';
import {
  ACTION_EVENTS,
  ACTION_LIFECYCLE,
  ACTION_SYSTEM_COMMANDS,
  type ActionAudience,
  actionCommandRow,
  actionEventRow,
} from '../domain/action/lifecycle';
import type { ActionEventType } from '../domain/action/events';
import type { EventType } from '../domain/complaint/events';
import { LADDERS } from '../domain/clock/ladder';
import { TEMPLATES } from '../domain/notice/templates';
import type { ActionCommandName } from '../types/action-commands';
import type { CommandName } from '../types/commands';
import { ERRORS } from '../types/errors';
import {
  ACTION_CLOCKS,
  ACTION_SOURCES,
  ACTION_STATES,
  type ActionState,
  CALLBACK_FORMS,
  CATEGORIES,
  CHANNELS,
  CLOCKS,
  CLOSE_REASONS,
  INFORM_WAYS,
  KINDS,
  OUTCOMES,
  RESPONSIBILITIES,
  ROLES,
  SEVERITIES,
  SEVERITY_REASONS,
  SIGNALS,
  STATES,
  type State,
} from '../types/vocabulary';

const HEADER =
  '<!-- 由 npm run docs 从代码中的表生成，请勿手改。Generated from the tables in the code; do not edit. -->\n\n';

const AUDIENCES: Record<Audience, string> = {
  resident: '住户',
  serviceDesk: '服务中心',
  head: '责任部门负责人',
  handler: '处理人',
  praised: '被表扬的人（没有写明时为部门负责人）',
  helpers: '协助的部门',
  manager: '管理处经理',
  patrol: '巡楼组',
  supervisor: '服务处主管',
  firstContact: '首问责任人',
  mustAct: '当前该办的人',
  ladder: '上一级',
  quality: '品质部',
  generalManager: '总经理',
  management: '公司管理部门（品质部）',
};

const ACTION_AUDIENCES: Record<ActionAudience, string> = {
  head: '责任部门负责人',
  inCharge: '措施责任人',
  serviceDesk: '服务中心',
  quality: '品质部',
  verifier: '验证人',
  mustAct: '当前该办的人',
  ladder: '上一级',
};

const commands = Object.keys(LIFECYCLE) as CommandName[];
const events = Object.keys(EVENTS) as EventType[];
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const clockWords = (kinds: EventRow['starts']) => (kinds ?? []).map((k) => CLOCKS[k]).join('、');

/** From → to → by which command, as far as a state changes. */
function transitions(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (from: State, to: State, label: string) => {
    if (from === to) return;
    const key = `${from}\t${to}`;
    found.set(key, [...new Set([...(found.get(key) ?? []), label])]);
  };
  add('registered', 'dispatched', '把握足够时自动派单');
  const targets = (appends: readonly EventType[]) => appends.flatMap((type) => eventRow(type).to ?? []);
  for (const name of commands) {
    const { from, appends, label } = commandRow(name);
    for (const state of from) for (const to of targets(appends)) add(state, to, label);
  }
  const systemWords: Record<keyof typeof SYSTEM_COMMANDS, string> = {
    resultReached: '结果送达或已读',
    resultUndelivered: '结果未送达',
    surveyLapse: '问卷到期',
    answerLapse: '答复期满未查看',
    reviseIncidentReasons: '雷同件数变化',
    noteAlike: '雷同投诉达到件数',
    reviseAlike: '雷同投诉有撤回或更正',
    takeLead: '接为雷同事件主件',
    shareResult: '雷同事件有结果',
    moveIncident: '雷同事件合并',
    countInIncident: '雷同事件合并',
    partWithPerson: '住户注销',
    endWithoutPerson: '住户注销',
    elapse: '时限',
  };
  for (const [name, { from, appends }] of Object.entries(SYSTEM_COMMANDS))
    for (const state of from)
      for (const to of targets(appends)) add(state, to, systemWords[name as keyof typeof SYSTEM_COMMANDS]);
  return found;
}

const diagram = (): string => {
  const lines = [...transitions()].map(([key, labels]) => `  ${key.replace('\t', ' --> ')}: ${labels.join(' / ')}`);
  const names = (Object.keys(STATES) as State[]).map((s) => `  ${s}: ${STATES[s]}`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    '  [*] --> registered: 住户提交、服务中心登记',
    '  [*] --> received: 其他工作人员代登记',
    ...lines,
    '```',
  ].join('\n');
};

const lifecycle = (): string => `${HEADER}# 投诉的一生 · The lifecycle of a complaint

来源 Source: \`domain/complaint/lifecycle.ts\`. \`archived\`（归档）目前没有命令通向它 – no command leads there yet.

${diagram()}

## 命令 Commands

${table(
  ['命令', 'code', '可用状态 from', '谁可以 who', '条件 when', '产生 appends'],
  commands.map((name) => {
    const { label, from, who, when, appends } = commandRow(name);
    return [
      label,
      `\`${name}\``,
      from.map((s) => STATES[s]).join('、'),
      who.says,
      when?.says ?? '',
      appends.map((a) => `\`${a}\``).join(' '),
    ];
  }),
)}

## 事件 Events

${table(
  ['事件 event', '到达状态 to', '启动时限 starts', '停止时限 stops', '住户可见'],
  events.map((type) => {
    const { to, starts, stops, resident } = eventRow(type);
    return [
      `\`${type}\``,
      to === undefined ? '' : STATES[to],
      clockWords(starts),
      stops === 'all' ? '全部' : clockWords(stops),
      resident ? '是' : '',
    ];
  }),
)}
`;

const actionCommands = Object.keys(ACTION_LIFECYCLE) as ActionCommandName[];
const actionEvents = Object.keys(ACTION_EVENTS) as ActionEventType[];
const ACTION_SYSTEM_WORDS: Record<keyof typeof ACTION_SYSTEM_COMMANDS, string> = {
  noteAlsoNeeded: '牵头的投诉与所在雷同事件共用一份措施',
  noteRecurrence: '同类投诉再次发生',
  reviseNeed: '来源投诉的变化',
  elapse: '时限',
};

const actionDiagram = (): string => {
  const lines = new Map<string, string[]>();
  const add = (from: readonly ActionState[], appends: readonly ActionEventType[], label: string) => {
    for (const state of from)
      for (const to of appends.flatMap((type) => actionEventRow(type).to ?? []))
        if (to !== state) lines.set(`${state} --> ${to}`, [...(lines.get(`${state} --> ${to}`) ?? []), label]);
  };
  for (const name of actionCommands) {
    const { from, appends, label } = actionCommandRow(name);
    add(from, appends, label);
  }
  for (const [name, { from, appends }] of Object.entries(ACTION_SYSTEM_COMMANDS))
    add(from, appends, ACTION_SYSTEM_WORDS[name as keyof typeof ACTION_SYSTEM_COMMANDS]);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(ACTION_STATES).map(([state, words]) => `  ${state}: ${words}`),
    '  [*] --> due: 有效的重要及以上投诉（物业责任），或雷同事件',
    ...[...lines].map(([way, labels]) => `  ${way}: ${labels.join(' / ')}`),
    '```',
  ].join('\n');
};

const actionClockWords = (kinds: readonly (keyof typeof ACTION_CLOCKS)[] | undefined) =>
  (kinds ?? []).map((kind) => ACTION_CLOCKS[kind]).join('、');

/** The second lifecycle of the product, by the same columns. */
const actionLifecycle = (): string => `# 纠正和预防措施 · Corrective and preventive actions (CA)

来源 Source: \`domain/action/lifecycle.ts\`.

${actionDiagram()}

## 命令 Commands

${table(
  ['命令', 'code', '可用状态 from', '谁可以 who', '产生 appends'],
  actionCommands.map((name) => {
    const { label, from, who, appends } = actionCommandRow(name);
    return [
      label,
      `\`${name}\``,
      from.map((s) => ACTION_STATES[s]).join('、'),
      who.says,
      appends.map((a) => `\`${a}\``).join(' '),
    ];
  }),
)}

## 事件 Events

${table(
  ['事件 event', '到达状态 to', '启动时限 starts', '停止时限 stops'],
  actionEvents.map((type) => {
    const { to, starts, stops } = actionEventRow(type);
    return [
      `\`${type}\``,
      to === undefined ? '' : ACTION_STATES[to],
      actionClockWords(starts),
      stops === 'all' ? '全部' : actionClockWords(stops),
    ];
  }),
)}
`;

const notifications = (): string => {
  const rows = events.flatMap((type) =>
    (eventRow(type).tells ?? []).map(({ audience, template, when }) => [
      `\`${type}\``,
      AUDIENCES[audience],
      TEMPLATES[template].title,
      `\`${template}\``,
      when?.says ?? '',
    ]),
  );
  const actionRows = actionEvents.flatMap((type) =>
    (actionEventRow(type).tells ?? []).map(({ audience, template, when }) => [
      `\`${type}\``,
      ACTION_AUDIENCES[audience],
      TEMPLATES[template].title,
      `\`${template}\``,
      when?.says ?? '',
    ]),
  );
  const templates = Object.entries(TEMPLATES).map(([code, t]) => [
    `\`${code}\``,
    t.title,
    t.audience === 'resident' ? '住户' : '员工',
    t.fields.map((f) => `${f.key} ${f.label}`).join('、'),
  ]);
  const places = { case: '本单', department: '责任部门', estate: '本小区', company: '公司' } as const;
  const ladders = Object.entries(LADDERS).map(([kind, posts]) => [
    LADDER_WORDS[kind] ?? `\`${kind}\``,
    posts.map((p) => `${places[p.at]}${ROLES[p.role]}`).join(' → '),
  ]);
  return `${HEADER}# 通知矩阵 · Who hears of what

来源 Source: \`domain/complaint/lifecycle.ts\`, \`domain/notice/templates.ts\`, \`domain/clock/ladder.ts\`. 每条消息都进入站内消息；有微信订阅授权时同时推送。

${table(['事件 event', '通知谁 audience', '消息', 'template', '条件 when'], rows)}

## 纠正和预防措施 Actions

来源 Source: \`domain/action/lifecycle.ts\`.

${table(['事件 event', '通知谁 audience', '消息', 'template', '条件 when'], actionRows)}

## 消息模板 Templates

${table(['code', '标题', '给谁', '字段'], templates)}

## 超时升级 Escalation (CK-02)

80% 提醒该办的人，100% 通知上一级，此后每超 100% 再上一级；空岗自动上移。

${table(['时限 clock', '逐级 levels'], ladders)}
`;
};

const LADDER_WORDS: Readonly<Record<string, string>> = {
  ...CLOCKS,
  ...ACTION_CLOCKS,
  declinedReview: '审核（暂无法解决）',
  suggestionBox: '投诉箱开箱',
};

const GLOSSARY_PARTS: readonly (readonly [string, Record<string, string>])[] = [
  ['诉求类型 kind', KINDS],
  ['来源渠道 channel', CHANNELS],
  ['问题类别 category', CATEGORIES],
  ['权责类别 responsibility', RESPONSIBILITIES],
  ['级别 severity', SEVERITIES],
  ['定级依据 severity reason', SEVERITY_REASONS],
  ['状态 state', STATES],
  ['结果 outcome', OUTCOMES],
  ['关闭原因 close reason', CLOSE_REASONS],
  ['告知方式 inform way', INFORM_WAYS],
  ['回访形式 callback form', CALLBACK_FORMS],
  ['时限 clock', CLOCKS],
  ['措施状态 action state', ACTION_STATES],
  ['措施来源 action source', ACTION_SOURCES],
  ['措施时限 action clock', ACTION_CLOCKS],
  ['信号 signal', SIGNALS],
  ['角色 role', ROLES],
];

const NOUNS: readonly (readonly [string, string, string])[] = [
  ['company', '物业公司', 'the property company; owns several estates'],
  ['estate', '小区 / 项目 / 管理处', 'one managed estate with its own service desk'],
  ['home', '房屋', 'building 楼栋, unit 单元, room 室; a resident binds one or more'],
  ['resident', '住户 / 业主', 'files complaints; may be a key customer 重点客户'],
  ['complaint', '投诉单（诉求单）', 'the case: one thing a resident wants dealt with'],
  ['department', '部门', 'who handles; one of them is the service desk 住户服务中心'],
  ['service desk', '服务中心', 'receptionists and supervisor: registers, dispatches, reviews, informs'],
  ['first contact', '首问责任人', 'the one who first heard it; answerable until the desk has confirmed the record'],
  ['dispatch / sign for', '派单 / 签收', 'the desk sends it to the department; the department takes it on'],
  ['plan', '处理方案', 'measures with an expected time; important and above signed by the manager'],
  ['review', '审核', 'the desk passes the result or sends it back for rework 返工'],
  ['inform', '告知', 'telling the resident the result, the same day'],
  ['callback', '回访', 'asking afterwards whether it was really solved'],
  ['lot / draw', '抽样', 'which ordinary complaints are called back: seeded, logged, recomputable'],
  ['round', '轮次', 'one more with every reopening'],
  ['action', '纠正和预防措施', 'cause, correction and prevention with a person in charge, verified for effect'],
  ['recurrence', '再次发生', 'a like complaint within 90 days of “effective”'],
  ['clock', '时限', 'a deadline that runs: started, warned at 80 %, missed at 100 %, escalated after'],
  ['ladder', '逐级升级', 'who hears of a missed clock, one post up each time'],
  ['duty', '待办', 'what somebody has to do now about a complaint'],
  ['credit', '订阅额度', 'what is left of one-time message consents'],
];

const glossary = (): string => `${HEADER}# 词汇表 · Glossary

代码用英文，人读到的用中文；一词一义。

${table(['English', '中文', 'meaning'], NOUNS)}

${GLOSSARY_PARTS.map(
  ([title, words]) =>
    `## ${title}\n\n${table(
      ['code', '中文'],
      Object.entries(words).map(([code, word]) => [`\`${code}\``, word]),
    )}`,
).join('\n\n')}

## 拒绝 Refusals (error codes)

${table(
  ['code', 'HTTP', '给人看的话'],
  Object.entries(ERRORS).map(([code, { status, text }]) => [`\`${code}\``, String(status), text]),
)}
`;

export const GENERATED: readonly { file: string; content: string }[] = [
  { file: 'docs/LIFECYCLE.md', content: `${lifecycle()}\n${actionLifecycle()}` },
  { file: 'docs/NOTIFICATIONS.md', content: notifications() },
  { file: 'docs/GLOSSARY.md', content: glossary() },
];
