/** The texts of the monthly archive. */
export const TEXTS = {
  title: '月度归档',
  estate: '小区',
  month: '关闭的月份',
  monthText: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  note: '归档这个月关闭的投诉单。归档后只能查看，不能再修改、补充或重新打开；可以重复进行，已归档的不受影响。',
  act: '归档本月',
  busy: (count: number) => `已归档 ${count} 件…`,
  done: (count: number) => (count === 0 ? '没有新归档的投诉单' : `已归档 ${count} 件`),
  left: (count: number) => `${count} 件暂时不能归档`,
  noEstate: '没有可以归档的小区',
  find: '在一览表查看',
} as const;
