/** PV-01: names and phones in lists, as far as they must be recognised and no further. */

/** 13800138000 → 138****8000; 075512345678 → 0755****5678; shorter ones keep their last two digits. */
export const maskPhone = (phone: string): string => {
  if (phone.length >= 11) return `${phone.slice(0, phone.startsWith('0') ? 4 : 3)}****${phone.slice(-4)}`;
  return phone.length < 3 ? phone.replace(/./g, '*') : `****${phone.slice(-2)}`;
};

/** 王小明 → 王*, whatever the length; compound surnames keep both characters (欧阳*). */
export const maskName = (name: string): string => {
  const [first = ''] = name;
  if (first === '') return '';
  const surname = COMPOUND_SURNAMES.find((compound) => name.startsWith(compound) && name.length > compound.length);
  return `${surname ?? first}*`;
};

/** IN-14: identity-card numbers (18 characters, the old ones 15), mobiles with or without +86, landlines with their area code. */
const NUMBERS =
  /(?<![\d])(?:\d{17}[\dXx]|\d{15}|(?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})(?![\d])/g;

/** IN-14: the same text with every phone and identity-card number hidden but for its first three and last two digits. */
export const maskNumbersIn = (text: string): string =>
  text.replace(NUMBERS, (number) => `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`);

const COMPOUND_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '司徒',
  '夏侯',
  '轩辕',
  '端木',
  '南宫',
  '闻人',
  '宇文',
] as const;
