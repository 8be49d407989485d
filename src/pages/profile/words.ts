export const WORDS = {
  title: '个人信息',
  homes: {
    title: '我的房屋',
    none: '还没有绑定',
    add: '绑定另一套房屋',
    first: '绑定房屋',
    bound: (home: string) => `已绑定 ${home}`,
  },
  contact: { title: '称呼与电话', none: '尚未填写', edit: '修改', saved: '已保存' },
  messages: {
    title: '微信通知',
    note: '微信规定点一次允许，只能通知一次。次数用完后，消息仍会在「我的 · 消息」里。',
    left: (count: number) => `还可通知 ${count} 次`,
    topUp: '补充次数',
    added: '已补充',
    none: '没有补充',
    h5: '这里是网页版，不能补充通知次数；在微信小程序里打开即可。',
  },
  look: { title: '显示', large: '关怀版（大字）', note: '放大文字、图标和按钮' },
  privacy: { title: '隐私', notice: '隐私告知', agreed: (version: string) => `已同意 ${version} 版` },
  staff: { title: '物业员工', join: '我有员工邀请码', joined: '已加入，可在底部「工作台」开始工作', posts: '我的岗位' },
  about: { title: '关于', text: '回音：每一条投诉都有回音', phone: '服务中心' },
} as const;
