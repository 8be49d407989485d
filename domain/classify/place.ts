/** Where it is, from the text: “12-3-1605”, “3栋2单元501”, “七号楼”, “负二楼C区”. Floors and shared places go to `area`. */
import type { Place } from '../../types/proposal';
import { inDigits } from './numerals';

const N = '[A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]';

/** Building, unit and room joined by dashes; neither a date nor a phone number. */
const DASHED = /(?<![\d.\-A-Za-z])([A-Za-z]?\d{1,3})\s?[-—–－]\s?(\d{1,2})\s?[-—–－]\s?(\d{3,4})(?![\d-])/;
const DASHED_FLOOR = /(?<![\d.\-A-Za-z])(\d{1,2})[-—–－](\d{1,2})(?=[一二三四五六七八九十\d]{1,3}[楼层])/;
/** “3-2的”, “6-1那个单元门”: building and unit; never “2-3天”. */
const DASHED_UNIT =
  /(?<![\d.\-A-Za-z(（])(\d{1,2})[-—–－]([1-9])(?![\d\-—.点月号天个次年人小分倍米块元遍户家岁折周星万千百成期])/;
const DASHED_ROOM = /(?<![\d.\-A-Za-z])(\d{1,2})[-—–－](\d{3,4})(?![\d\-年月元])/;

const BUILDING = new RegExp(`(?<![\\d、.第])(${N})\\s?(?:栋|幢|号楼|#楼?|座(?=\\d|单元|[一二三]单元))`);
const UNIT = /(?<![\d、])(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:单元|门洞)/;
/** A room stands after building or unit, or is called a room. */
const ROOM_AFTER = /(?:栋|幢|号楼|#楼?|单元|座)[\s,，的]{0,2}(\d{3,4})(?![\d年月元米块])/;
/** The writer's own room goes before a neighbour's. */
const ROOM_OWN = /我(?:家|是|屋|住|们家)?(?:在|住|的)?(\d{3,4})(?![\d年月元块米多])/;
const ROOM_CALLED = /(?<!\d)(\d{3,4})\s?(?:室|房(?!产|价|贷)|号房|户(?=漏|的|家))/;

/** Shared places by the word people use; earlier ones win at the same spot, `null` keeps the word itself. */
const AREAS: readonly (readonly [RegExp, string | null])[] = [
  [/(?:地下车库|地下停车场|地下停车库|地库|车库)(?:出口|入口)/, '地下车库出口'],
  [/消防车?通道/, null],
  [/(?:东|南|西|北|正|大|后|侧)门(?:出口|入口|口)?/, null],
  [/(?:小区)?门口(?:人行天桥|天桥)/, null],
  [/楼道|楼梯间|楼梯口|电梯厅|电梯口|走廊|连廊|过道(?!两)/, null],
  [/公共区域|公共走道|水井房|强电井|弱电井/, null],
  [
    /大堂|大厅|门厅|单元门口|单元门|架空层|天台|楼顶|屋顶|[东南西北]?山墙|外墙|地下室|储藏间|垃圾房|垃圾站|垃圾桶旁|垃圾桶|水泵房|泵房|换热站|配电房|消防栓箱/,
    null,
  ],
  [/地下车库|地下停车场|地下停车库|地库|车库/, '地下车库'],
  [/(?<!加装|增设|干净)电梯(?!镜|厅|口|房)|(?<![楼扶阶])梯(?=坏|停|又|里|困)|被困.{0,8}分钟/, '电梯'],
  [
    /健身区|儿童乐园|儿童区|游乐场|游乐区|篮球场|羽毛球场|乒乓球台|游泳池|泳池|活动室|会所|快递柜|充电桩|充电棚|车棚|岗亭|道闸|凉亭|步道|中庭|喷泉|广场|花坛边|花坛|楼前花园|(?:楼下|[东南西北]边|楼前|后院)?(?:那个|的)?草坪(?!割)|绿化带|围墙|窨井盖|井盖|人行道|后院/,
    null,
  ],
  [/[东南西北]边那?块?空地|拐角|[东南西北]面/, null],
  [/(?<=[栋楼幢])前面?|楼前/, '楼前'],
  [/(?<=[栋楼幢])后面?|楼后/, '楼后'],
];

const FLOOR = /(?<![\d单])(\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:层|楼)(?![一二三四五六七八九十栋房]|的?住)/;
const BASEMENT = /(?:负|地下)\s?([一二三四1-4])(?:\s?[层楼]|(?=[A-Za-z]区))|-([1-4])(?:\s?[层楼]|(?=[)）]))/;
const ZONE = /([A-Za-z])\s?区(?!\d)/;
const PARKING_SPOT = /(?:[A-Za-z]\s?区|停)\s?(\d{2,3})(?!\d)(?:号?车位)?/;
const CHINESE_DIGITS = ['', '一', '二', '三', '四'];

const areaOf = (text: string): string | null => {
  const named = AREAS.map(([pattern, name]) => {
    const match = pattern.exec(text);
    return match === null ? null : (name ?? match[0]);
  }).find((name) => name !== null);
  const place = named ?? null;
  const basement = BASEMENT.exec(text);
  if (basement !== null) {
    const digit = inDigits(basement[1] ?? basement[2] ?? '');
    const level = `负${CHINESE_DIGITS[Number(digit)] ?? digit}层`;
    const zone = ZONE.exec(text);
    const inside = place !== null && place !== '地下车库' && place !== '电梯' ? place : '';
    // “地库负一层”, “负二楼C区”: zones and levels of the garage.
    const garage = /地库|车库|停车|车位/.test(text) || zone !== null ? '地下车库' : '';
    const spot = garage === '' ? null : PARKING_SPOT.exec(text);
    return [
      garage,
      level,
      zone === null ? '' : `${(zone[1] ?? '').toUpperCase()}区`,
      spot === null ? '' : `${spot[1] ?? ''}车位`,
      garage === '' ? inside : '',
    ].join('');
  }
  const floor = FLOOR.exec(text);
  if (floor !== null && (place === null || /^(?:楼道|走廊|楼梯间|大堂|雨棚|大厅|过道|电梯厅|电梯口)$/.test(place))) {
    return `${inDigits(floor[1] ?? '')}层${place ?? ''}`;
  }
  return place;
};

/** The place a text names; each part `null` when it isn't said. The writer's own home goes before a neighbour's. */
export const placeIn = (text: string): Place => {
  const area = areaOf(text);
  const dashed = DASHED.exec(text);
  if (dashed !== null)
    return { building: inDigits(dashed[1] ?? ''), unit: dashed[2] ?? null, room: dashed[3] ?? null, area };
  const floor = DASHED_FLOOR.exec(text);
  if (floor !== null) return { building: floor[1] ?? null, unit: floor[2] ?? null, room: null, area };
  const building = BUILDING.exec(text)?.[1];
  const unit = UNIT.exec(text)?.[1];
  const room = (ROOM_OWN.exec(text) ?? ROOM_AFTER.exec(text) ?? ROOM_CALLED.exec(text))?.[1];
  if (building === undefined && unit === undefined) {
    const short = DASHED_ROOM.exec(text);
    if (short !== null) return { building: short[1] ?? null, unit: null, room: short[2] ?? null, area };
    const pair = DASHED_UNIT.exec(text);
    if (pair !== null) return { building: pair[1] ?? null, unit: pair[2] ?? null, room: room ?? null, area };
  }
  return {
    building: building === undefined ? null : inDigits(building),
    unit: unit === undefined ? null : inDigits(unit),
    room: room ?? null,
    area,
  };
};
