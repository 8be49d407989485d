/**
 * What simulated residents write: sentences put together from a place, a trouble, since when, and a mood, over all
 * categories and kinds. Made up here; no resident's real words are in it.
 */
import type { Chance } from '../../localcloud/seed/chance';
import type { Kind } from '../../types/vocabulary';

export interface Written {
  kind: Kind;
  text: string;
  /** A public place; empty for the resident's home. */
  area: string;
  groupSize: number | null;
  matter: Matter;
}

/** What happened where, whoever writes about it. */
export interface Matter {
  kind: Kind;
  area: string;
  what: string;
}

type Words = readonly [string, ...string[]];

interface Trouble {
  kind: Kind;
  /** Public places; an empty text is the home. */
  where: Words;
  what: Words;
  /** Share of the year's complaints, relative to the others; by season where it matters. */
  weight: number;
  months?: { from: number; to: number; times: number };
}

const HOME: Words = [''];
// biome-ignore format: a table reads row by row
const TROUBLES: readonly [Trouble, ...Trouble[]] = [
  { kind: 'repair', where: ['电梯', '二号电梯'], what: ['电梯停在半层不动', '电梯门关不上一直报警', '电梯运行时咣当响', '电梯按键没有反应'], weight: 9 },
  { kind: 'repair', where: HOME, what: ['卫生间顶上漏水', '厨房下水道堵了往外返水', '水管接头渗水把柜子泡了', '家里水压小得洗不了澡'], weight: 9, months: { from: 6, to: 9, times: 1.6 } },
  { kind: 'repair', where: HOME, what: ['家里突然跳闸推不上去', '楼道的灯全不亮', '暖气片摸着是凉的', '入户的燃气表报警'], weight: 6, months: { from: 11, to: 2, times: 1.8 } },
  { kind: 'repair', where: ['儿童乐园', '单元门口', '中心花园'], what: ['滑梯的螺丝松了扎手', '单元门锁坏了关不上', '长椅断了一条腿', '路面的砖翘起来绊人'], weight: 6 },
  { kind: 'complaint', where: ['垃圾站', '架空层', '楼道'], what: ['垃圾堆了没有人清', '地上全是狗粪没人打扫', '保洁拖把水洒得一地臭味', '垃圾桶满了招苍蝇'], weight: 7, months: { from: 5, to: 9, times: 1.5 } },
  { kind: 'complaint', where: HOME, what: ['楼上半夜拖椅子吵得睡不着', '隔壁装修中午还在打电钻', '楼下音响放到夜里一点', '空调外机轰隆隆响一整晚'], weight: 8 },
  { kind: 'complaint', where: ['大门岗亭', '地下车库'], what: ['保安不查证件谁都能进', '门岗晚上没有人值班', '陌生人尾随进单元没人管', '监控坏了一个月没修'], weight: 5 },
  { kind: 'complaint', where: ['地下车库', '大门岗亭'], what: ['我的车位又被外来车占了', '消防通道上停满了车', '道闸抬杆砸到我的车', '充电桩被油车长期占着'], weight: 7 },
  { kind: 'complaint', where: ['中心花园'], what: ['草坪枯了一大片没人浇水', '树枝伸到窗前挡光还招虫', '绿化带被踩成了泥路'], weight: 3, months: { from: 4, to: 9, times: 1.5 } },
  { kind: 'complaint', where: ['楼道', '架空层'], what: ['消火栓里没有水带', '安全出口的灯不亮', '楼道里停电动车还飞线充电'], weight: 4 },
  { kind: 'complaint', where: HOME, what: ['物业费多收了两个月', '停车费扣了两次不退', '水电公摊的账对不上', '装修押金退得太慢'], weight: 5 },
  { kind: 'complaint', where: ['中心花园', '电梯'], what: ['大型犬不牵绳追着孩子跑', '邻居的狗整天叫', '有人在电梯里让狗撒尿'], weight: 4 },
  { kind: 'complaint', where: ['单元门口'], what: ['楼上往下扔烟头差点烫到人', '高空掉下一块玻璃', '有人从窗户倒水下来'], weight: 3 },
  { kind: 'complaint', where: HOME, what: ['楼上私自拆了承重墙', '邻居在露台搭了铁皮房', '装修垃圾堆在门口不清'], weight: 3 },
  { kind: 'complaint', where: HOME, what: ['前台态度很差一句话就打发了', '打了五次电话没有一个人回', '管家答应的事一件没办', '说好上门的师傅两次都没来'], weight: 5 },
  { kind: 'complaint', where: HOME, what: ['交房三年外墙还在渗水', '地砖空鼓一踩就响', '阳台的栏杆是松的', '窗户漏风是开发商没装好'], weight: 3 },
  { kind: 'complaint', where: HOME, what: ['业委会的账目一直不公布', '维修基金用到哪里没有人说'], weight: 2 },
  { kind: 'complaint', where: HOME, what: ['和隔壁为公共走廊的鞋柜吵起来了', '楼上楼下为漏水赔偿谈不拢'], weight: 2 },
  { kind: 'complaint', where: HOME, what: ['门外马路夜里施工', '附近饭店油烟飘进家里', '那件事到现在也没有下文'], weight: 3 },
  { kind: 'inquiry', where: HOME, what: ['请问装修申请要准备哪些材料', '想问下月卡停车怎么办理', '请问宠物登记在哪里办', '请问暖气几号开始供'], weight: 5 },
  { kind: 'suggestion', where: ['中心花园', '地下车库'], what: ['建议在拐角装一面反光镜', '建议晚上把路灯开得久一点', '建议增加快递柜', '建议儿童区铺软垫'], weight: 4 },
  { kind: 'praise', where: HOME, what: ['表扬维修的师傅，下雨天还上门', '感谢夜班保安帮老人拎东西上楼', '前台小姑娘很耐心，给她点赞'], weight: 3 },
];

const SINCE: Words = [
  '从昨天晚上开始',
  '已经三天了',
  '上周就说过一次',
  '今天早上发现的',
  '断断续续半个月',
  '每天都这样',
  '刚刚发生',
];
const WISHES: Words = [
  '请尽快派人来看看',
  '希望给个明确的时间',
  '麻烦处理一下，谢谢',
  '请给一个说法',
  '希望以后不要再这样',
];
const ANGRY: Words = ['太过分了，我非常愤怒', '忍无可忍了', '你们到底管不管', '简直欺人太甚，气死我了'];
const GRAVE: Words = [
  '再不解决我就去法院起诉',
  '我已经联系了电视台记者',
  '老人因此摔伤住了院',
  '再拖下去要出人命',
  '孩子差点触电',
  '反映过好几次一直不解决',
];
const TOGETHER: Words = ['我们这一单元几家都这样', '邻居们一起反映', '我们楼上楼下都受不了'];

const inSeason = (month: number, { from, to }: { from: number; to: number }): boolean =>
  from <= to ? month >= from && month <= to : month >= from || month <= to;

const troubleOf = (month: number, chance: Chance): Trouble => {
  const weighed = TROUBLES.map((trouble) => ({
    trouble,
    weight:
      trouble.weight * (trouble.months !== undefined && inSeason(month, trouble.months) ? trouble.months.times : 1),
  }));
  let left = chance.next() * weighed.reduce((sum, { weight }) => sum + weight, 0);
  for (const { trouble, weight } of weighed) {
    left -= weight;
    if (left < 0) return trouble;
  }
  return TROUBLES[0];
};

const CALM: ReadonlySet<Kind> = new Set<Kind>(['praise', 'inquiry', 'suggestion']);

/** Whether neighbours have it too: in a place that all of them use. */
export const isShared = ({ kind, area }: Matter): boolean => area !== '' && !CALM.has(kind);

/** @param month 1–12, for what breaks in which season */
export const written = (month: number, chance: Chance): Written => {
  const trouble = troubleOf(month, chance);
  const matter = { kind: trouble.kind, area: chance.pick(trouble.where), what: chance.pick(trouble.what) };
  return writtenOf(matter, chance);
};

/** The same matter in somebody else's words. */
export const writtenOf = (matter: Matter, chance: Chance): Written => {
  const { area, what } = matter;
  const sentences = [`${area === '' ? '' : `${area}这边，`}${what}`];
  const calm = CALM.has(matter.kind);
  let groupSize: number | null = null;
  if (!calm) {
    if (chance.holds(0.8)) sentences[0] = `${chance.pick(SINCE)}，${sentences[0] ?? ''}`;
    if (chance.holds(0.12)) sentences.push(chance.pick(ANGRY));
    if (chance.holds(0.05)) sentences.push(chance.pick(GRAVE));
    if (chance.holds(0.04)) {
      groupSize = chance.holds(0.15) ? chance.between(10, 30) : chance.between(3, 9);
      sentences.push(chance.pick(TOGETHER));
    }
    if (chance.holds(0.7)) sentences.push(chance.pick(WISHES));
  }
  // Some people choose the wrong kind in the form.
  const kind = !calm && chance.holds(0.1) ? chance.pick<Kind>(['complaint', 'repair']) : matter.kind;
  return { kind, text: `${sentences.join('，')}。`, area, groupSize, matter };
};
