/** Whether it is a complaint, a repair, an inquiry, a suggestion or praise: by how it is said, not by what it is about. */
import { KINDS, type Kind } from '../../types/vocabulary';
import { type Calibration, choose, type Choice, total, type Words, wordsIn } from './score';

/** Measured on labelled complaints. */
const CALIBRATION: Calibration = [[0, 0.5], [20, 0.95]];

const PRAISE: Words = {
  6: '谢谢你们 谢谢您 谢谢他 谢谢她 致敬 点赞 表扬 好人啊 好人一生 感谢信 爱了 加鸡腿 感动 心里暖 勤快 送锦旗 致谢 值得表扬 好评 暖心 感谢领导 服务真好 真不错 👍 🙏🙏 太给力 给力 五星 贴心 真心感谢 感谢物业 感谢师傅 靠谱 效率可以 效率！ 速度！ 花得值 心甘情愿 还给我了 找回来了 捡到',
  3: '感谢 谢谢 辛苦了 不错 效率 及时 很快 修好了 换好了 真好 🌹 ❤ 一分不少 认真 负责任 耐心 热心 周到 秒回 好人 有变化 真的没人乱 睡了个',
  [-5]: '投诉 没人管 不管 求 麻烦 希望 建议 能不能 请问 赔 气死 漏 坏了 举报 反映 问题 解决 恳请 处理 尽快 扰民 什么时候 抱歉 不好意思 查处 请你们 请有关 请相关 效率低 为什么',
};
const SUGGESTION: Words = {
  6: '建议 能否增设 能不能装 能不能加 能不能搞 能不能设 能不能给 可不可以加 希望增加 希望增设 希望能有 强烈建议 提个意见 提个建议 干脆 要是能 最好能 不如 能不能划 希望在 希望能在 搭个 行不行嘛 统一清理 扶正',
  4: '希望 能不能统一 能不能跟 能不能先 可以考虑 能不能把 增设 增加 行不行 规划一个 多装 多设 大家心里有数 省得 免得 方便大家 能不能 请社区派',
  [-4]: '希望相关部门 希望有关 希望政府 希望领导 希望尽快处理 希望能解决 希望能尽快 希望处理 建议有关部门处理 能不能来 能不能派 能不能快 能不能帮 能不能管 能不能开 能不能给我 能不能退 能不能宽限 能不能催 希望物业 我家 我屋 坏了 抱歉 不好意思 投诉 气 能不能支付 能不能换 能不能贴 能不能找 能不能摘',
};
const INQUIRY: Words = {
  6: '请问 咨询 想问 问一下 问下 想了解 请教 怎么办理 怎么收费 几点开门 在哪查 怎么弄 要带哪些 多少钱一 想知道 询问 怎么申请 能不能支付宝 没有要投诉 合法吗 合理吗 知道不 何时能 有戏没 是否可以 是不是要 有折扣 有没有折扣 修不修 找谁办 要什么手续',
  4: '什么时候 何时 几点 多少钱 怎么收 是否 吗 么？ 哪里办 能退不 是不是 怎么办 有没有 不？ 行不？ 能不 是不 可以吗 多长时间 如何 什么流程 哪些材料 多久',
  [-4]: '投诉 没人管 不管 举报 凭什么 凭啥 气愤 强烈 严重 扰民 天天 谁来管 到底 良心 骗 无良 赔 还让不让 垃圾 违法 违规 你们管不管 有没有人管 管吗 赶紧 快来 坏了 漏水了 反映了 多次 看不见 瞎',
};
const REPAIR: Words = {
  6: '报修 派人来修 叫个师傅 叫师傅 来修 快来人 派个师傅 安排师傅 请安排 来看看 来看一下 换一下 修一下 麻烦修 有空修 快去看看 来看一眼 派人看 麻烦换 麻烦录 来接上 来处理一下 麻烦安排 师傅来 冲一下 重新画 快来关阀 安排整改 来补 叫施工单位来 请开发商补 换锁芯 有空来',
  4: '坏了 不亮 不响 不动了 打不开 关不上 失灵 掉了 断了 堵了 返水 漏水 裂了 碎了 没反应 黑屏 不出冷风 短路 跳闸 转不动 按不亮 不转 卡住 松了 不灵 刷不上 扫不上 识别不 不亮了 停了一个月 哭死 脱落 变形 空鼓 滴水 倒灌 不见了 没电 歪了 掉下来了 裂 堵 哗哗 淌一地 漏 喷 渗 返碱 枯死 往下掉 拧断 碰断 磕碎 停在 不制冷 不通 不走字 锈断 没装',
  [-5]: '投诉 没人管 不管 凭什么 凭啥 谁来管 强烈 举报 法院 起诉 律师 记者 曝光 抖音 相关部门 领导 有关部门 贵单位 扰民 多次 无良 赔 请问 建议 物业费 天天 半年 天然气通 到底 难道 装死 推诿 踢皮球 你们 气 小区业主 我们 说好 第四遍 第五次 政府 合同 好了',
};
const COMPLAINT: Words = {
  6: '投诉 举报 没人管 不管 凭什么 凭啥 谁来管 谁管 还让不让 气愤 扰民 不作为 曝光 记者 起诉 律师 法院 告他 告你 无良 黑心 强烈要求 严重影响 违法 违规 擅自 私自 推诿 踢皮球 瞎 到底有没有 受够 要个说法 赔 不同意 退钱 拒交 没用 维权 恶意 欺骗',
  4: '天天 每天 到底 多次 反映了 第三次 又 没解决 说了 乱 偷工减料 严重 盼 请求 不合理 半年了 一个月了 气 受不了 难道 凭 恶心 骂 太 影响 乱收费 装死 臭 不敢 霸占 占用 违建 打架 危险 没命 隐患 管管 全是 这么 居然 咬 投毒 ！！ 吓 谁 你们 叫停 就完了 心累 等了 快崩溃 泡 伤',
  [-4]: '请问 谢谢你们 建议 没有要投诉 不是投诉 不好意思 抱歉 对不起',
};
const WORDS = { complaint: COMPLAINT, repair: REPAIR, inquiry: INQUIRY, suggestion: SUGGESTION, praise: PRAISE } as const satisfies Record<Kind, Words>;

/** Letters to an authority grieve; what is broken there isn't a request for a repairman. */
const LETTER = /尊敬的|领导|有关部门|相关部门|[县市区]|书记|市长/;
/** “请”, “希望”, “谢谢” at the end of a long letter are manners, not its kind. */
const SHORT_TEXT = 60;

const codes = Object.keys(KINDS).filter((code): code is Kind => code in KINDS);

/** `hint`: what the resident chose in the form; believed unless the words speak clearly against it. */
export const guessKind = (title: string, body: string, hint?: Kind): Choice<Kind> => {
  const damping = Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, body.length)));
  const isLetter = title !== '' || (body.length > 120 && LETTER.test(body));
  const scores = codes.map((code) => {
    let score = (title === '' ? 0 : total(wordsIn(title, WORDS[code])) * 1.5) + total(wordsIn(body, WORDS[code])) * damping;
    if (code === 'complaint') score += isLetter ? 9 : 1.5;
    if (code === 'repair' && isLetter) score -= 9;
    if (code === 'repair' && /\d[栋幢号]|\d-\d|单元|\d层|[一二三四五六七八九十]楼/.test(body)) score += 2;
    if (code === 'inquiry' && /[?？]\s*$/.test(body || title)) score += 2;
    if (code === hint) score += 8;
    return [code, score] as const;
  });
  return choose(scores, CALIBRATION);
};
