/** The texts of triage. */
export const TEXTS = {
  title: '派单',
  accept: '接受并派单',
  acceptTo: (department: string) => `派给${department}`,
  change: '修改',
  confirm: '确认登记',
  noDepartment: '没有常用的责任部门，请点“修改”选择',
  waiting: (count: number) => `还有 ${count} 条在等`,
  last: '这是最后一条',
  done: (number: string, department: string) => `${number} 已派给${department}`,
  confirmed: (number: string) => `${number} 已确认登记`,
  empty: '都派完了',
  emptyNote: '新的投诉来了会出现在这里，每 30 秒自动更新。',
  queue: '排队中',
  toDesk: '回到工作台',
  details: '查看全部情况',
} as const;
