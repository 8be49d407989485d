/** Open today: what handlers and managers have to see to. */
import { DAYS, fresh, HOURS, heard, open, type PlotToday, self, taken } from './today-plots';

export const IN_THE_DEPARTMENTS: readonly PlotToday[] = [
  // 调查中: to look into, and to plan.
  open(
    'chunhe',
    self('resident-xu'),
    fresh('quality', 'engineering', '', '入户门的门框和墙之间裂了一条缝，关门的时候掉灰，缝越来越大。', {
      responsibility: 'developer',
      before: 'hall',
    }),
    { filed: 5 * HOURS, steps: taken(4.9 * HOURS), photos: true },
  ),
  open(
    'chunhe',
    self('resident-zhu', { through: 'officialAccount' }),
    fresh('facility', 'engineering', '健身步道', '健身步道塑胶起鼓开裂，跑步踩上去一脚深一脚浅，已经有人摔过跤了。', {
      findings: '起鼓三处共约 4 平方米，基层积水所致。',
      before: 'path',
    }),
    { filed: 27 * HOURS, steps: taken(26.9 * HOURS, { investigate: 2 * HOURS }), photos: true },
  ),
  open(
    'chunhe',
    self('resident-wu', { hideIdentity: true }),
    fresh(
      'service',
      'service',
      '',
      '前台有位工作人员处理我家退款时爱答不理，还当着别人念我家欠费金额，我觉得很没面子。',
      {
        about: '收费窗口',
        wish: '道歉，保护隐私',
      },
    ),
    { filed: 7 * HOURS, steps: taken(6.9 * HOURS) },
  ),
  // 调查中: the plan waits for the manager's signature.
  open(
    'chunhe',
    self('resident-chen'),
    fresh('water', 'engineering', '', '顶楼屋面防水又漏了，书房的吊顶湿了一大片，去年修过一次的同一个位置。', {
      wish: '彻底做一次防水，不要再打补丁',
      findings: '屋面女儿墙根部防水卷材开裂，与去年维修位置相邻。',
      measures: '屋面女儿墙全段重做防水约 18 米，施工期搭临时防雨棚，吊顶由我方恢复。',
      before: 'leak',
    }),
    {
      filed: 21 * HOURS,
      steps: taken(20.9 * HOURS, { investigate: 8 * HOURS, plan: 3 * HOURS }),
      promisedIn: 4 * DAYS,
      turn: 2,
      photos: true,
    },
  ),
  open(
    'yunqi',
    self('resident-liang', { groupSize: 12 }),
    fresh(
      'power',
      'engineering',
      '地下车库',
      '我们 12 户一起反映：地库充电桩电费比家里贵一倍，还经常跳枪，扣了钱充不进去。',
      {
        wish: '公示电价构成，退还多收的钱',
        findings: '跳枪系线路过载保护，近一月异常扣费 37 笔；电价含服务费，公示不清。',
        measures: '与运营商核对退款，线路扩容方案报业委会，重新公示电价构成。',
      },
    ),
    {
      filed: 30 * HOURS,
      steps: taken(29.9 * HOURS, { investigate: 9 * HOURS, plan: 4 * HOURS }),
      promisedIn: 6 * DAYS,
    },
  ),
  // 处理中: due soon, late, in a big matter.
  open(
    'chunhe',
    self('resident-zhao'),
    fresh('lift', 'engineering', '电梯', '8 栋电梯按钮 9 楼和 10 楼按了不亮，要按好几下才有反应。', {
      findings: '两个按钮微动开关失灵。',
      measures: '更换 9、10 层按钮组件。',
      progress: '按钮组件已领料，今天更换。',
    }),
    {
      filed: 29 * HOURS,
      steps: taken(28.9 * HOURS, { investigate: 26 * HOURS, plan: 25 * HOURS, progress: 4 * HOURS }),
      promisedIn: 40,
    },
  ),
  open(
    'chunhe',
    self('resident-hu'),
    fresh('cleaning', 'environment', '', '地下室楼梯间堆的装修垃圾一个多星期没人清，全是灰，孩子过敏咳嗽。', {
      wish: '今天就清走',
      findings: '装修垃圾约 2 立方米，责任装修户已搬走。',
      measures: '由我方先行清运，费用从押金扣除。',
      progress: '清运车辆已预约。',
      before: 'boxes',
    }),
    {
      filed: 3.1 * DAYS,
      steps: taken(3.1 * DAYS - 10, { investigate: 2.7 * DAYS, plan: 2.6 * DAYS, progress: 1.1 * DAYS }),
      promisedIn: -5 * HOURS,
      twists: { urged: '已经第四天了，垃圾还在，请尽快！' },
      photos: true,
    },
  ),
  open(
    'chunhe',
    self('resident-yang', { groupSize: 6 }),
    fresh(
      'noise',
      'engineering',
      '',
      '我们单元六户都听到水泵房夜里轰轰响，已经半个月没睡好觉了，再不解决我们就打 12345。',
      {
        findings: '泵房减振失效，夜间室内实测 38 分贝，超标 3 分贝。',
        measures: '更换整套减振台座与软接头，夜间切换低频泵，邀请业主代表复测。',
        progress: '减振台座已定制，五天内到货；夜间已切换到低频泵。',
      },
    ),
    {
      filed: 2.4 * DAYS,
      steps: taken(2.4 * DAYS - 8, {
        investigate: 2.1 * DAYS,
        plan: 2 * DAYS,
        signPlan: 1.9 * DAYS,
        progress: 20 * HOURS,
      }),
      promisedIn: 4 * DAYS,
      turn: 1,
    },
  ),
  open(
    'chunhe',
    self('resident-huang-daughter', { onBehalfOf: '黄秀英' }),
    fresh(
      'water',
      'engineering',
      '',
      '我妈妈一个人住，卫生间水龙头关不紧一直滴水，地上老是湿的，她腿脚不好，我怕她滑倒。',
      {
        wish: '上门前先打我电话',
        findings: '水龙头阀芯磨损，地漏排水慢。',
        measures: '更换阀芯，疏通地漏，加防滑垫。',
        progress: '已与黄阿姨女儿约好今天下午上门。',
      },
    ),
    {
      filed: 24 * HOURS,
      steps: taken(23.9 * HOURS, { investigate: 20 * HOURS, plan: 19 * HOURS, progress: 2 * HOURS }),
      promisedIn: 5 * HOURS,
      turn: 2,
    },
  ),
  open(
    'yunqi',
    self('resident-ma'),
    fresh('power', 'engineering', '', '九楼过道的感应灯白天也一直亮着，晚上反而不亮，是不是装反了？', {
      findings: '光感探头被涂料遮挡。',
      measures: '清洁探头并校准。',
    }),
    {
      filed: 26 * HOURS,
      steps: taken(25.9 * HOURS, { investigate: 22 * HOURS, plan: 21 * HOURS }),
      promisedIn: 3 * HOURS,
    },
  ),
  open(
    'yunqi',
    heard('receptionist-fang', 'superior', '街道办转办', '057188001122'),
    fresh(
      'fire',
      'order',
      '充电桩区',
      '街道转来：业主反映充电桩区堆放废旧电瓶车，影响消防通道，请三日内整改并书面回复。',
      {
        findings: '废旧电瓶车十一辆，占用消防通道约 3 米。',
        measures: '公告三日后集中清理，划消防通道线。',
        progress: '已张贴清理公告。',
      },
    ),
    {
      filed: 3 * DAYS,
      steps: taken(3 * DAYS - 12, { investigate: 2.6 * DAYS, plan: 2.5 * DAYS, progress: 2 * DAYS }),
      promisedIn: -2 * HOURS,
    },
  ),
  open(
    'yunqi',
    self('resident-feng'),
    fresh('facility', 'marketing', '会所', '会所更衣室的吹风机坏了两个，储物柜钥匙也少了好几把，交了年费就这样？', {
      findings: '吹风机损坏两台，钥匙缺失五把。',
      measures: '补购吹风机，储物柜改密码锁。',
    }),
    {
      filed: 25 * HOURS,
      steps: taken(24.9 * HOURS, { investigate: 21 * HOURS, plan: 20 * HOURS }),
      promisedIn: 26 * HOURS,
    },
  ),
];
