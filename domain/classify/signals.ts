/** Signals of severity in a text, each with the words that show it; 规程 3.2 gives them their level elsewhere. Hints, never decisions. */
import type { Signal } from '../../types/vocabulary';
import { lowerBound, NUMBER } from './numerals';

export interface SignalHit {
  signal: Signal;
  evidence: string;
}

/** A phrase that shows a signal, unless something in its surroundings takes it back. */
interface Cue {
  says: RegExp;
  /** Looked for in the clause around the match. */
  unless?: RegExp;
}

const CUES = {
  lawsuit: [
    { says: /法院(?:传票|见|起诉|判)|去法院|上法院|起诉|律师函|律师|打官司|传票|诉讼|告上|告赢|告他们|告你们|告到底|法律途径|走法律|仲裁|对簿公堂/, unless: /法院(?:宿舍|旁|附近|隔壁|对面)|执业律师|城管.{0,4}起诉|律师费谁|我是律师/ },
  ],
  media: [
    { says: /记者|电视台|媒体|抖音|小红书|微博|快手|朋友圈曝|曝光|热搜|报社|都市频道|公共频道|民生热线|栏目|直播(?!间里)|新闻频道|上电视|发网上|发到网上|经视|头条|1818|帮忙栏目|全网/, unless: /等出人命上新闻|新媒体|多媒体|传媒公司|权威媒体|直播带货|自媒体公司|贵栏目|本栏目/ },
  ],
  injury_or_loss: [
    { says: /骨折|骨裂|住院|受伤|缝了?.{0,3}针|流血|血印|牙印|咬(?:伤|了我|到我|了孩)|摔(?:伤|断|骨|倒(?!了垃圾))|砸(?:伤|断|坏|到了|中)|把.{0,6}砸了|烫伤|打伤|打到|被打(?!扫|磨|扰|开)|磕破|绊(?:跌|倒)|扭伤|昏倒|晕倒|去世|身亡|死了|没救回来|肺炎|吃药|脑震荡|狂犬(?:针|疫苗)/, unless: /(?:怕|万一|要是|如果|会|容易|可能|小心|险些|差点|以防|避免).{0,8}$|被打扫|气死|吵死|热死|臭死|烦死|死人|死角|死活|花死|树死|枯死|要打人/ },
    { says: /被(?:盗|偷)|失窃|偷(?:了我|走|了两|车)|丢了.{0,6}(?:车|电瓶|包裹|快递)|(?:泡|淹|烧|砸|刮|撞|弄|震|扎|损)(?:坏|毁|了我|裂|烂|到座椅|花).{0,8}|维修报价|补胎|赔(?:了|我|偿损失)|扣了我钱|损失(?:了|\d|[一二三四五六七八九十几]|惨重)|全臭了|血汗钱|多写了\d|多扣|被骗|诈骗|水印洗|泡水(?:了|三)|报废|裂缝能|砸承重墙.{0,10}裂|毁坏/, unless: /(?:怕|万一|要是|如果|可能|小心|以免|避免).{0,6}$|损坏公共|路面损|弄坏了电梯|扭腰|网破|卡掉|我们弄|是我弄|自己撬/ },
    { says: /泡了.{0,6}(?:赔|万)|(?:裂|碎)(?:了)?[两二三四五六七八九十\d]+块|玻璃震裂|拉得我|洗不掉|你们赔|这个钱你们|给我报了|住院费|医药费|医疗费/ },
  ],
  repeated: [
    { says: /(?:反映|投诉|报|说|打电话|找|提|催|沟通|举报|问|去|修)(?:过|了)?(?:好|很|许)?(?:多次|几次|无数次|几遍|多遍|[两二三四五六七八九十\d]+(?:次|遍|回))|多次(?:反映|投诉|反馈|举报|沟通|向|打|找|要求|维权|与|和|协商|致电|联系|拨打|报|上访)|屡次|无数次|第[二三四五六七八九十\d]+(?:次|遍|回)(?!投票|业主|会议|开会|选|维权$)|再次(?:投诉|反映|请求|来|恳请|举报)|又一次反映|反复(?:反映|投诉)/, unless: /第一次|第二次供水|困人.{0,3}次|坏[一二三四五六七八九十\d]+次|多次出现(?!.{0,30}反映)/ },
    { says: /(?:反映|投诉|反馈|说|打|报|报修|举报|联系|找).{0,14}(?:没用|无果|没人管|没人理|没反应|不理|没解决|未解决|未果|没有解决|没有用|没下文|无人|不处理|没处理|没结果|石沉大海|没有结果|不管|推诿|推脱|没动静|一直没|没有任何|没效果|还是|仍|未见)|石沉大海|踢皮球|互相推|相互推|(?:推来|扯皮)|一直(?:没|未)(?:人|有|得到|给|能)?(?:解决|处理|回复|答复|管)|至今(?:没|未|无)(?:有)?(?:人|任何|得到)?(?:回复|解决|处理|答复|结果|回音|音讯)|说了.{0,4}(?:个)?(?:星期|月|年|天)了|反映.{0,6}(?:年|月)/, unless: /没人说/ },
    { says: /(?:[两二三四五六七八九十几半\d]+(?:个)?(?:月|星期|周))(?:了)?.{0,6}(?:没退|没修|没人修|没解决|没处理)|每次(?:去|来|打|问|都说)|修过一次跟没修|换了[一二三四五六七八九十\d]+个了|找哪个|已经.{0,6}投诉|之前(?:投诉|反映)|(?:上次|前面)(?:投诉|反映)|等(?:了)?[两三四五六七八九十\d]+个?月了|未(?:给予|得到)(?:答复|回复|解决)|投诉无门|屡教不改|屡禁/ },
  ],
  strong_emotion: [
    { says: /黑心|无良|天理|良心(?:呢|何在|被狗|不会痛|都)|王八|畜生|混蛋|流氓|强盗|土匪|吸血鬼|不要脸|丢不丢脸|滚(?:出|蛋|吧)|垃圾(?:物业|公司|小区|开发商)|瞎(?:了|子)|死人吗|你们是死|去死|妈的|他妈|tmd|TMD|傻[逼叉]|脑残|狗(?:屁|东西|日)|废物|饭桶|骗子|猪狗|下跪|跪(?:下|求|谢)|求求(?:你|您|领导)|救救|绝望|崩溃(?!的边缘是)|想死|跳楼|自杀|活不下去|走投无路|受够了|恶心死|气死|欺负|吃人|可恶|可恨|无耻|卑鄙|丧尽|为非作歹|丧心|猖狂|嚣张|无法无天|一手遮天|坑人|赤裸裸|草菅|欺压|做个人|命不是命|眼睛瞎|愤怒|忍无可忍|天怒人怨|怨声载道|民不聊生|作死|缺德|霸道|忍受不了|黑暗|人干的|血汗钱/, unless: /跳楼(?:价|机)|快崩溃了|霸道物业$|一瞎/ },
    { says: /[！!]{3,}.{0,30}(?:吗|你们)|我就.{0,10}(?:到你们办公室|泼)|没妈没|赔得起吗|吓唬谁|还有没有王法|还有王法|是不是人/ },
  ],
  safety_hazard: [
    { says: /(?:要|会|烧|砸|压|电|摔|出)(?:死|到底)人|出人命|没命|命都|丢命|(?:生命|人身)(?:财产)?安全|危及|生命(?:线|通道|危险|没)|夺命|要命的|活得了|全得死|安全隐患|安全风险|消防隐患|火灾隐患|重大隐患|存在隐患|(?:很|极|太|十分|非常|特别)危险|有危险|危险性|隐患重重|消防安全|安全事故|出事(?!了吗)|事故|触电|漏电|裸露|线露|露在外面|电到|摸电|掉下来砸|砸到(?:人|头|孩|行人)|坠梯|坠落|(?:往下|突然|猛的|极速|快速)(?:坠|掉|下沉|下坠)|掉层|掉楼层|溜梯|自由落体|关人|困人|被困|被关/, unless: /安全隐患排查通知|没有(?:安全隐患|危险)|被困扰|困扰/ },
    { says: /(?:消防|生命|安全|疏散|逃生)(?:车)?(?:的)?(?:专用)?通道.{0,16}(?:堵|占|锁|封|停满|进不来|关|铁门|防盗门)|(?:堵|占|锁|封|停).{0,8}(?:消防|生命|安全|疏散|逃生)(?:车)?通道|起火|着火|火灾|失火|爆炸|炸(?:了|开)|烧起来|烧死|煤气罐|液化气|燃气泄漏|漏气|承重墙|房子塌|倒塌|坍塌|毒|投毒|消防设施.{0,10}(?:没|未|不|坏|陈旧|失效)|消防(?:水|栓).{0,6}没水|电(?:瓶|动)车.{0,8}(?:推进|进)电梯|(?:推进|进).{0,4}家里充电/, unless: /演练|上次着火已|有毒气体|中毒|毒素|消防栓箱玻璃|狠毒|毒害|毒瘤/ },
  ],
} as const satisfies Record<Exclude<Signal, 'group'>, readonly Cue[]>;

const CLAUSE_END = /[，,。！!？?；;\n]/;
/** The clause up to the end of the match, and the one after it within reach. */
const surroundings = (text: string, at: number, length: number): string => {
  let from = at;
  while (from > 0 && !CLAUSE_END.test(text[from - 1] ?? '')) from -= 1;
  let to = at + length;
  while (to < text.length && !CLAUSE_END.test(text[to] ?? '')) to += 1;
  return text.slice(from, to);
};

const firstMatch = (text: string, cue: Cue): string | null => {
  for (const match of text.matchAll(new RegExp(cue.says.source, 'g'))) {
    const before = surroundings(text, match.index, 0).slice(0, Math.max(0, match.index));
    const clause = surroundings(text, match.index, match[0].length);
    const lead = clause.slice(0, Math.max(0, clause.indexOf(match[0])));
    if (cue.unless === undefined || (!cue.unless.test(clause) && !cue.unless.test(lead) && before !== null)) return match[0];
  }
  return null;
};

/** People counted as complaining, not people in the way: households, owners, those who sign, report or protest. */
const COUNTED = new RegExp(
  `(${NUMBER})(?:多|余|来|几)?(?:个|位|名|户|家)?(?:户|家(?![具里长都电用乐政门伙])|业主|住户|居民|邻居|家庭|老人(?=联名|签)|人(?=联名|签名|签字|一起|集体|都|投诉|反映|报案)|.{0,3}主人|打球的|群众)`,
  'g',
);
const NOT_TOGETHER = /没听见|出租|每户|一户一|另一|那户|这户|哪户|隔壁|一家人|几户人家都没|户型|每家|户籍|账户|门户|装死的|第[一二三四五六七八九十\d]+户|独户|户外/;
const COLLECTIVE = /联名|全体(?:业主|住户|居民|村民|职工)|集体(?:投诉|反映|维权|拒|水压|签|上访|要求)|业主代表|拉横幅|签名表|全小区(?:业主|的人|居民)|整栋楼(?:的)?(?:人|业主|住户)?(?=都|两|全|集体)|我们整栋|众多业主|所有业主|广大业主|全楼(?:业主|住户)|百分之.{1,4}以上的业主|大多数业主|代表(?:我们|全体)|一群.{0,8}(?:业主|居民)/;

/** From this many on it is a group (规程 3.2.1); fewer are counted, not flagged. */
const GROUP = 10;

/** How many complain together and the words that say so. */
export const groupIn = (text: string): { size: number | null; evidence: string | null } => {
  let size: number | null = null;
  let evidence: string | null = null;
  for (const match of text.matchAll(COUNTED)) {
    const clause = surroundings(text, match.index, match[0].length);
    const counted = lowerBound((match[1] ?? '').replace(/^[上近](?=[百千万])/, '一'));
    if (counted === null || counted < 3 || NOT_TOGETHER.test(clause)) continue;
    if (size === null || counted > size) {
      size = counted;
      evidence = match[0];
    }
  }
  if (size !== null && size >= GROUP) return { size, evidence };
  return { size, evidence: COLLECTIVE.exec(text)?.[0] ?? null };
};

export const signalsIn = (text: string): SignalHit[] => {
  const found: SignalHit[] = [];
  for (const signal of ['lawsuit', 'media', 'injury_or_loss', 'repeated', 'strong_emotion', 'safety_hazard'] as const) {
    const cues: readonly Cue[] = CUES[signal];
    for (const cue of cues) {
      const evidence = firstMatch(text, cue);
      if (evidence !== null) {
        found.push({ signal, evidence });
        break;
      }
    }
  }
  const group = groupIn(text);
  if (group.evidence !== null) found.push({ signal: 'group', evidence: group.evidence });
  return found;
};
