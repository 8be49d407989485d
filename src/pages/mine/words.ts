export const WORDS = {
  title: '我的',
  profile: { name: '尚未填写称呼', homes: '尚未绑定房屋' },
  lists: { label: '查看', open: '进行中', ended: '已结束', inbox: '消息' },
  open: { text: '没有正在办理的事', note: '有事随时说。', act: '我要投诉' },
  ended: { text: '还没有结束的记录' },
  inbox: {
    text: '还没有消息',
    note: '有进展会在这里告诉您。',
    unread: '未读',
    readAll: '全部标为已读',
    inboxOnly: '微信未能通知，仅在此显示',
  },
} as const;
