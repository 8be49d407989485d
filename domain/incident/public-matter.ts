/** What other residents may be shown of an incident (IN-07, IN-14). */
import { Refusal } from '../../types/errors';
import type { Category } from '../../types/vocabulary';
import { placeIn } from '../classify/place';
import type { Complaint } from '../complaint/complaint';
import type { Description } from './events';
import type { Incident } from './incident';
import { ownWordsOf } from './me-too';

/** Matters of shared places. Never: service, neighbours, homes, pets, fees – what concerns a person or one home (IN-07). */
const SHARED: ReadonlySet<Category> = new Set<Category>([
  'facility',
  'lift',
  'water',
  'power',
  'cleaning',
  'noise',
  'security',
  'parking',
  'greening',
  'fire',
  'falling',
]);

/** Whether residents are offered to join: a shared place, confirmed by the desk, and still being dealt with. */
export const isOffered = (incident: Pick<Incident, 'state' | 'publicPlace' | 'category'>): boolean =>
  incident.state === 'open' && incident.publicPlace && SHARED.has(incident.category);

/** What its residents wrote and what they are known by: none of it may stand where others read it. */
export interface Unsayable {
  said: readonly string[];
  names: readonly string[];
  /** Room numbers of their homes. */
  rooms: readonly string[];
}

export const NOTHING_UNSAYABLE: Unsayable = { said: [], names: [], rooms: [] };

/** @param names of the people on it, as far as they are known */
export const unsayableOf = (
  complaint: Pick<Complaint, 'description' | 'wish' | 'events' | 'homeText' | 'onBehalfOf'>,
  names: readonly string[],
): Unsayable => {
  const { wish, homeText, onBehalfOf, events } = complaint;
  const added = events.flatMap((event) => (event.type === 'wordsAdded' ? [event.data.text] : []));
  return {
    said: [ownWordsOf(complaint), wish, ...added],
    names: [onBehalfOf, ...names],
    rooms: ROOM_AT_THE_END.exec(homeText) ?? [],
  };
};

const ROOM_AT_THE_END = /\d{3,4}$/;
const LONG_NUMBER = /\d{7,}/;
/** A person spoken of as people speak: 王女士, 李阿姨, 张某. */
const SOMEBODY =
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?:先生|女士|小姐|太太|阿姨|大爷|大妈|大叔|大姐|奶奶|爷爷|某)/;
/** As many characters in a row as nobody writes by chance. */
const COPIED = 12;

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a piece of a resident's text was taken over word for word.
 *
 * @param before the desk's own words that stand there already: a resident may have taken them over
 */
function isCopied(summary: string, text: string, before: string): boolean {
  const [own, said, known] = [summary, text, before].map(bare) as [string, string, string];
  for (let i = 0; i + COPIED <= own.length; i += 1) {
    const piece = own.slice(i, i + COPIED);
    if (said.includes(piece) && !known.includes(piece)) return true;
  }
  return false;
}

const namesSomebody = (text: string, { names, rooms }: Unsayable): boolean =>
  LONG_NUMBER.test(text.replace(/[\s-]/g, '')) ||
  placeIn(text).room !== null ||
  SOMEBODY.test(text) ||
  names.some((name) => name.length > 1 && text.includes(name)) ||
  rooms.some((room) => new RegExp(`(?<!\\d)${room}(?!\\d)`).test(text));

/**
 * @param before the summary as it stands; empty for a new one
 * @throws Refusal badInput for a room, a phone or identity number, somebody's name, or a resident's own words
 */
export function checkSummary(
  { summary, placeText }: Pick<Description, 'summary' | 'placeText'>,
  unsayable: Unsayable,
  before = '',
): void {
  for (const [field, text] of [
    ['summary', summary],
    ['placeText', placeText],
  ] as const) {
    if (namesSomebody(text, unsayable))
      throw new Refusal('badInput', { fields: { [field]: '其他住户会看到，请不要写姓名、房号、电话等个人信息' } });
  }
  if (unsayable.said.some((text) => isCopied(summary, text, before)))
    throw new Refusal('badInput', { fields: { summary: '其他住户会看到，请用自己的话概括，不要照抄住户原文' } });
}
