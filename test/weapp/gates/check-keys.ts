// Compares an object of a JSON file with the keys and values that are known there.
import type { Keys, Value } from './configuration-keys';
import type { GateProblem } from './problem';

const COLOUR = /^#(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i;

/** `under`: the path of keys that leads to `value`, for the report. */
export function checkKeys(file: string, under: string, value: unknown, keys: Keys): GateProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ file, where: under, what: '应当是一个对象' }];
  }
  return Object.entries(value).flatMap(([key, given]: [string, unknown]) => {
    const where = under ? `${under}.${key}` : key;
    const expected = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (expected === undefined) return [{ file, where, what: '微信不认识的配置项' }];
    const what = wrong(given, expected);
    return what === undefined ? [] : [{ file, where, what: `${JSON.stringify(given)} ${what}` }];
  });
}

function wrong(given: unknown, expected: Value): string | undefined {
  if (expected === 'any') return undefined;
  if (typeof expected !== 'string') {
    return typeof given === 'string' && expected.includes(given) ? undefined : `只能是 ${expected.join('、')}`;
  }
  if (expected === 'colour') {
    const fits = typeof given === 'string' && (COLOUR.test(given) || given.startsWith('@'));
    return fits ? undefined : '不是十六进制颜色';
  }
  if (expected === 'array') return Array.isArray(given) ? undefined : '应当是数组';
  if (expected === 'object') {
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? undefined : '应当是对象';
  }
  return typeof given === expected ? undefined : `类型应当是 ${expected}`;
}
