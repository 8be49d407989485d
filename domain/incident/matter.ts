/** What a text is about and where, in codes and hashes: what alike complaints are found by (IN-07, SV-22). */
import type { Category, Kind } from '../../types/vocabulary';
import { classify } from '../classify/classify';
import { hashedGramsOf } from '../classify/hashed-grams';
import { placeIn } from '../classify/place';
import { subjectOf } from '../classify/subjects';

/** What is kept of a text to find alike ones: codes and hashes, no words. */
export interface Matter {
  building: string | null;
  unit: string | null;
  floor: string | null;
  area: string | null;
  /** Which gate, level, zone and side of the estate, as far as the text says. */
  marks: readonly (string | null)[];
  /** The most likely first; one when a person was sure. */
  categories: readonly Category[];
  kind: Kind;
  things: readonly string[];
  troubles: readonly string[];
  /** Hashed pairs and triples of characters, the rarest first. */
  grams: readonly number[];
  characters: number;
}

/** What is known beside the text. */
export interface KnownOf {
  building?: string | null;
  unit?: string | null;
  area?: string | null;
  /** Where the writer lives (“3栋1单元101”): the place of what is inside a building, as long as nothing else is said. */
  home?: string;
  /** Registered or proposed before, so that the text isn't classified once more. */
  registered?: { categories: readonly Category[]; kind: Kind };
}

const BARE_NUMBER = /^[A-Za-z]?\d{1,3}$/;
const FLOOR_OF = /(?<!\d|[栋幢座])(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[层楼](?!栋)/;
const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** “九” and “9” are one floor; beyond ten only digits are compared. */
const floorIn = (text: string): string | null => {
  const said = FLOOR_OF.exec(text)?.[1];
  if (said === undefined) return null;
  const digit = CHINESE.indexOf(said);
  return digit === -1 ? said : String(digit);
};

const buildingNamed = (building: string): string | null =>
  BARE_NUMBER.test(building.trim()) ? building.trim() : placeIn(building).building;

/** “I live in building 8”, followed by what happens elsewhere: the writer's home, not the matter's place. */
const INTRODUCED = /(?:我是|我们是|本人是|家住|我住在?|住在).{0,14}?(?:栋|幢|号楼|单元).{0,10}?(?:业主|住户|居民)/;
const PARKING_SPOT = /\d+车位/;
/** Shared places that belong to no building. */
const OUTSIDE =
  /门(?!厅|口$)|车库|广场|泳池|乐园|游乐|篮球|快递|充电|车棚|围墙|步道|喷泉|中庭|人行道|岗亭|道闸|垃圾站|垃圾房/;

const INSIDE_AREA = /电梯|楼道|楼梯|走廊|连廊|过道|大堂|门厅|单元门|架空层|天台|楼顶|屋顶|地下室|储藏间/;
const INSIDE_THINGS: ReadonlySet<string> = new Set([
  'lift',
  'liftPanel',
  'emergencyCall',
  'entrance',
  'fireDoor',
  'pipe',
  'bathroom',
  'kitchen',
  'upstairs',
  'footsteps',
  'ceiling',
  'roof',
  'mailbox',
]);
/** Buildings of the estate in which nobody lives. */
const NOBODYS_HOME = /会所|物业(?:办公|服务)?(?:中心|大厅|楼)|幼儿园|商铺|售楼/;

/** What tells shared places apart when both name it. */
const MARKS: readonly RegExp[] = [
  /([东南西北])门/,
  /(?:负|地下|B|-)([一二三四1-4])(?![\d单栋])/i,
  /([A-Z])\s?区/i,
  /([东南西北])[边面侧]/,
];
/** Where it is, is said at the beginning; later on other places are compared with it. */
const PLACE_CHARACTERS = 120;

/** Shared places that are one spot each; the first one named counts. */
const SPOTS =
  /(?<garage>车库|地库|地下停车|负[一二三四]|B[123](?!\d)|[(（]-[1-4])|(?<parcel>快递|丰巢)|(?<square>广场(?!舞))|(?<pool>泳池|游泳池)|(?<playground>乐园|游乐|滑梯)|(?<shed>充电棚|车棚)|(?<fence>围墙)|(?<pond>水景|池塘|喷泉)|(?<beyond>(?:隔壁|对面|马路边)的?(?:商场|工地|学校|酒店|饭店|医院|超市|小区))/i;

/** Where the spot stands among the marks. */
export const SPOT_MARK = 4;

/** @returns gate, level, zone, side, spot – null where the text doesn't say */
const marksIn = (text: string): (string | null)[] => {
  const said = text.slice(0, PLACE_CHARACTERS);
  const spot = Object.entries(SPOTS.exec(said)?.groups ?? {}).find(([, found]) => found !== undefined);
  return [
    ...MARKS.map((mark) => {
      const named = mark.exec(said)?.[1]?.toUpperCase() ?? null;
      const digit = named === null ? -1 : CHINESE.indexOf(named);
      return digit > 0 ? String(digit) : named;
    }),
    spot?.[0] ?? null,
  ];
};

/** What people type as a place is kept as the shared place that it names, never as they typed it. */
const sharedPlace = (words: string | null | undefined): string | null =>
  words == null ? null : (placeIn(words).area?.replace(PARKING_SPOT, '') ?? null);

const proposed = (text: string): { categories: Category[]; kind: Kind } => {
  const { category, kind } = classify(text);
  return { categories: [category.value, category.runnerUp], kind: kind.value };
};

const isOutside = (area: string | null): boolean => area !== null && OUTSIDE.test(area) && !/单元/.test(area);

/** Named as a place that belongs to no building. */
export const isOutdoors = ({ area, marks }: Pick<Matter, 'area' | 'marks'>): boolean =>
  isOutside(area) || marks[SPOT_MARK] != null;

/** Lifts, pipes, corridors …: every building has its own, so without a building it isn't known which one is meant. */
export const isInside = ({ area, things, marks }: Pick<Matter, 'area' | 'things' | 'marks'>): boolean =>
  !isOutdoors({ area, marks }) &&
  ((area !== null && INSIDE_AREA.test(area)) || things.some((thing) => INSIDE_THINGS.has(thing)));

export const matterOf = (text: string, known: KnownOf = {}): Matter => {
  const place = placeIn(text);
  const area = sharedPlace(known.area) ?? sharedPlace(text);
  const outside = isOutside(area);
  const said = INTRODUCED.test(text) && outside ? null : place.building;
  const stated = known.building == null || outside ? null : buildingNamed(known.building);
  const written = known.area == null || outside ? null : placeIn(known.area);
  const marks = marksIn(known.area == null ? text : `${known.area}，${text}`);
  const subject = subjectOf(text);
  const atHome =
    known.home !== undefined &&
    isInside({ area, marks, things: subject.things }) &&
    !NOBODYS_HOME.test(`${known.area ?? ''}，${text}`);
  const home = atHome ? placeIn(known.home ?? '') : null;
  const named = said ?? stated ?? written?.building ?? null;
  const building = named ?? home?.building ?? null;
  const unitKnown = named === null ? home?.unit : named === stated ? known.unit : written?.unit;
  const { categories, kind } = known.registered ?? proposed(text);
  return {
    building,
    unit: building === null ? null : (place.unit ?? unitKnown ?? null),
    floor: floorIn(text),
    area,
    marks,
    categories,
    kind,
    ...subject,
    grams: hashedGramsOf(text),
    characters: text.length,
  };
};
