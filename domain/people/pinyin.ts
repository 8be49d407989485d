/** How a Chinese name is typed without an input method: 单晓芳 as `shanxiaofang` or `sxf`. */
import table from './pinyin.json';

let readings: ReadonlyMap<string, string> | null = null;

const readingOf = (character: string): string | undefined => {
  readings ??= new Map(
    Object.entries(table.readings).flatMap(([syllable, characters]) =>
      [...characters].map((each): [string, string] => [each, syllable]),
    ),
  );
  return readings.get(character);
};

const SURNAMES: ReadonlyMap<string, string> = new Map(Object.entries(table.surnames));

/** Syllables without tones, `v` for ü; the surname read as a surname (曾 zeng, 尉迟 yu chi), words in Latin letters kept. */
export const syllablesOf = (name: string): string[] => {
  const trimmed = name.trim();
  const [first = '', second = ''] = trimmed;
  const surname = SURNAMES.has(first + second) ? first + second : first;
  const read = SURNAMES.get(surname)?.split(' ');
  const rest = read === undefined ? trimmed : trimmed.slice(surname.length);
  const syllables = (rest.match(/[A-Za-z]+|\p{Script=Han}/gu) ?? []).map((part) =>
    /[A-Za-z]/.test(part) ? part.toLowerCase() : (readingOf(part) ?? ''),
  );
  return [...(read ?? []), ...syllables].filter((syllable) => syllable !== '');
};

/** One letter finds half the estate, and would be the easiest to guess from. */
const LEAST_LETTERS = 2;
const MOST_LETTERS = 12;

const beginningsOf = (letters: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(letters.length, MOST_LETTERS) - LEAST_LETTERS + 1) }, (_none, at) =>
    letters.slice(0, at + LEAST_LETTERS),
  );

/** What somebody may type to find a name: beginnings, of 2 to 12 letters, of its initials and of its whole pinyin. */
export const typedBeginnings = (name: string): string[] => {
  const syllables = syllablesOf(name);
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  return [...new Set([...beginningsOf(initials), ...beginningsOf(syllables.join(''))])];
};

/** The letters of a search by pinyin (`Wang fang`, `wf`), cut to what is kept; null when it is none. */
export const typedPinyin = (typed: string): string | null => {
  const letters = typed.replace(/[\s']/g, '').toLowerCase();
  return /^[a-z]{2,}$/.test(letters) ? letters.slice(0, MOST_LETTERS) : null;
};
