/** Whether two texts speak of the same matter: by category, building, shared place and the character pairs they have in common. */
import type { Category } from '../../types/vocabulary';
import { placeIn } from '../classify/place';
import { gramsOf } from '../complaint/search-grams';

export interface Matter {
  category: Category;
  building: string | null;
  area: string | null;
  grams: ReadonlySet<string>;
}

/** Words that every second complaint has and that tell nothing apart. */
const EVERYDAY = [
  '物业',
  '小区',
  '我们',
  '没有',
  '一直',
  '已经',
  '问题',
  '请尽',
  '尽快',
  '处理',
  '投诉',
  '我也',
  '也遇',
  '遇到',
];

/** @param texts the matter's words; the place is read from all of them, the earlier ones first */
export function matterOf(estateId: string, category: Category, texts: readonly string[]): Matter {
  const places = texts.map(placeIn);
  const everyday = new Set(gramsOf(estateId, EVERYDAY));
  return {
    category,
    building: places.map((place) => place.building).find((building) => building !== null) ?? null,
    area: places.map((place) => place.area).find((area) => area !== null) ?? null,
    grams: new Set(gramsOf(estateId, texts).filter((gram) => !everyday.has(gram))),
  };
}

const near = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** Weights of what two matters share; a number that only orders candidates and is cut at `ALIKE_FROM`. */
const SAME_CATEGORY = 3;
const SAME_BUILDING = 2;
const SAME_AREA = 2;
const MOST_FOR_WORDS = 5;
/** The category and one thing more, or many words in common. */
export const ALIKE_FROM = 4;

/** 0 when they can't be the same: another building, or another category without many words in common. */
export function alikeness(a: Matter, b: Matter): number {
  if (a.building !== null && b.building !== null && a.building !== b.building) return 0;
  const shared = [...a.grams].filter((gram) => b.grams.has(gram)).length;
  if (shared === 0) return 0;
  const sum =
    (a.category === b.category ? SAME_CATEGORY : 0) +
    (a.building !== null && a.building === b.building ? SAME_BUILDING : 0) +
    (a.area !== null && b.area !== null && near(a.area, b.area) ? SAME_AREA : 0) +
    Math.min(MOST_FOR_WORDS, shared) / 2;
  return a.category === b.category || shared >= MOST_FOR_WORDS ? sum : 0;
}
