/** The texts of the register. */
export const TEXTS = {
  title: '客户投诉一览表',
  search: '单号、内容或房号',
  state: '状态',
  category: '类别',
  severity: '级别',
  kind: '类型',
  period: '时间',
  clear: '清除条件',
  opened: '只看',
  showAll: '看全部',
  any: (what: string) => `全部${what}`,
  empty: '没有符合条件的投诉',
  emptyNote: '换个词，或放宽条件试试。',
  noneYet: '还没有投诉',
  pickOne: '在左边选一条',
  pickOneNote: '这里会显示它的全部情况。',
} as const;
