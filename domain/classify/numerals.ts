/** Numbers as people write them: “二十几”, “五六十”, “三千多”, “两百六十”, “1200多”, “上百”. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Matches one number, Arabic or Chinese, with the words that make it vague; for use inside other patterns. */
export const NUMBER = '(?:\\d+(?:\\.\\d+)?[百千万]?|[零〇一二两三四五六七八九十百千万几数上近]+)';

/**
 * The lower bound of a stated number: “十几” 10, “五六十” 50, “几百” 200, “上百” 100. `null` when it isn't a number.
 * A vague “多 / 余 / 来” after it doesn't change the lower bound.
 */
export const lowerBound = (text: string): number | null => {
  const arabic = /^(\d+(?:\.\d+)?)([百千万])?/.exec(text);
  if (arabic !== null) return Number(arabic[1]) * (UNITS[arabic[2] ?? ''] ?? 1);
  if (!/^[零〇一二两俩三仨四五六七八九十百千万几数上近]+$/.test(text)) return null;
  let sum = 0;
  let digit: number | null = null;
  let started = false;
  let floor = Number.POSITIVE_INFINITY;
  for (const [i, char] of [...text].entries()) {
    const unit = UNITS[char];
    if (unit !== undefined) {
      if (unit === 10_000) {
        sum = (sum + (digit ?? (sum === 0 ? 1 : 0))) * unit;
      } else sum += (digit ?? 1) * unit;
      digit = null;
      started = true;
      floor = unit;
    } else if (char === '几' || char === '数') {
      // “几十”: at least two of the unit that follows; “十几”: at least nothing more.
      const next = UNITS[[...text][i + 1] ?? ''];
      if (next !== undefined) digit = 2;
      started = true;
    } else if (char === '上' || char === '近') {
      started = true;
    } else {
      const value = DIGITS[char] ?? 0;
      // “五六十”: the lower one of two digits in a row.
      if (digit === null) digit = value;
      else if (value !== digit + 1) digit = digit * 10 + value;
      started = true;
    }
  }
  if (!started) return null;
  // “三百五” is 350.
  if (digit !== null)
    sum += floor >= 100 && floor < 10_000 && /[百千][一二三四五六七八九]$/.test(text) ? digit * (floor / 10) : digit;
  return sum > 0 ? sum : null;
};

/** A building, unit or room number in digits: “七” → “7”, “十二” → “12”, “A6” stays. */
export const inDigits = (text: string): string => {
  if (!/^[零〇一二两三四五六七八九十百]+$/.test(text)) return text.toUpperCase();
  if (/[十百]/.test(text)) return String(lowerBound(text) ?? text);
  return [...text].map((char) => String(DIGITS[char] ?? char)).join('');
};
