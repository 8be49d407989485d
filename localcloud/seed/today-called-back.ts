/** Open today: told, and now asked whether it was really solved; or asked, and it wasn't. */
import { DAYS, fresh, heard, HOURS, type MinutesAgo, open, type PlotToday, self, taken } from './today-plots';

const AT_FAULT = { code: 'SV-23', note: '属我方管理疏漏，须上门回访' } as const;

/** Everything done, the result told so many minutes ago. */
const told = (filed: number, informed: number, more: MinutesAgo = {}): MinutesAgo =>
  taken(filed - 8, {
    investigate: filed - 150,
    plan: filed - 190,
    signPlan: filed - 260,
    complete: informed + 80,
    review: informed + 20,
    inform: informed,
    ...more,
  });

export const CALLED_BACK: readonly PlotToday[] = [
  // Visits of the patrol, over several buildings.
  open(
    'chunhe',
    self('resident-wang'),
    fresh('falling', 'order', '', '五栋楼上掉下来一个花盆，离我婴儿车不到一米，太吓人了，到底谁家的？', {
      findings: '花盆放在未加护栏的飘窗外，业主已承认。',
      measures: '责令收回，逐户排查窗台物品。',
      result: '花盆已收回，该栋排查出 4 户并全部整改。',
      before: 'glass',
    }),
    {
      filed: 2.3 * DAYS,
      steps: told(2.3 * DAYS, 21 * HOURS),
      promisedIn: -20 * HOURS,
      twists: { reason: AT_FAULT },
      photos: true,
    },
  ),
  open(
    'chunhe',
    self('resident-xu'),
    fresh('service', 'service', '', '约了三次管家上门验房都爽约，最后一次直接说忘了，这是什么服务？', {
      findings: '预约未录入系统，管家口头答应后遗忘，属实。',
      measures: '当面致歉，预约一律录入并短信确认。',
      result: '已上门验房并致歉，预约短信已启用。',
    }),
    { filed: 2.6 * DAYS, steps: told(2.6 * DAYS, 18 * HOURS), promisedIn: -17 * HOURS, twists: { reason: AT_FAULT } },
  ),
  open(
    'chunhe',
    self('resident-sun'),
    fresh('security', 'order', '', '单元门坏了三天，昨晚有个陌生人在楼道里转，我一个人在家特别害怕。', {
      findings: '电磁锁断电，报修后未当天处理，属实。',
      measures: '更换电源，单元门故障当天修复并临时值守。',
      result: '电磁锁已修复，当晚值守记录可查。',
      after: 'brightHall',
    }),
    {
      filed: 5.2 * DAYS,
      steps: told(5.2 * DAYS, 3.4 * DAYS),
      promisedIn: -3.3 * DAYS,
      twists: { reason: AT_FAULT },
      turn: 1,
      photos: true,
    },
  ),
  open(
    'yunqi',
    self('resident-tang'),
    fresh('water', 'engineering', '', '物业清洗水箱没有通知，我接了一锅黄水给老人煮粥，幸好没喝。', {
      findings: '清洗公告只贴在会所，未到各单元，属实。',
      measures: '致歉并补发公告，改为提前 48 小时逐单元张贴并推送消息。',
      result: '已致歉，公告流程已改，末端冲洗已完成。',
    }),
    { filed: 2.2 * DAYS, steps: told(2.2 * DAYS, 19 * HOURS), promisedIn: -18 * HOURS, twists: { reason: AT_FAULT } },
  ),
  // Nobody at home the first time.
  open(
    'yunqi',
    self('resident-song'),
    fresh('parking', 'order', '地下车库', '保安把我车贴了三张违停单，其实是车位线自己划歪了，胶都撕不下来。', {
      findings: '车位线确有偏移，贴单不当。',
      measures: '清除胶痕，重划车位线，贴单改为电子提醒。',
      result: '胶痕已清除，车位线已重划。',
    }),
    {
      filed: 2.8 * DAYS,
      steps: told(2.8 * DAYS, 1.6 * DAYS, { callback: 5 * HOURS }),
      promisedIn: -1.5 * DAYS,
      twists: { reason: AT_FAULT, notReached: 1 },
    },
  ),
  // By phone: nobody knows where the caller lives.
  open(
    'chunhe',
    heard('receptionist-xu', 'hotline', '万先生', '13905714431'),
    fresh('service', 'order', '南门岗亭', '南门保安拦着我家亲戚不让进，说话还带脏字，登记本直接摔在桌上。', {
      findings: '核查录像，保安言语不当属实。',
      measures: '停岗复训，电话致歉。',
      result: '当事保安已复训并电话致歉。',
    }),
    {
      filed: 2.1 * DAYS,
      steps: told(2.1 * DAYS, 22 * HOURS),
      promisedIn: -21 * HOURS,
      twists: { reason: AT_FAULT, informBy: 'phone' },
    },
  ),
  // Told today: the month's draw says who gets the survey, the others are closed.
  ...(
    [
      ['resident-zhang', '3 栋 2 单元一楼信报箱门掉了两个，广告塞得满地都是。'],
      ['resident-li', '儿童游乐场的沙坑里有碎玻璃，孩子光脚玩太危险了。'],
      ['resident-zhou', '北门人行闸机刷脸老是识别不了，戴帽子的老人每次都卡住。'],
      ['resident-zhang', '2 单元电梯厅的地垫湿漉漉的，踩上去一股霉味。'],
      ['resident-liu', '6 栋楼下的晾衣杆断了一根，被子没地方晒。'],
    ] as const
  ).map(([key, text], n) =>
    open(
      'chunhe',
      self(key),
      fresh('facility', n === 1 || n === 3 ? 'environment' : 'engineering', '', text, {
        findings: '现场核实属实，属日常损耗。',
        measures: '当日更换并清理。',
        result: '已更换清理完毕，现场照片已附。',
        after: 'brightHall',
      }),
      {
        filed: (26 + 3 * n) * HOURS,
        steps: told((26 + 3 * n) * HOURS, (3 + 2 * n) * HOURS),
        promisedIn: -(2 + 2 * n) * HOURS,
        turn: n,
        photos: n < 2,
      },
    ),
  ),
  // Not solved: back to the department, one to be signed for, one in work again.
  open(
    'chunhe',
    self('resident-zhang'),
    fresh('noise', 'order', '', '楼下底商的排风机从早响到晚，正对着我家书房，孩子上网课都听不清。', {
      findings: '排风机朝向住宅，实测 63 分贝。',
      measures: '约谈商户加装消声罩，调整运行时段。',
      result: '商户已加装消声罩，运行时段改为 10:00–20:00。',
    }),
    {
      filed: 5.5 * DAYS,
      steps: told(5.5 * DAYS, 2.2 * DAYS, { callback: 3 * HOURS, inform: 2.2 * DAYS }),
      promisedIn: -2.1 * DAYS,
      twists: {
        reason: AT_FAULT,
        visit: {
          solved: false,
          satisfaction: 2,
          opinions: '消声罩装了，可是晚上十点还在开，跟没修一样。',
          wantsFollowUp: true,
        },
      },
    },
  ),
  open(
    'chunhe',
    self('resident-zhu'),
    fresh('water', 'engineering', '', '主卧外墙内侧一到下雨就洇出水印，墙纸都起泡了。', {
      responsibility: 'developer',
      findings: '外墙空调孔封堵不严，雨水渗入。',
      measures: '重新封堵并做外墙防水涂层，观察两场雨。',
      result: '空调孔已重新封堵。',
      progress: '已搭好吊绳，外墙防水今天施工。',
    }),
    {
      filed: 9 * DAYS,
      steps: taken(9 * DAYS - 10, {
        sign: [9 * DAYS - 30, 2.4 * DAYS],
        nameHandler: [9 * DAYS - 30, 2.4 * DAYS],
        investigate: [8.6 * DAYS, 2 * DAYS],
        plan: [8.5 * DAYS, 1.9 * DAYS],
        signPlan: [8.4 * DAYS, 1.8 * DAYS],
        complete: 6.5 * DAYS,
        review: 6.4 * DAYS,
        inform: 6.3 * DAYS,
        callback: 2.6 * DAYS,
        progress: [7 * DAYS, 6 * HOURS],
      }),
      promisedIn: 9 * HOURS,
      twists: {
        reason: AT_FAULT,
        visit: {
          solved: false,
          satisfaction: 1,
          opinions: '上周下雨又洇了，墙纸全毁了，要求赔偿。',
          wantsFollowUp: true,
        },
      },
    },
  ),
];
