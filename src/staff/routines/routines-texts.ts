/** The texts of the suggestion box. */
export const TEXTS = {
  title: '投诉箱',
  note: '每天开箱一次，没有信件也要登记；有信件的，逐封录入。',
  toOpen: '待开箱',
  records: '开箱记录',
  none: '还没有开箱记录',
  noneNote: '每天零点会自动生成当天的开箱任务。',
  noEstate: '没有可以查看的小区',
  letters: '信件数',
  lettersHint: '没有信件填 0',
  lettersWrong: '请填写信件数，没有信件填 0',
  remark: '备注',
  record: '登记开箱',
  empty: '空箱',
  emptyLabel: (day: string) => `${day} 空箱，没有信件`,
  recordLabel: (day: string) => `登记开箱：${day}`,
  saved: '已登记开箱',
  savedLetters: (letters: number) => `已登记，请逐封录入 ${letters} 封信件`,
  enter: '录入信件',
  opened: (time: string, by: string) => `${time} ${by} 开箱`,
  content: (letters: number) => (letters === 0 ? '空箱' : `${letters} 封`),
  entered: (numbers: readonly string[]) => (numbers.length === 0 ? '' : `已录入 ${numbers.join('、')}`),
  missing: (letters: number) =>
    letters === 0 ? '' : letters > 0 ? `还有 ${letters} 封没有录入` : `录入比信件多 ${-letters} 件`,
  explained: (by: string, note: string) => `${by} 说明差额：${note}`,
  explain: '说明差额',
  explainLabel: (day: string) => `说明差额：${day}`,
  explainHint: '例如：两封信反映同一件事；一封是广告',
  explainWrong: '请写明差额的原因',
  explainSaved: '已登记说明',
  enterLabel: (day: string) => `录入信件：${day}`,
  late: '超时',
  notOpened: '未开箱',
  onDesk: (estate: string, unopened: number, letters: number) =>
    unopened > 1
      ? `${estate}投诉箱：${unopened} 天未开箱`
      : unopened === 1
        ? `${estate}投诉箱待开箱`
        : `${estate}投诉箱：${letters} 天的信件与录入不符`,
} as const;
