export const WORDS = {
  title: '回音',
  entry: { title: '我要投诉', note: '一分钟说清楚，马上有编号和时限' },
  others: { repair: '报修', inquiry: '咨询', suggestion: '建议', praise: '表扬' },
  noHome: { text: '还没有绑定房屋', note: '绑定后才能提交，处理的人要知道去哪里。', act: '绑定房屋' },
  mine: {
    title: '正在办理',
    all: '全部记录',
    empty: '还没有投诉。希望一直没有；有事随时说。',
  },
  promise: { title: '我们的时限' },
  month: {
    title: (month: string) => `${month}办得怎么样`,
    filed: '收到',
    closed: '办结',
    onTime: '按时',
    solved: '解决',
    satisfied: '满意',
    unit: '件',
    none: '暂无',
    note: '按本小区全部诉求统计，不挑好的说。',
  },
  emergency: {
    title: '紧急电话',
    note: '有人受困、燃气泄漏、起火、漏电，先打电话',
    call: (label: string) => `拨打${label}`,
  },
  service: '服务中心',
} as const;
