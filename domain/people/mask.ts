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
