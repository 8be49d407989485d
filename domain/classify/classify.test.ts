import { DEFAULT_POLICY } from '../policy/defaults';
import { ProposalSchema } from '../../types/proposal';
import { type Category, CATEGORIES, type Kind, type Responsibility, type Signal } from '../../types/vocabulary';
import { classify } from './classify';
import { dangerIn } from './danger';
import { inDigits, lowerBound } from './numerals';
import { placeIn } from './place';
import { DEPARTMENTS, usualDepartment } from './routing';
import { groupIn, signalsIn } from './signals';

const GROUP_FROM = DEFAULT_POLICY.severity.majorGroupPeople;

describe('what it is about', () => {
  test.each<[string, Category]>([
    ['电梯又困人了，按铃没人应', 'lift'],
    ['厨房水管漏水，流到楼下了', 'water'],
    ['楼道灯坏了，晚上看不见路', 'power'],
    ['垃圾桶两天没清运，臭得很', 'cleaning'],
    ['楼下烧烤店凌晨还在放音响，吵得睡不着', 'noise'],
    ['门禁坏着，昨晚又进了小偷', 'security'],
    ['我的车位天天被别人占', 'parking'],
    ['草坪枯死一大片，没人补种', 'greening'],
    ['灭火器都过期了', 'fire'],
    ['物业费凭什么又涨价', 'fees'],
    ['有人遛狗不牵绳', 'pets'],
    ['楼上高空抛物，差点砸到孩子', 'falling'],
    ['隔壁把承重墙敲了', 'renovation'],
    ['客服态度恶劣，打电话没人接', 'service'],
    ['交房一年了房产证还没办', 'quality'],
    ['业委会选举的选票没有发给我', 'committee'],
    ['楼上住户往我家阳台泼水，跟他沟通不听', 'neighbor'],
    ['门口的公交车站能恢复吗', 'other'],
    ['健身器材的扶手断了', 'facility'],
  ])('[RG-02] “%s” → %s', (text, category) => {
    expect(classify(text).category.value).toBe(category);
  });

  test('[RG-02] the words that weighed most are shown to the receptionist', () => {
    expect(classify('地下车库的灭火器都过期了').why).toContain('灭火器');
  });

  test('[RG-02] a text that says nothing is left to the desk', () => {
    expect(classify('在吗').category.confidence).toBeLessThan(0.5);
    expect(classify('电梯困人，电梯故障三天了').category.confidence).toBeGreaterThan(0.9);
  });

  test('[RG-02] a title weighs more than the body', () => {
    const body = '楼下空地堆着垃圾，灯也不亮。';
    expect(classify(body, { title: '关于电梯故障的投诉' }).category.value).toBe('lift');
  });
});

describe('how it is meant', () => {
  test.each<[string, Kind]>([
    ['投诉楼上天天半夜打麻将，说了多少次都没用', 'complaint'],
    ['麻烦派师傅来修一下，5栋502水龙头坏了', 'repair'],
    ['请问物业费可以按季度交吗', 'inquiry'],
    ['建议在大门口增设一个雨棚', 'suggestion'],
    ['感谢王师傅，水管十分钟就修好了，点赞', 'praise'],
  ])('[IN-11] “%s” → %s', (text, kind) => {
    expect(classify(text).kind.value).toBe(kind);
  });

  test('[IN-11] what the resident chose in the form is believed when the words don’t say', () => {
    expect(classify('关于停车的事', { kindHint: 'suggestion' }).kind.value).toBe('suggestion');
    expect(classify('感谢王师傅，水管十分钟就修好了，点赞', { kindHint: 'complaint' }).kind.value).toBe('praise');
  });

  test('[IN-11] praise carries no severity', () => {
    expect(classify('感谢保安小李，我妈摔伤了是他送去医院的，太感动了，谢谢你们').severity).toEqual([]);
  });
});

describe('whose matter it is', () => {
  test.each<[string, Responsibility]>([
    ['保洁三天没来打扫楼道了', 'own'],
    ['交付时验房单上写的空鼓，开发商一直不修', 'developer'],
    ['隔壁工地夜里打桩，城管也不管', 'external'],
    ['不好意思，我家孩子把门禁按钮弄坏了，我赔', 'resident'],
  ])('[RG-04] “%s” → %s', (text, responsibility) => {
    expect(classify(text).responsibility.value).toBe(responsibility);
  });
});

describe('signals of severity', () => {
  test.each<[string, Signal[]]>([
    ['再不解决我就去法院起诉', ['lawsuit']],
    ['我们住在法院旁边，楼道灯不亮', []],
    ['已经联系了电视台记者', ['media']],
    ['楼上的传媒公司太吵', []],
    ['电视台旁边的门坏了', []],
    ['法院宿舍那边的下水沟堵了', []],
    ['10号楼大堂灯不亮', []],
    ['没有要投诉的意思，就是问问几点开门', []],
    ['群里说的线上直播我没看到', []],
    ['我们律师楼旁边那棵树该剪了', []],
    ['请问今天停电到几点', []],
    ['下个月消防演练，冒烟的时候要往哪边走', []],
    ['差点被楼上的瓶子砸到', ['safety_hazard']],
    ['闻到一股煤气味', ['safety_hazard']],
    ['孩子被夹了手，去医院拍了片子', ['injury_or_loss']],
    ['催了两个月了，连个下文都没有', ['repeated']],
    ['我妈在大堂滑倒骨折了', ['injury_or_loss']],
    ['地太滑，小心有人摔伤', []],
    ['反映过三次都没人处理', ['repeated']],
    ['我们一共三十二户联名投诉', ['group']],
    ['电梯突然下坠，太危险了', ['safety_hazard']],
    ['消防通道被堵死了', ['safety_hazard']],
    ['黑心物业，眼里还有王法吗', ['strong_emotion']],
    ['请问几点停水', []],
    // A part of the body and a wound, not the head of a tap nor the hand of a door.
    ['儿子膝盖磕在井圈上，肿得老高', ['injury_or_loss']],
    ['水龙头断了，喷头也裂了', []],
    ['门把手断了，桌腿裂了', []],
    ['还好没砸着人，树枝横在路中间', []],
    ['我新铺的地板让楼上的水泡坏了', ['injury_or_loss']],
    ['我家工人把轿厢的地板砸了个坑，我来承担', []],
    ['锁着的电瓶车让人撬走了', ['injury_or_loss']],
    ['手机捡到了，已经归还失主', []],
    // A report and how often, or what came of it.
    ['前台我跑了四趟，次次说等配件', ['repeated']],
    ['答应补的栏杆拖到现在', ['repeated']],
    ['修好没两天又停了', ['repeated']],
    ['一天能听见三遍广播', []],
    ['门口换了三家店', []],
    // Live parts and water, what hangs over people, a way out that is blocked.
    ['水都滴到配电箱上了', ['safety_hazard']],
    ['铜丝露着，孩子天天从旁边跑', ['safety_hazard']],
    ['那个衣架离我妈后脑勺就一巴掌远', ['safety_hazard']],
    ['疏散楼梯间堆满纸箱，真烧起来人往哪跑', ['safety_hazard']],
    ['刷卡进电梯能用身份证吗', []],
    ['没有煤气味，就是打不着火', []],
    ['单元门弹回来，夹断了孩子的指甲', ['injury_or_loss']],
    ['泳池边太滑，女儿摔掉一颗门牙', ['injury_or_loss']],
    ['油漆味熏得孩子起了一身疹子', ['injury_or_loss']],
    ['门夹到我妈妈的买菜车', []],
    ['别等孩子摔掉牙才来修', []],
    ['灯箱只剩一颗螺丝，风大时来回晃', ['safety_hazard']],
    ['配电房没锁，小孩在里头捉迷藏', ['safety_hazard']],
    ['电梯门开着轿厢没上来', ['safety_hazard']],
    ['天台护栏锈断了，孩子在上面放风筝', ['safety_hazard']],
    ['请问配电房开着是在检修吗', []],
    // Courts and papers that are asked for, and those that only stand there.
    ['诉状已经递上去了', ['lawsuit']],
    ['去法院坐几路车', []],
    ['裂缝的短片我发到抖音了', ['media']],
    ['本来气得要发抖音，没想到经理连夜修好了', []],
    ['吵得要疯了，活不下去了', ['strong_emotion']],
    // Words that stand in a signal's words and say something else.
    ['热线让我把水烧开了再喝', []],
    ['狗笼子臭得要命', []],
    ['水表的阀门被关了，怎么打开', []],
    ['垃圾第二天，照例要早上才收', []],
    ['滑了一跤没事，就是屁股着地', []],
    ['台阶上全是烟屁股', []],
    ['草坪边上的灯瞎了两盏', []],
    ['球场的灯炸了，换一个', []],
    ['非承重墙能不能拆', []],
    ['消防楼梯里有老鼠，来放点药', []],
    ['公示的费用年年收，没有明细', []],
  ])('[SV-01] [SV-02] [SV-06] [SV-11] “%s” → %j', (text, signals) => {
    expect(signalsIn(text, GROUP_FROM).map((hit) => hit.signal)).toEqual(signals);
  });

  test('[SV-06] each signal shows the words it was read from', () => {
    expect(signalsIn('我妈在大堂滑倒骨折了', GROUP_FROM)).toEqual([{ signal: 'injury_or_loss', evidence: '滑倒' }]);
  });

  test.each<[string, number | null]>([
    ['我们十几户都受影响', 10],
    ['四五十个业主都签了字', 40],
    ['我们五户一起反映', 5],
    ['全楼一百二十户签名', 120],
    ['整栋楼三十多家都没有水', 30],
    ['一楼十三户的雨棚都坏了', 13],
    ['1栋1单元1203业主', null],
    ['10号楼', null],
    ['5号楼502户漏水', null],
    ['门口摆摊的有二十多家店', null],
    ['我家三口人', null],
    ['七十多口人等着用水', 70],
    ['两百来人签了罢免书', 200],
    ['我们十三位车主一起签的字', 13],
    ['五十几个业主要求换保安公司', 50],
  ])('[SV-04] [SV-14] “%s” counts %j', (text, size) => {
    expect(groupIn(text, GROUP_FROM).size).toBe(size);
  });

  test('[SV-04] from ten on it is a group, fewer are only counted', () => {
    expect(signalsIn('我们九户都没有水', GROUP_FROM)).toEqual([]);
    expect(signalsIn('我们十户都没有水', GROUP_FROM).map((hit) => hit.signal)).toEqual(['group']);
    // An estate may count from another number on.
    expect(signalsIn('我们九户都没有水', 6).map((hit) => hit.signal)).toEqual(['group']);
  });
});

describe('numbers as people write them', () => {
  test.each<[string, number | null]>([
    ['十二', 12],
    ['二十', 20],
    ['二十几', 20],
    ['五六十', 50],
    ['两百六十', 260],
    ['三百五', 350],
    ['三千', 3000],
    ['一千二', 1200],
    ['几百', 200],
    ['几十', 20],
    ['一万', 10_000],
    ['1200', 1200],
    ['3千', 3000],
    ['十', 10],
    ['两', 2],
    ['电梯', null],
  ])('%s is %j', (text, number) => {
    expect(lowerBound(text)).toBe(number);
  });

  test.each([
    ['七', '7'],
    ['十二', '12'],
    ['二一〇三', '2103'],
    ['a6', 'A6'],
    ['11', '11'],
  ])('%s is number %s of a building or room', (text, digits) => {
    expect(inDigits(text)).toBe(digits);
  });
});

describe('where it is', () => {
  test.each<[string, (string | null)[]]>([
    ['12-3-1605 厨房反水', ['12', '3', '1605', null]],
    ['我家3栋2单元501，暖气不热', ['3', '2', '501', null]],
    ['七号楼电梯坏了', ['7', null, null, '电梯']],
    ['住12幢1503室', ['12', null, '1503', null]],
    ['16-301 雨水管堵了', ['16', null, '301', null]],
    ['５栋２单元门禁坏了', ['5', '2', null, '单元门']],
    ['地库负二层B区漏水', [null, null, null, '地下车库负二层B区']],
    ['2026-11-20 报的修还没来', [null, null, null, null]],
    ['2-3天没人来', [null, null, null, null]],
    ['13800001234 打我电话', [null, null, null, null]],
    ['楼上1702漏水，我家1602，8栋', ['8', null, '1602', null]],
  ])('[IN-01] “%s”', (text, place) => {
    const { building, unit, room, area } = classify(text).place;
    expect([building, unit, room, area]).toEqual(place);
  });

  test('[IN-01] three buildings at once are none', () => {
    expect(placeIn('15、16三栋都停水').building).toBeNull();
  });
});

describe('danger to life', () => {
  test.each<[string, string[]]>([
    ['我被困在电梯里了', ['trapped']],
    ['厨房一股煤气味', ['gas']],
    ['楼道里电动车起火了', ['fire']],
    ['插座漏电，孩子被电到了', ['livewire']],
    ['外墙砖掉下来砸伤人了', ['injury']],
    ['请问天然气怎么交费', []],
    ['建议组织一次火灾逃生演练', []],
    ['万一着火了怎么办', []],
    ['被这件事困扰很久', []],
  ])('[IN-12] “%s” → %j', (text, dangers) => {
    expect(dangerIn(text)).toEqual(dangers);
  });
});

describe('the proposal', () => {
  test('[RG-02] fits its schema for any text, also empty, long or strange', () => {
    for (const text of [
      '',
      '😀',
      'a'.repeat(5000),
      '电梯'.repeat(2000),
      '一二三四五六七八九十百千万几数上近',
      '-----12-3-1605-----',
      '\n\n',
      '<script>',
    ]) {
      expect(ProposalSchema.safeParse(classify(text)).error?.issues).toBeUndefined();
    }
  });

  test('[DP-06] every category has a department by default', () => {
    for (const category of Object.keys(CATEGORIES).filter((code): code is Category => code in CATEGORIES))
      expect(Object.keys(DEPARTMENTS)).toContain(usualDepartment(category));
    expect(usualDepartment('lift')).toBe('engineering');
    expect(usualDepartment('noise')).toBe('order');
  });
});
