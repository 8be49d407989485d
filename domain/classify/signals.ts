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
    {
      says: /法院(?:传票|见|起诉|判)|去法院|上法院|起诉|律师函|律师|打官司|传票|诉讼|告上|告赢|告他们|告你们|告到底|法律途径|走法律|仲裁|对簿公堂/,
      unless: /法院(?:宿舍|旁|附近|隔壁|对面)|执业律师|城管.{0,4}起诉|律师费谁|我是律师/,
    },
  ],
  media: [
    {
      says: /记者|电视台|媒体|抖音|小红书|微博|快手|朋友圈曝|曝光|热搜|报社|都市频道|公共频道|民生热线|栏目|直播(?!间里)|新闻频道|上电视|发网上|发到网上|经视|头条|1818|帮忙栏目|全网/,
      unless: /新媒体|多媒体|传媒公司|权威媒体|直播带货|自媒体公司|贵栏目|本栏目/,
    },
  ],
  injury_or_loss: [
    {
      says: /骨折|骨裂|住院|受伤|缝了?.{0,3}针|流血|出血|血印|牙印|咬(?:伤|了我|到我|了孩|了一口)|摔(?:伤|断|骨|了一跤)|砸(?:伤|断|坏|到了|中)|把.{0,6}砸了|烫伤|打伤|打到(?:眼|头|脸|人|孩)|殴打|被打(?!扫|磨|扰|开)|磕破|夹(?:伤|到手|了手)|绊(?:跌|倒)|滑倒|扭伤|昏倒|晕倒|去世|身亡|死伤|(?:猫|狗|人|鱼|孩子|宠物).{0,12}死了|没救回来|肺炎|吃药|过敏(?:了|住)|脑震荡|心脏病|皮肤病|头晕|咳嗽不断|神经衰弱|耳鸣|病倒|伤人|卡人|狂犬(?:针|疫苗)/,
      unless:
        /(?:怕|万一|要是|如果|会|容易|可能|小心|险些|差点|以防|避免|防止|别让|千万).{0,12}$|(?:气|吵|热|臭|烦|渴|恶心)死|死人|死角|死活|疑似|要打人/,
    },
    {
      says: /被(?:盗|偷)|偷盗|失窃|丢失(?!了?信)|霉变|水帘洞|损毁我|毁坏|不予赔偿|拒(?:绝|不)(?:理)?赔|拖欠.{0,6}工资|出现裂(?:缝|纹)|震裂|资产缩水|偷(?:了我|走|了两|车)|丢了.{0,6}(?:电动|电瓶|自行|包裹|快递|手机)|(?:泡|淹|烧|砸|刮|撞|震|扎|划)(?:坏|毁|裂|烂|到座椅|花|穿)了?|把.{0,10}(?:烧|泡|淹|撞|刮|砸)(?:坏|毁|花|烂)?了|维修报价|补胎|赔(?:偿损失|了我)|扣了我钱|损失(?:了|\d|惨重|[一二三四五六七八九十]+[万千百])|全臭了|多写了\d|多扣(?:了)?我|被骗|诈骗|水印洗|我家.{0,8}(?:毁|裂缝能)/,
      unless: /(?:怕|万一|要是|如果|可能|小心|以免|避免|防止).{0,8}$|路面|我们弄|是我弄|自己撬/,
    },
    {
      says: /(?:裂|碎)(?:了)?[两二三四五六七八九十\d]+块|玻璃震裂|洗不掉|你们赔(?!得起)|这个钱你们|住院费|医药费|医疗费|赔.{0,8}[万千百块元]/,
      unless: /维修费我|我赔|我们赔/,
    },
  ],
  repeated: [
    {
      says: /(?:反映|反应|投诉|报|说|打电话|打|提|催|沟通|举报|问|去|修|联系|维修)(?:过|了)?(?:好|很|许)?(?:多次|几次|无数次|几遍|多遍|[两二三四五六七八九十\d]+(?:次|遍|回)(?!供水|审批|装修))|多次.{0,6}(?:反映|反应|投诉|反馈|举报|沟通|维权|协商|致电|联系|拨打|报修|报警|上访|交涉|咨询|催|电话|到场|要求)|无数次|第[二三四五六七八九十\d]+(?:次|遍)(?:投诉|反映|报|了|说|问|催)|第[二三四五六七八九十]次[,，。]|再次(?:投诉|反映|请求|来|恳请|举报|希望)|反复(?:反映|投诉)|(?:反映|反应|投诉|举报).{0,6}(?:年|个月|半月|星期)/,
      unless: /第一次/,
    },
    {
      says: /(?:反映|反应|投诉|反馈|举报|报修|上报|报警|报案|求助|申请|致电|拨打|信访|上访)(?:过|了|后|到|给|之后|至|向|、|,|，).{0,30}(?:没用|无果|未果|没人|无人|没反应|不理|(?:没|未|没有|得不到).{0,4}(?:解决|处理|答复|回复|下文|结果|改|效果|动)|不处理|推诿|推脱|推卸|石沉大海|不管|没动静|一直没|没有任何|一拖|仍旧|依然|敷衍|不予)|石沉大海|(?<!不)踢皮球|(?:互相|相互)(?:推诿|推卸|推脱|扯皮|踢)|推来推去|扯皮|不予理睬|置之不理|不了了之|无济于事|投诉无门|申诉无门|(?:一直|至今|迟迟|始终|长期|仍|依旧|还是|都)(?:都)?(?:没|未|得不到|不能|无)(?:有|人|任何|给|得到|能|予|见|根本)*(?:解决|处理|回复|答复|整改|下文|回音|音信|音讯|治理|理会)|均未.{0,6}(?:果|解决|复|办理|到)|均无/,
      unless: /^感谢/,
    },
    {
      says: /说了.{0,4}(?:个)?(?:星期|月|年|天)了|(?:说了|讲了|提了|报了).{0,2}(?:没人|没用|不听|等于)|(?:四|三|两|几|半|[\d]+)个(?:多)?月.{0,4}没(?:退|修|人修)|每次(?:去|来|打|问)都?(?:说|拍|讲)|修(?:过|了)[一两几]?次.{0,3}跟没修|换了[一二三四五六七八九十\d]+个了|(?:到底|究竟)?找哪个|等(?:了)?[两三四五六七八九十\d]+个?月了|(?:之前|以前|上次|去年|前面|前期|今年|曾|曾经|已经|早就|先后|也|都|有)(?:也|就|已|向|跟|给|和|与|曾|多次)?.{0,10}(?:投诉|反映(?!强烈)|反馈|举报|信访|上访)(?:过|了|到|至|于)|(?:打|拨)(?:了|过)?(?:几|好几|无数|多|\d+)?(?:次|个|遍)?(?:110|12345|12319|市长热线|物业电话|投诉电话|热线).{0,30}(?:没|不|未|无|推|都)|(?:厂家|物业|社区|城管|开发商|部门)说.{0,10}[,，].{0,12}(?:厂家|物业|社区|城管|开发商|泵房|广告公司|部门|自来水)?说.{0,8}(?:找|等|不归|归)|屡教不改|答复(?:是|都是|收悉)|年年|数次(?:反映|投诉|沟通)/,
      unless: /误解|没有投诉过|同意.{0,8}找/,
    },
  ],
  strong_emotion: [
    {
      says: /黑心|无良|天理|良心(?:呢|何在|被狗|不会痛|都)|王八|畜生|混蛋|流氓|强盗|土匪|吸血鬼|不要脸|丢不丢脸|滚(?:出|蛋|吧)|垃圾(?:物业|公司|小区|开发商|管家)|瞎了|死人吗|你们是死|去死|妈的|他妈|tmd|TMD|傻[逼叉]|脑残|狗(?:屁|东西|日)|饭桶|骗子公司|猪狗|下跪|跪(?:下|求|谢)|求求(?:你|您|领导)|救救|绝望|想死|自杀|活不下去|受够了|恶心死|气死|欺负|可恶|可恨|无耻|卑鄙|丧尽|丧心病狂|无法无天|一手遮天|坑人|草菅|做个人|命不是命|愤怒|愤慨|忍无可忍|天怒人怨|民不聊生|作死|缺德|忍受不了|人干的|不是人|心寒|寒心|令人发指|欺人太甚|没人性|不得好死|坑害|土霸王|老赖|恶霸|吃屎|屁股|[!！]{3,}/,
      unless: /跳楼价|强盗门|不求求/,
    },
    { says: /我就.{0,10}(?:到你们办公室|泼)|没妈没|赔得起吗|吓唬谁|王法|是不是人|装死呢/ },
  ],
  safety_hazard: [
    {
      says: /(?:要|会|烧|砸|压|电|摔|出)(?:死|到底)人|出人命|没命|命都|丢命|(?:生命|人身)(?:财产)?安全|危及|生命(?:线|通道|危险|没)|夺命|要命的|活得了|全得死|安全隐患|安全风险|消防隐患|火灾隐患|重大隐患|存在?隐患|(?:很|极|太|十分|非常|特别)(?:的)?危险|极大隐患|有危险|危险性|隐患重重|安全(?:卫生)?隐患|安全事故|触电|漏电|人生安全|意外伤害|(?:极大|严重)的?威胁|大的?隐患|事故(?:不断|频发|频繁|多发)|年检.{0,12}过期|(?:不|没有?|缺乏)(?:保障)?安全|极为危险|钢丝?绳.{0,6}(?:锈|断)|(?:线|线头|钢筋|铁皮)裸露|线露|线.{0,4}露在外|电到|掉下来砸|砸到(?:人|头|孩|行人)|坠梯|坠落|(?:往下|突然|猛的|极速|快速)(?:坠|下沉|下坠)|突然往下掉|掉层|掉楼层|溜梯|自由落体|(?<![相有无机])关人(?![员士口])|困人|被困(?!扰)|困在|关(?:在)?电梯|被.{0,3}关(?:在|了|过)|消防安全/,
      unless: /隐患排查通知|没有(?:安全隐患|危险)|^感谢/,
    },
    {
      says: /(?:消防|生命|安全|疏散|逃生)(?:车)?(?:的)?(?:专用)?(?:通道|连廊)(?:门)?.{0,16}(?:堵|占|锁|封|停满|进不来|关|铁门|防盗门)|(?:堵|占|锁|封闭?|停).{0,8}(?:消防|生命|安全|疏散|逃生)(?:车)?(?:通道|连廊)|起火|着火|火灾|失火|爆炸|易燃|易爆|炸了(?!我)|哪天炸|烧起来|烧死|煤气罐|液化气|燃气泄漏|漏气|承重墙|房子塌|倒塌|坍塌|投毒|毒死|消防设施.{0,10}(?:没|未|坏|陈旧|失效|缺|形同)|消防(?:水|栓).{0,6}没水|电(?:瓶|动)车.{0,8}(?:推进|进)电梯|(?:推进|进).{0,4}家里充电|飞线充电/,
      unless: /演练|群里.{0,2}炸|消防栓箱玻璃/,
    },
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
    if (cue.unless === undefined || (!cue.unless.test(clause) && !cue.unless.test(lead) && before !== null))
      return match[0];
  }
  return null;
};

/** People counted as complaining, not people in the way: households, owners, those who sign, report or protest. */
const COUNTED = new RegExp(
  `(?<![栋幢楼元座房室万#\\-—－A-Za-z\\d.])(${NUMBER})(?:多|余|来|几)?(?:个|位|名|户|家)?(?:户|家(?![具里长都电用乐政门伙丽园])|业主|住户|居民|邻居|家庭|老人(?=联名|签)|人(?=联名|签名|签字|一起|集体|都|投诉|反映|报案|酷暑|受)|.{0,3}主人|打球的|群众)`,
  'g',
);
const NOT_TOGETHER =
  /没听见|出租|每户|一户一|另一|那户|这户|哪户|隔壁|一家人|户型|每家|户籍|账户|门户|第[一二三四五六七八九十\d]+户|独户|户外|[店摊馆]|商铺|公司|商家|企业|网红|传销|违建|据说|从.{0,4}(?:户|家)开始/;
const COLLECTIVE =
  /联名|(?:我们|代表|[^经])全体(?:业主|住户|居民|村民|职工)(?!表决|同意|大会|共有)|集体(?:投诉|反映|维权|拒|水压|签|上访|要求)|拉横幅|签名表|全小区(?:业主|的人|居民)|我们整栋|整栋楼(?:的)?(?:人|业主|住户)|代表我们|我们是一群|(?:多|几)位业主家/;

/** How many complain together and the words that say so. @param groupFrom from so many on it is a group; fewer are counted, not flagged */
export const groupIn = (text: string, groupFrom: number): { size: number | null; evidence: string | null } => {
  let size: number | null = null;
  let evidence: string | null = null;
  for (const match of text.matchAll(COUNTED)) {
    const clause = surroundings(text, match.index, match[0].length);
    const counted = lowerBound((match[1] ?? '').replace(/^[上近](?=[百千万])/, '一'));
    if (
      counted === null ||
      counted < 3 ||
      !/^[\d一二两三四五六七八九十几数上近百千]/.test(match[1] ?? '') ||
      NOT_TOGETHER.test(clause)
    )
      continue;
    if (size === null || counted > size) {
      size = counted;
      evidence = match[0];
    }
  }
  if (size !== null && size >= groupFrom) return { size, evidence };
  return { size, evidence: COLLECTIVE.exec(text)?.[0] ?? null };
};

export const signalsIn = (text: string, groupFrom: number): SignalHit[] => {
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
  const group = groupIn(text, groupFrom);
  if (group.evidence !== null) found.push({ signal: 'group', evidence: group.evidence });
  return found;
};
