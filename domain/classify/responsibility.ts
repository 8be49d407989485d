/** Whose matter it is (规程 5.2): ours, the developer's, somebody outside, or the resident's own. A proposal; the head finds out (HD-01). */
import { type Category, RESPONSIBILITIES, type Responsibility } from '../../types/vocabulary';
import { total, type Words, wordsIn } from './score';

const OWN: Words = {
  5: '物业 你们物业 保安 保洁 管家 物业公司 物业费 业委会 前台 公共区域 住改商 住户私 业主私',
  3: '你们 师傅 楼道 单元门 门禁 地库 电梯 报修 服务中心 群里 小区里 小区内 绿化 消防 楼上 邻居 对门 月卡 道闸 私自 违建 遛狗 公摊 业主 麻将 承重墙',
};
const DEVELOPER: Words = {
  7: '开发商 交房 精装 房产证 质保 验房 施工单位 捆绑 购房 楼盘 售楼 交付 烂尾 楼书 收房 样板房 全装修 延期 偷工减料 房地产 置业 虚假宣传 不动产证 产权证 空鼓 返碱 绑定 销售车位 车位销售 房屋质量',
  4: '新房 承诺 合同 规划图 沙盘 买房 卖房 房子质量 首付 房款 天花板裂 层高 墙体开裂 起砂 保修 验收 期房 物业用房 设计 墙砖 推拉门 赶工 反梁 楼板太薄 当初',
  [-4]: '装修公司 物业费 购房者小孩 业主私自 农村 自建房',
};
const EXTERNAL: Words = {
  6: '自来水公司 供电局 供电公司 供电所 燃气公司 天然气公司 城管 工地 市政 街道办 政府 公交 地铁 学校 小学 幼儿园 派出所 环保局 拆迁 河道 内河 河沟 KTV 夜宵 宵夜 烧烤 饭店 餐馆 门面 商铺 搅拌 渣土 麻将馆 停水 停电 天然气 房管局 交警 传销 水务 工商 教育局 住建局 摆摊 共享单车 对面 隔壁工地 路边 马路 高架 流浪狗 街道 汽修 广场舞 开饭店 村 安置 宿舍 油烟 洒水车 供电 自来水 办事处',
  3: '社区 领导 书记 市长 相关部门 有关部门 小区外 小区附近 旁边 隔壁 附近 施工 道路 路灯 外面 门口那条 居民楼 政策 规划 通气 电力 信号 公司 加装电梯 商户 来电 停车秩序 12345 县 执法',
  [-4]: '物业公司 装修公司没 小区物业 物业不管 物业私 物业擅 地产公司 开发公司 装修施工 街道上报 房地产公司 物业服务有限公司',
};
const RESIDENT: Words = {
  8: '我自己 是我自己 我们的责任 我赔 我们赔 被我 自己撬 自己买的 我忘 自己粗心 超负荷 我家装修工 我们弄的 我家孩子把 我家小孩把 维修费我出 我出钱 是我弄 自己拧 忘带 我不小心 不小心 弄坏了 是我家 ',
  5: '抱歉 不好意思 对不起 钥匙丢 忘了 我愿意赔 我以后注意 小孩调皮 自己家 改错 搬家的时候 自己装 卡掉 掉了把钥匙 锁外面 多少钱按',
  [-5]: '投诉 你们赔 凭什么 凭啥 物业不管 开发商 举报 楼上 邻居 不作为 没人管',
};
const WORDS = { own: OWN, developer: DEVELOPER, external: EXTERNAL, resident: RESIDENT } as const satisfies Record<
  Responsibility,
  Words
>;

/** Where the category alone points. */
const USUAL: Readonly<Record<Category, Partial<Record<Responsibility, number>>>> = {
  facility: { own: 5 },
  lift: { own: 6 },
  water: { own: 3, external: 1 },
  power: { own: 2, external: 2 },
  cleaning: { own: 3, external: 1 },
  noise: { external: 2, own: 2 },
  security: { own: 4 },
  parking: { own: 4 },
  greening: { own: 4 },
  fire: { own: 6 },
  fees: { own: 6 },
  pets: { own: 5 },
  falling: { own: 5 },
  renovation: { own: 6 },
  service: { own: 8 },
  quality: { developer: 8 },
  committee: { own: 5 },
  neighbor: { own: 8 },
  other: { external: 9 },
};

/** The writer's own household did it. */
const OWN_DOING =
  /(?:我家|我屋|我们家|娃|孩子|小孩|阿姨|我妈|我爸|我)(?:里|的|新买|们)?.{0,16}(?:碰断|弄坏|弄断|撬|拧断|卡(?:电梯|住)|掉.{0,6}[缝里进]|改错|磕碎|撞坏|打碎|浇水|老化爆|忘(?:了|记|带|续)|没(?:带|关|续)|放(?:在)?(?:门口|楼道))/;

const SHORT_TEXT = 60;
const codes = Object.keys(RESPONSIBILITIES).filter((code): code is Responsibility => code in RESPONSIBILITIES);

/** How strongly the words speak for each side; `body` without the title. */
export const responsibilityScores = (
  title: string,
  body: string,
  category: Category,
): readonly (readonly [Responsibility, number])[] => {
  const damping = Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, body.length)));
  const isLetter = title !== '';
  return codes.map((code) => {
    let score =
      (USUAL[category][code] ?? 0) +
      total(wordsIn(title, WORDS[code])) * 1.2 +
      total(wordsIn(body, WORDS[code])) * damping;
    if (code === 'resident' && OWN_DOING.test(body)) score += 5;
    // Who writes to an authority has seldom found the property company to be the one to ask.
    if (isLetter && code === 'external') score += 2;
    if (isLetter && code === 'resident') score -= 12;
    return [code, score] as const;
  });
};
