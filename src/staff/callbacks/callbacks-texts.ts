/** The texts of the callback route. */
export const TEXTS = {
  title: '回访路线',
  summary: (visits: number, calls: number, surveys: number) =>
    `上门 ${visits} 户 · 电话 ${calls} 个 · 等问卷 ${surveys} 份`,
  phone: '电话回访',
  surveys: '等住户填问卷',
  surveysNote: '到时没有回复会转为电话或上门。',
  noHome: '没有登记房号',
  floor: (floor: number) => `${floor} 层`,
  attempts: (count: number) => `已联系 ${count} 次`,
  call: '打电话',
  start: '开始回访',
  record: '登记回访',
  look: '查看',
  empty: '今天没有要回访的',
  emptyNote: '有新的回访任务会出现在这里。',
  kept: '没有网络，这是上次看到的路线。可以照常回访，记录先存在手机上。',
  ready: '路线已存到手机，没有网络也能用',
  households: (count: number) => `${count} 户`,
} as const;
