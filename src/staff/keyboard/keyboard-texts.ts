/** The texts of the dialog that explains the keys. */
export const TEXTS = {
  title: '键盘操作',
  button: '键盘',
  use: '用单键操作',
  useNote: '正在输入文字时，这些按键只用来打字',
  inList: '在列表和详情里',
  toPages: '去别的页面：先按 G，再按',
  down: '下一条',
  up: '上一条',
  open: '打开选中的一条',
  main: '到这一条的主要操作（再按 Enter 执行）',
  search: '去搜索',
  back: '返回',
  keys: '显示这张说明',
  close: '关闭弹出的窗口',
  desk: '工作台',
} as const;
