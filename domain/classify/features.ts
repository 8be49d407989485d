/**
 * What the trained model sees of a text: its character n-grams, hashed so that no text can be read back from the model,
 * and what the rules noticed. Training and classifying must see the same, so both come here.
 */
import type { Category, Kind, Responsibility } from '../../types/vocabulary';
import { categoryWords } from './category';
import { kindScores } from './kind';
import { responsibilityScores } from './responsibility';

/** N-grams are spread over `2 ** BUCKET_BITS` weights a label. */
export const BUCKET_BITS = 14;
const BUCKET_MASK = 2 ** BUCKET_BITS - 1;
const LONGEST_GRAM = 3;

export interface Features {
  /** Buckets of the n-grams and how much each weighs; the same length. */
  buckets: number[];
  weights: number[];
  /** What the rules noticed, in a fixed order, each about -1 … 1. */
  noticed: number[];
  wordsFor: (category: Category) => string[];
}

/** Digits and letters say little by themselves; punctuation only that something ends, asks or cries out. */
const plain = (text: string): string =>
  `^${text
    .toLowerCase()
    .replace(/[0-9]+/g, '0')
    .replace(/[\s,、；;：:。.“”"'‘’（）()《》【】]+/g, '，')
    .replace(/\?/g, '？')
    .replace(/!/g, '！')}$`;

/** Each n-gram's bucket with how often it occurs. */
const gramsOf = (text: string): Map<number, number> => {
  const counts = new Map<number, number>();
  const chars = plain(text);
  for (let from = 0; from < chars.length; from += 1) {
    let hash = 2166136261;
    for (let size = 1; size <= LONGEST_GRAM && from + size <= chars.length; size += 1) {
      hash = Math.imul(hash ^ chars.charCodeAt(from + size - 1), 16777619);
      hash ^= hash >>> 13;
      const mixed = Math.imul(hash ^ size, 0x9e3779b1);
      const bucket = (mixed ^ (mixed >>> 15)) & BUCKET_MASK;
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
  }
  return counts;
};

const addGrams = (sums: Map<number, number>, text: string, weight: number): void => {
  const grams = gramsOf(text);
  let squares = 0;
  for (const count of grams.values()) squares += (1 + Math.log(count)) ** 2;
  const unit = weight / Math.sqrt(squares);
  for (const [bucket, count] of grams) sums.set(bucket, (sums.get(bucket) ?? 0) + unit * (1 + Math.log(count)));
};

/** How it is said, whatever it is about. */
const MANNERS: readonly RegExp[] = [
  /坏|不亮|不响|不转|不走|不动|不灵|不通|打不开|关不上|关不严|失灵|漏|滴水|渗|返水|堵(?!车|人|门)|断|裂|碎|松|卡住|脱落|锈|塌|没反应/,
  /(?:快|麻烦|请(?!问)|叫|派|帮|赶紧|尽快).{0,10}(?:看|修|换|清|处理|来|补|疏通|弄)|报修|师傅/,
  /[吗嘛么呢][?？。~～ ]*$|([\u4e00-\u9fff])不\1|几点|多少|怎么(?:办|弄|收|交|申请)|啥时候|有没有|是不是|什么时候|在哪|要带|哪里/,
  /[?？]\s*$/,
  /第[二三四五六七八九十\d]+[次遍回]|[两三四五六七八九十几半\d]+(?:个)?(?:天|周|星期|月|年)了|没人[管理来]|凭|天天|每天|老是|到底|又/,
  /建议|能不能|可不可以|希望|最好|可以考虑|不如|要是能|就好了|行不行/,
  /谢|赞|辛苦|表扬|锦旗|感动|暖|好评|佩服|👍|🌹|贴心|真好/,
  /抱歉|不好意思|对不起|我赔|我自己|我出钱|我们认|是我/,
  /开发商|交房|交付|精装|质保|售楼|保修|收房/,
  /物业|保安|保洁|管家|师傅|前台|门岗/,
  /城管|政府|街道|社区|供电|自来水|燃气公司|市政|工地|派出所|交警|公交/,
  /[!！]/,
  /你们|难道|居然/,
  /^(?:请问|问下|问一下|咨询|想问|想知道|打听|请教)/,
  /(?:吗|不|没|么|呢|不行|行不)[?？。]?\s*$/,
  /[吧呗][。！~～]?\s*$/,
  /^(?:建议|希望|能不能|能否|可不可以|要是|提个|盼)/,
  /\d\s?(?:栋|幢|号楼|单元)|\d[-—－]\d/,
  /谁家|谁|凭啥|哪家/,
  /(?:钱|费用|多少钱|收费)[^，。]{0,4}(?:我出|我付|也行|我来|我承担)|对不住|添堵|赔礼|登门|我来承担/,
  /保修|保内|质保|新房|刚交房|两年内/,
  /邻居|隔壁|对门|楼上那|楼下那|那户/,
];

/** Lexicon scores beyond this differ little in what they mean. */
const SCORE_SCALE = 10;
const LONG_TEXT = 200;
const SHORT_TEXT = 15;

/** One place for each code, a 1 where the highest score stands; none when nothing was found. */
const leader = (scores: readonly (readonly [string, number])[]): number[] => {
  const highest = Math.max(...scores.map(([, score]) => score));
  return scores.map(([, score]) => (score > 0 && score === highest ? 1 : 0));
};

/** Scores squeezed into -1 … 1, then who leads. */
const opinion = (scores: readonly (readonly [string, number])[]): number[] => [
  ...scores.map(([, score]) => Math.tanh(score / SCORE_SCALE)),
  ...leader(scores),
];

/**
 * Household words lie between categories: where the words of the trade and of every day are silent they count double, less
 * the surer these are of one category, and nothing where they are certain.
 */
const HOUSEHOLD_WEIGHT = 2;
const householdWeight = (...surer: readonly (readonly (readonly [string, number])[])[]): number => {
  const highest = Math.max(0, ...surer.flat().map(([, score]) => Math.tanh(score / SCORE_SCALE)));
  return HOUSEHOLD_WEIGHT * (1 - highest);
};

/** A letter's title weighs as much as its whole body; a text without title is all body. */
const UNTITLED_WEIGHT = 1.2;
/** A title that came alone. */
const TITLE_ALONE_WEIGHT = 1.4;

const codeOf = <T extends string>(scores: readonly (readonly [T, number])[], otherwise: T): T => {
  let best: readonly [T, number] | undefined;
  for (const row of scores) if (best === undefined || row[1] > best[1]) best = row;
  return best !== undefined && best[1] > 0 ? best[0] : otherwise;
};

/** `title` and `body` already normalised, the title not repeated in the body. */
export const featuresOf = (title: string, body: string): Features => {
  const sums = new Map<number, number>();
  const alone = body.length < 3;
  if (title !== '') addGrams(sums, title, alone ? TITLE_ALONE_WEIGHT : 1);
  if (title === '' || !alone) addGrams(sums, body, title === '' ? UNTITLED_WEIGHT : 1);
  const words = categoryWords(title, body);
  const rulesCategory = codeOf<Category>(words.scores, title === '' ? 'service' : 'other');
  const kinds: readonly (readonly [Kind, number])[] = kindScores(title, body, rulesCategory);
  const sides: readonly (readonly [Responsibility, number])[] = responsibilityScores(title, body, rulesCategory);
  const whole = `${title}。${body}`;
  const household = householdWeight(words.scores, words.everyday);
  return {
    buckets: [...sums.keys()],
    weights: [...sums.values()],
    noticed: [
      1,
      title === '' ? 0 : 1,
      Math.min(1, body.length / LONG_TEXT),
      body.length < SHORT_TEXT ? 1 : 0,
      ...opinion(words.scores),
      ...opinion(words.everyday),
      ...opinion(words.household).map((value) => value * household),
      ...opinion(kinds),
      ...opinion(sides),
      ...MANNERS.map((manner) => (manner.test(whole) ? 1 : 0)),
    ],
    wordsFor: words.wordsFor,
  };
};

/** How many things the rules notice of a text. */
export const NOTICED = featuresOf('', '').noticed.length;
