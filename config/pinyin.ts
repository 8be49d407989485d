// `npm run pinyin`: writes domain/people/pinyin.json, how each character is read, and the surnames that are read differently
// (单 shan, 曾 zeng, 解 xie, 尉迟 yu chi), from pinyin-pro. A table, since the library is as large as a quarter of a function.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

const TABLE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../domain/people/pinyin.json');
const FIRST = 0x4e00;
const LAST = 0x9fa5;
/** Two-character surnames whose reading isn't that of their characters. */
const COMPOUND = [
  '尉迟',
  '万俟',
  '长孙',
  '澹台',
  '单于',
  '令狐',
  '宗政',
  '濮阳',
  '夏侯',
  '鲜于',
  '亓官',
  '羊舌',
  '宰父',
  '仉督',
];

const read = (text: string, mode: 'normal' | 'surname'): string =>
  pinyin(text, { mode, surname: mode === 'surname' ? 'all' : 'off', toneType: 'none', v: true });

const characters = Array.from({ length: LAST - FIRST + 1 }, (_none, at) => String.fromCodePoint(FIRST + at));
const readings = new Map<string, string>();
const surnames = new Map<string, string>();
for (const character of characters) {
  const usual = read(character, 'normal');
  if (!/^[a-z]+$/.test(usual)) continue;
  readings.set(usual, `${readings.get(usual) ?? ''}${character}`);
  const asSurname = read(character, 'surname');
  if (asSurname !== usual) surnames.set(character, asSurname);
}
for (const surname of COMPOUND) {
  const asSurname = read(surname, 'surname');
  if (asSurname !== [...surname].map((character) => read(character, 'normal')).join(' '))
    surnames.set(surname, asSurname);
}

const sorted = (map: ReadonlyMap<string, string>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync(TABLE, `${JSON.stringify({ readings: sorted(readings), surnames: sorted(surnames) })}\n`);
console.log(`${characters.length} 个字，${surnames.size} 个特别读法的姓，写入 ${path.relative(process.cwd(), TABLE)}`);
