/** Whether it is a complaint, a repair, an inquiry, a suggestion or praise: by how it is said, not by what it is about. */
import { type Category, KINDS, type Kind } from '../../types/vocabulary';
import { total, type Words, wordsIn } from './score';

const PRAISE: Words = {
  6: '谢谢你们 谢谢您 谢谢他 谢谢她 致敬 点赞 表扬 好人啊 好人一生 感谢信 爱了 加鸡腿 感动 心里暖 勤快 送锦旗 致谢 值得表扬 好评 暖心 感谢领导 服务真好 真不错 👍 🙏🙏 太给力 给力 五星 贴心 真心感谢 感谢物业 感谢师傅 靠谱 效率可以 效率！ 速度！ 花得值 心甘情愿 还给我了 找回来了 捡到',
  3: '感谢 谢谢 辛苦了 不错 效率 及时 很快 修 换 真好 🌹 ❤ 认真 负责任 耐心 热心 周到 秒回 好人 ',
  [-5]: '投诉 没人管 不管 求 麻烦 希望 建议 能不能 请问 赔 气死 漏 坏了 举报 反映 问题 解决 恳请 处理 尽快 扰民 什么时候 抱歉 不好意思 查处 请你们 请有关 请相关 效率低 为什么',
};
const SUGGESTION: Words = {
  6: '建议 能否增设 能不能装 能不能加 能不能搞 能不能设 能不能给 可不可以加 希望增加 希望增设 希望能有 强烈建议 提个意见 提个建议 干脆 要是能 最好能 不如 能不能划 希望在 希望能在 搭个 行不行嘛 ',
  4: '希望 能不能统一 能不能跟 能不能先 可以考虑 能不能把 增设 增加 行不行 规划一个 多装 多设 省得 免得 方便大家 能不能 ',
  [-4]: '希望相关部门 希望有关 希望政府 希望领导 希望尽快处理 希望能解决 希望能尽快 希望处理 建议有关部门处理 能不能来 能不能派 能不能快 能不能帮 能不能管 能不能开 能不能给我 能不能退 能不能宽限 能不能催 希望物业 我家 我屋 坏了 抱歉 不好意思 投诉 气 能不能支付 能不能换 能不能贴 能不能找 能不能摘',
};
const INQUIRY: Words = {
  6: '请问 咨询 想问 问一下 问下 想了解 请教 怎么办理 怎么收费 几点开门 在哪查 怎么弄 要带哪些 多少钱一 想知道 询问 怎么申请 能不能支付宝 合法吗 合理吗 何时能 是否可以 是不是要 有折扣 有没有折扣 修不修 找谁办 要什么手续',
  4: '什么时候 何时 几点 多少钱 怎么收 是否 吗 么？ 哪里办 能退不 是不是 怎么办 有没有 不？ 行不？ 能不 是不 可以吗 多长时间 如何 什么流程 哪些材料 多久',
  [-4]: '投诉 没人管 不管 举报 凭什么 凭啥 气愤 强烈 严重 扰民 天天 谁来管 到底 良心 骗 无良 赔 还让不让 垃圾 违法 违规 你们管不管 有没有人管 管吗 赶紧 快来 坏了 漏水了 反映了 多次 看不见 瞎',
};
const REPAIR: Words = {
  6: '报修 派人来修 叫个师傅 叫师傅 来修 快来人 派个师傅 安排师傅 请安排 来看看 来看一下 换一下 修一下 麻烦修 有空修 快去看看 来看一眼 派人看 麻烦换 麻烦录 来处理一下 麻烦安排 师傅来 冲一下 安排整改 来补 换锁芯 ',
  2: '坏了 不亮 不响 失灵 断了 堵了 返水 漏水 裂 碎了 没反应 短路 跳闸 转不动 不转 卡住 松了 刷不 识别 脱落 变形 空鼓 倒灌 没电 喷 渗 返碱 不制冷 不通',
  [-5]: '投诉 没人管 不管 凭什么 凭啥 谁来管 强烈 举报 法院 起诉 律师 记者 曝光 抖音 相关部门 领导 有关部门 贵单位 扰民 多次 无良 赔 请问 建议 物业费 天天 半年 到底 难道 装死 推诿 踢皮球 你们 气 小区业主 我们 说好 第四遍 第五次 政府 合同 ',
};
const COMPLAINT: Words = {
  6: '投诉 举报 没人管 不管 凭什么 凭啥 谁来管 谁管 还让不让 气愤 扰民 不作为 曝光 记者 起诉 律师 法院 告他 告你 无良 黑心 强烈要求 严重影响 违法 违规 擅自 私自 推诿 踢皮球 瞎 到底有没有 受够 要个说法 赔 不同意 退钱 拒交 没用 维权 恶意 欺骗',
  4: '天天 每天 到底 多次 反映了 第三次 又 没解决 说了 乱 偷工减料 严重 盼 请求 不合理 半年了 一个月了 气 受不了 难道 凭 恶心 骂 太 影响 乱收费 装死 臭 不敢 霸占 占用 违建 打架 危险 没命 隐患 管管 全是 这么 居然 咬 投毒 ！！ 吓 谁 你们 叫停 就完了 快崩溃 ',
  [-4]: '请问 谢谢你们 建议 不是投诉 不好意思 抱歉 对不起',
};
const WORDS = {
  complaint: COMPLAINT,
  repair: REPAIR,
  inquiry: INQUIRY,
  suggestion: SUGGESTION,
  praise: PRAISE,
} as const satisfies Record<Kind, Words>;

/** Something doesn't work: the state that a repairman mends. */
const FAULT =
  /坏|不亮|不响|不转|不走|不动|不灵|不通|打不开|关不上|吸不|没反应|没声|失灵|死机|黑屏|没电|停电|漏|滴水|渗|返水|反水|倒灌|进水|冒(?:水|出|了)|堵(?!车|人|门)|断|裂|破|碎|掉(?:了|下|皮)|松|歪|倒了|鼓|翘|卡(?:住|在)|闪|发黄|浑|水压|生锈|脱落|变形|枯|不制[冷热]|不热|不出|不见了|响个不停|异响|识别不|刷不|扫不|按不|跳闸|停在|全是水|一地水|淌|流水|积水/;
/** Somebody is asked to come and mend it. */
const REQUEST =
  /(?:快(?!递|点通)|麻烦|请(?!问)|叫|派|让|求|帮|赶紧|尽快|辛苦).{0,10}(?:看|修|换|清|处理|联系|上去|来|堵|抽|补|疏通|弄|整改|围)|(?:来|换|修|清|补|看|铲|冲|录)(?:一)?下|有空|报修|师傅/;
/** It asks, with or without a question mark: “修不修”, “知道不”, “能找人估个价不”. */
const ASKS =
  /[吗嘛么呢][?？。~～ ]*$|([\u4e00-\u9fff])不\1|(?:能|可以|有|知道|行|要|会|是|得).{0,14}(?:不|没|没有)[?？]?\s*(?:$|[,，。 ])|几点|多少|哪里办|怎么(?:办|弄|收|交|申请)|啥时候|什么情况|有没有|是不是|什么时候/;
const NO_COMPLAINT = /(?:没有|不是|没).{0,4}投诉/;

/** How long it has gone on, how often it was said, who is to blame: that isn't a mere request any more. */
const GRIEVANCE =
  /第[二三四五六七八九十\d]+[次遍回]|[两三四五六七八九十几半\d]+(?:个)?(?:天|周|星期|月|年)了|有没有人|没人[管理来]|谁家|谁来|凭|天天|每天|老是|总是|到底|又/;

/** Where mending is the usual wish, and where people's conduct is. */
const USUAL: Readonly<Record<Category, 'repair' | 'complaint' | null>> = {
  facility: 'repair',
  lift: 'repair',
  water: 'repair',
  power: 'repair',
  fire: 'repair',
  quality: 'repair',
  greening: null,
  cleaning: null,
  falling: null,
  parking: null,
  security: null,
  noise: 'complaint',
  fees: 'complaint',
  pets: 'complaint',
  renovation: 'complaint',
  service: 'complaint',
  committee: 'complaint',
  neighbor: 'complaint',
  other: 'complaint',
};

/** Letters to an authority grieve; what is broken there isn't a request for a repairman. */
const LETTER = /尊敬的|领导|有关部门|相关部门|[县市区]|书记|市长/;
/** “请”, “希望”, “谢谢” at the end of a long letter are manners, not its kind. */
const SHORT_TEXT = 60;

const codes = Object.keys(KINDS).filter((code): code is Kind => code in KINDS);

/** How strongly the words speak for each kind; `body` without the title. */
export const kindScores = (title: string, body: string, category: Category): readonly (readonly [Kind, number])[] => {
  const damping = Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, body.length)));
  const isLetter = title !== '' || (body.length > 120 && LETTER.test(body));
  const more: Record<Kind, number> = {
    complaint: isLetter ? 9 : 1.5,
    repair: isLetter ? -12 : 0,
    inquiry: 0,
    suggestion: 0,
    praise: 0,
  };
  if (FAULT.test(body)) more.repair += 3;
  if (REQUEST.test(body)) more.repair += 3;
  if (/\d\s?[栋幢号]|\d-\d|单元|\d层|[一二三四五六七八九十][楼栋幢]/.test(body)) more.repair += 1.5;
  if (GRIEVANCE.test(body)) more.complaint += 2.5;
  if (/[?？]\s*$/.test(body || title)) more.inquiry += 2;
  if (!isLetter && ASKS.test(body)) more.inquiry += 2.5;
  if (NO_COMPLAINT.test(body)) {
    more.complaint -= 10;
    more.inquiry += 4;
  }
  // Who admits the fault asks for help rather than complains.
  if (/抱歉|不好意思|对不起|我赔|我们赔|我自己|自己的?(?:责任|错)|我以后/.test(body)) more.complaint -= 4;
  const usual = USUAL[category];
  if (usual === 'repair') more.repair += 2;
  if (usual === 'complaint') {
    more.complaint += 2;
    more.repair -= 3;
  }
  return codes.map((code) => {
    const score =
      (title === '' ? 0 : total(wordsIn(title, WORDS[code])) * 1.5) +
      total(wordsIn(body, WORDS[code])) * damping +
      more[code];
    return [code, score] as const;
  });
};
