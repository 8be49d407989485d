import { type Matter, matter } from './matter';

export const CLEANING: readonly Matter[] = [
  matter('cleaning', 'environment', '垃圾房', {
    text: '垃圾房桶满了两天没清，厨余水流到路上，苍蝇乱飞，我们一楼窗户都不敢开。',
    findings: '清运车周末停运一天，桶满外溢属实，保洁未冲洗地面。',
    measures: '协调清运公司周末加一班，每日早晚冲洗地面并喷除臭剂。',
    result: '已清运冲洗消杀，周末清运班次恢复，连续一周检查无满溢。',
    before: 'bins',
    after: 'gardenTidy',
  }),
  matter('cleaning', 'environment', '', {
    text: '楼道好几天没拖地了，电梯口还有谁家宠物的尿味，保洁是不是不来我们这栋？',
    findings: '该栋保洁员请假，代班只做了垃圾收集，未拖地。',
    measures: '安排固定代班人员，增加消毒除味，主管每日抽查签字。',
    result: '楼道已全面清洗除味，代班表上墙，抽查三天合格。',
    before: 'hall',
    after: 'brightHall',
  }),
  matter('cleaning', 'environment', '地下车库 B1', {
    text: '车库里老鼠乱窜，昨天从我车底下跑出来一只大的，车里线束要是被咬了算谁的？',
    findings: 'B1 垃圾暂存点附近发现鼠迹，毒饵站缺失三个。',
    measures: '补设毒饵站十二个，封堵管洞，暂存点改为密闭桶。',
    progress: '毒饵站已补齐，消杀公司今晚作业，请看好宠物。',
    result: '两周复查无新鼠迹，管洞已封堵。',
  }),
  matter('cleaning', 'environment', '电梯', {
    text: '电梯里有人随地吐痰，一整天都没人擦，扶手也是黏的。',
    findings: '属实，当日保洁巡回频次不足。',
    measures: '电梯每两小时擦拭一次，张贴文明提示。',
    result: '电梯已清洁消毒，巡回签到表贴在轿厢内。',
  }),
  matter('cleaning', 'environment', '雨水花园', {
    text: '雨水花园的池子发绿发臭，蚊子特别多，晚上根本不能在旁边坐。',
    findings: '循环泵停机一周，水体富营养化。',
    measures: '恢复循环泵，换水清淤，投放灭蚊幼药剂。',
    progress: '循环泵已修好，今明两天清淤换水。',
    result: '水体已恢复清澈，蚊虫监测下降，循环泵加入每日巡检。',
    before: 'puddle',
    after: 'gardenTidy',
  }),
  matter('cleaning', 'environment', '架空层', {
    text: '架空层堆满了纸箱和旧家具，一股霉味，谁都可以往那儿堆吗？',
    findings: '三户业主及一名保洁堆放废旧物，无人管理。',
    measures: '限期三日清走，逾期代清；保洁堆放已批评教育。',
    result: '架空层已清空，加装照明与“禁止堆放”标识，每周检查。',
    before: 'boxes',
    after: 'brightHall',
  }),
  matter('cleaning', 'environment', '', {
    kind: 'suggestion',
    text: '建议把大件垃圾的投放点和收取时间贴在每个单元门口，大家都不知道放哪里。',
    findings: '目前只在垃圾房有说明。',
    measures: '制作单元公告并在业主群发布。',
    result: '各单元已张贴大件垃圾投放点、收取时间和预约电话，感谢建议。',
  }),
];

export const GREENING: readonly Matter[] = [
  matter('greening', 'environment', '中心花园', {
    text: '花园里两棵大树枯了半边，刮风的时候枝子往下掉，下面就是小孩玩的地方。',
    findings: '两株香樟感染枯枝病，枯枝直径最大 8 厘米。',
    measures: '先警戒并修剪枯枝，请园林所诊断用药。',
    progress: '枯枝已清理，下方暂时围挡。',
    result: '病枝全部修剪，两次用药后新芽正常，围挡撤除。',
    before: 'tree',
    after: 'gardenTidy',
  }),
  matter('greening', 'environment', '', {
    text: '我家窗前的绿篱长得太高了，一楼白天都要开灯，请修剪一下。',
    findings: '绿篱高约 1.8 米，超过养护标准。',
    measures: '修剪至 0.9 米，纳入季度修剪计划。',
    result: '已修剪并清运枝叶，业主现场确认采光改善。',
    before: 'tree',
    after: 'gardenTidy',
  }),
  matter('greening', 'environment', '', {
    text: '打农药也不提前通知，我家狗在草地上滚了一圈回来就吐，你们到底喷的什么？',
    wish: '以后提前通知，说明药名',
    findings: '当日喷洒低毒杀虫剂，未按要求提前一天公告并立牌。',
    measures: '向业主致歉并提供药剂说明，用药提前 24 小时公告、立警示牌。',
    result: '药剂说明已送到业主手中，宠物就诊费 260 元由物业承担；公告流程已修订。',
  }),
  matter('greening', 'environment', '健身步道', {
    text: '健身步道两边草长到膝盖了，有蛇怎么办？上个月看到过一条。',
    findings: '该段草坪漏剪一次，草高约 35 厘米。',
    measures: '三日内割草，步道两侧撒驱蛇粉。',
    result: '已割草并撒驱蛇粉，养护计划表贴在步道口。',
    before: 'tree',
    after: 'gardenTidy',
  }),
];

export const PETS: readonly Matter[] = [
  matter('pets', 'order', '中心花园', {
    text: '有个养金毛的从来不牵绳，昨天扑到我女儿身上，孩子哭了一晚上。物业能不能管管？',
    wish: '找到主人，让他道歉并牵绳',
    findings: '监控确认犬主为本小区住户，遛犬未牵绳属实，未咬伤。',
    measures: '上门告知犬主并签文明养犬承诺，重点时段花园安排巡逻劝导。',
    progress: '犬主已当面向孩子道歉，签了承诺书。',
    result: '连续两周巡查未再发现不牵绳，花园增设提示牌与拾便袋箱。',
    before: 'dog',
  }),
  matter('pets', 'order', '', {
    text: '隔壁养了三只狗，主人一上班就叫，从早叫到晚，我上夜班白天根本睡不了。',
    responsibility: 'external',
    findings: '狗叫属实，主人白天不在家；犬只已办证。',
    measures: '与主人沟通，建议用止吠训练与看护；社区联合劝导。',
    progress: '主人答应白天送一只到亲戚家，其余关在内卧。',
    result: '狗叫明显减少，申请人表示可以接受。',
  }),
  matter('pets', 'environment', '遛狗区', {
    text: '遛狗区旁边的草地全是狗屎，没人捡也没人扫，臭得要命。',
    findings: '拾便箱空置，保洁未将该区列入日清。',
    measures: '补充拾便袋，早晚各清一次。',
    result: '已清理，拾便箱每日补袋。',
    before: 'dog',
    after: 'gardenTidy',
  }),
];
