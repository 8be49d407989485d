/**
 * The subscribe-message templates (MS-01): what each is for and which WeChat fields it fills. One consent of a person
 * is one message of one template. The template ids of a real account are configured at deployment.
 */

/** WeChat's field types and how long their values may be (longer ones are refused with 47003). */
export const FIELD_LIMITS = { thing: 20, character_string: 32, phrase: 5, time: 32, name: 10 } as const;
export type FieldType = keyof typeof FIELD_LIMITS;

export interface TemplateField {
  /** WeChat's key, e.g. `thing1`. */
  key: `${FieldType}${number}`;
  type: FieldType;
  /** What stands before the value in the in-app inbox. */
  label: string;
}

export interface Template {
  title: string;
  audience: 'resident' | 'staff';
  fields: readonly [TemplateField, ...TemplateField[]];
}

const field = (type: FieldType, n: number, label: string): TemplateField => ({ key: `${type}${n}`, type, label });

export const TEMPLATES = {
  accepted: {
    title: '投诉受理通知',
    audience: 'resident',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('time', 3, '承诺时间'),
      field('thing', 4, '提示'),
    ],
  },
  progress: {
    title: '处理进度通知',
    audience: 'resident',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '进展'),
      field('time', 4, '预计完成'),
    ],
  },
  result: {
    title: '处理结果通知',
    audience: 'resident',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('phrase', 3, '结果'),
      field('thing', 4, '提示'),
    ],
  },
  survey: {
    title: '满意度回访',
    audience: 'resident',
    fields: [field('character_string', 1, '编号'), field('thing', 2, '内容'), field('thing', 3, '提示')],
  },
  newWork: {
    title: '待办提醒',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '地点'),
      field('time', 4, '要求时间'),
      field('thing', 5, '要做的事'),
    ],
  },
  warning: {
    title: '时限预警',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '时限'),
      field('time', 4, '到期时间'),
    ],
  },
  overdue: {
    title: '超时提醒',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '时限'),
      field('time', 4, '应完成时间'),
    ],
  },
  escalation: {
    title: '超时升级',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '时限'),
      field('time', 4, '应完成时间'),
      field('thing', 5, '责任人'),
    ],
  },
  planToSign: {
    title: '处理方案待签批',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '方案'),
      field('time', 4, '预计完成'),
    ],
  },
  opinion: {
    title: '回访意见',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('phrase', 3, '评价'),
      field('thing', 4, '意见'),
    ],
  },
  recurrence: {
    title: '同类投诉再次发生',
    audience: 'staff',
    fields: [
      field('character_string', 1, '编号'),
      field('thing', 2, '内容'),
      field('thing', 3, '地点'),
      field('time', 4, '再次投诉时间'),
      field('thing', 5, '再次投诉'),
    ],
  },
} as const satisfies Record<string, Template>;

export type TemplateCode = keyof typeof TEMPLATES;
export const TEMPLATE_CODES = Object.keys(TEMPLATES) as TemplateCode[];

/** Shortens a value to what WeChat takes for its field; the inbox shows it whole. A phrase is Chinese characters alone. */
export const fitting = (type: FieldType, value: string): string => {
  const limit = FIELD_LIMITS[type];
  if (type === 'phrase') return (/[\u4e00-\u9fff]+/.exec(value)?.[0] ?? '无').slice(0, limit);
  const flat = value.replace(/\s+/g, ' ').trim() || '—';
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
};
