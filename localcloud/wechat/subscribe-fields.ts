/** Value rules of subscribe-message fields by their type, e.g. `thing1`: WeChat answers 47003 when one is broken. */
const characters = (value: string): number => [...value].length;
const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => characters(value) <= 20,
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => characters(value) <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => /\d{1,2}[:：]\d{2}/.test(value) || /\d{4}年\d{1,2}月/.test(value),
  date: (value) => /\d{4}\s*[年\-/.]\s*\d{1,2}/.test(value),
  amount: (value) => /^[¥￥$]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => characters(value) <= 8,
  name: (value) => (/[\u4e00-\u9fff]/.test(value) ? characters(value) <= 10 : characters(value) <= 20),
  phrase: (value) => /^[\u4e00-\u9fff]{1,5}$/.test(value),
  enum: () => true,
};

/** @returns what is wrong with the fields of a message, or undefined. */
export function fieldProblem(data: Record<string, string>): string | undefined {
  if (Object.keys(data).length === 0) return 'argument invalid! data is empty';
  for (const [field, value] of Object.entries(data)) {
    const rule = RULES[/^([a-z_]+?)_?\d+$/.exec(field)?.[1] ?? ''];
    if (!rule) return `argument invalid! data.${field} is unknown`;
    if (value === '' || !rule(value)) return `argument invalid! data.${field}.value invalid`;
  }
  return undefined;
}
