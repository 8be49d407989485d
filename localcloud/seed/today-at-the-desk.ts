/** Open today: what the service desk and the heads of department have to see to first. */
import { VAGUE } from './matters/vague';
import { DAYS, fresh, heard, HOURS, open, type PlotToday, self, taken } from './today-plots';

const [lostThread, newRule, comeAndSee] = VAGUE;

export const AT_THE_DESK: readonly PlotToday[] = [
  // 待确认: heard outside the desk, one just now and one forgotten.
  open(
    'chunhe',
    heard('patrol-liu', 'onSite', '路过的业主', ''),
    fresh(
      'facility',
      'engineering',
      '南门岗亭',
      '南门人行道的窨井盖翘起来一角，电动车压过去哐当响，刚才有位老人差点绊倒。',
    ),
    { filed: 4, anyHour: true },
  ),
  open(
    'chunhe',
    heard('handler-lei', 'onSite', '3 栋业主', '13905714402'),
    fresh('parking', 'order', '地下车库 B2', 'B2 出口的道闸杆被撞弯了，抬不到位，后面排了十几辆车。'),
    { filed: 27, anyHour: true },
  ),
  // 待派单: words that the classifier can't place.
  ...(comeAndSee === undefined ? [] : [open('chunhe', self('resident-li'), comeAndSee, { filed: 6, anyHour: true })]),
  ...(lostThread === undefined
    ? []
    : [
        open('chunhe', heard('handler-jiang', 'hotline', '邵先生', '13905714404'), lostThread, {
          filed: 52,
          anyHour: true,
          steps: { confirm: 43 },
        }),
      ]),
  ...(newRule === undefined
    ? []
    : [
        open('yunqi', heard('handler-mei', 'frontDesk', '龚阿姨', '13905724405'), newRule, {
          filed: 14,
          anyHour: true,
          steps: { confirm: 7 },
        }),
      ]),
  // 待签收.
  open(
    'chunhe',
    self('resident-zhou'),
    fresh(
      'parking',
      'order',
      '地下车库 B1',
      '楼下充电车位被一辆油车占了一整天，打了挪车电话也没人接，我的车快没电了。',
      {
        wish: '联系车主挪走',
        before: 'parking',
      },
    ),
    { filed: 14, steps: { dispatch: 9 }, photos: true },
  ),
  open(
    'chunhe',
    self('resident-hu'),
    fresh(
      'lift',
      'engineering',
      '电梯',
      '7 栋电梯今天早上下行时突然顿了一下，停在两层中间又自己平层，里面两个孩子都吓哭了。',
      {
        wish: '停梯全面检查',
        before: 'lift',
      },
    ),
    { filed: 20 * HOURS, steps: { dispatch: 20 * HOURS - 6 }, photos: true },
  ),
  open(
    'chunhe',
    self('resident-sun'),
    fresh('service', 'marketing', '快递柜', '快递柜的屏幕黑了，我的药放在里面取不出来，客服电话一直占线。', {
      wish: '今天能取出来',
    }),
    { filed: 22, steps: { dispatch: 15 } },
  ),
  open(
    'yunqi',
    self('resident-luo'),
    fresh('cleaning', 'environment', '架空层', '架空层的垃圾桶被野猫翻得满地都是，昨天下午到现在没有人打扫。', {
      before: 'bins',
    }),
    { filed: 2 * HOURS, steps: { dispatch: 2 * HOURS - 5 }, photos: true },
  ),
  // 调查中: signed for, nobody named yet.
  open(
    'chunhe',
    self('resident-yang'),
    fresh('water', 'engineering', '', '卫生间马桶一冲水楼下就说漏，是不是排水管接头松了，麻烦上门看看。', {
      kind: 'repair',
    }),
    { filed: 3.6 * HOURS, steps: { dispatch: 3.5 * HOURS, sign: 3.2 * HOURS } },
  ),
  // 待审核.
  open(
    'chunhe',
    self('resident-zhang'),
    fresh('power', 'engineering', '', '2 单元负一层电梯厅的灯坏了三盏，下班回来黑乎乎的。', {
      findings: '三套吸顶灯驱动损坏。',
      measures: '更换三套吸顶灯。',
      result: '三套吸顶灯已更换，照度正常。',
      before: 'darkHall',
      after: 'brightHall',
    }),
    {
      filed: 25 * HOURS,
      steps: taken(24.8 * HOURS, { investigate: 22 * HOURS, plan: 21 * HOURS, complete: 38 }),
      promisedIn: 90,
      photos: true,
    },
  ),
  open(
    'chunhe',
    self('resident-liu'),
    fresh('greening', 'environment', '中心花园', '花园喷灌头坏了一个，水直接喷到长椅上，坐都没法坐。', {
      findings: '喷头被踩断。',
      measures: '更换喷头并加保护套。',
      result: '喷头已更换，角度已调整。',
      after: 'gardenTidy',
    }),
    {
      filed: 30 * HOURS,
      steps: taken(29.8 * HOURS, { investigate: 26 * HOURS, plan: 25 * HOURS, complete: 5 * HOURS }),
      promisedIn: -60,
      turn: 1,
      photos: true,
    },
  ),
  open(
    'yunqi',
    self('resident-guo'),
    fresh('parking', 'order', '西门岗亭', '西门访客车乱停在转弯处，校车都拐不进来。', {
      findings: '转弯处无禁停标识，访客车未引导。',
      measures: '划禁停线、放锥筒，门岗引导至访客区。',
      result: '禁停线已划，高峰期专人引导。',
    }),
    {
      filed: 28 * HOURS,
      steps: taken(27.8 * HOURS, { investigate: 25 * HOURS, plan: 24 * HOURS, complete: 70 }),
      promisedIn: 200,
    },
  ),
  // 告知结果: rang up, so they have to be rung back.
  open(
    'chunhe',
    heard('receptionist-chen', 'hotline', '滕阿姨', '13905714415', 'resident-huang'),
    fresh('cleaning', 'environment', '', '一楼门口的下水井盖缝里一直往外飞小虫子，门都不敢开。', {
      findings: '雨水井积水滋生蠓虫。',
      measures: '清掏并投放药剂，井盖缝加密封圈。',
      result: '已清掏投药并加密封圈，复查无飞虫。',
    }),
    {
      filed: 26 * HOURS,
      steps: taken(25.8 * HOURS, { investigate: 23 * HOURS, plan: 22 * HOURS, complete: 3 * HOURS, review: 95 }),
      promisedIn: 60,
      turn: 1,
    },
  ),
  open(
    'yunqi',
    heard('receptionist-yu', 'frontDesk', '贺先生', '13905724416'),
    fresh('security', 'order', '东门岗亭', '东门晚上没有人值班，推一下门就能进，这和没有门有什么区别？', {
      findings: '东门夜间改为自动值守，闭门器失灵。',
      measures: '修闭门器，夜间每小时巡查。',
      result: '闭门器已修复，夜间巡更点已增设。',
    }),
    {
      filed: 3 * DAYS,
      steps: taken(3 * DAYS - 15, {
        investigate: 2.8 * DAYS,
        plan: 2.7 * DAYS,
        complete: 1.5 * DAYS,
        review: 1.2 * DAYS,
      }),
      promisedIn: -1.4 * DAYS,
    },
  ),
];
