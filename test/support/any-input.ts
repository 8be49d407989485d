// Any input of a command, read off its schema: whatever command is added to the table is walked by itself.
import type { Chance } from '../../localcloud/seed/chance';
import { COMMAND_INPUTS, type CommandName } from '../../types/commands';

/** What some fields must be chosen from to make sense, by name; each may answer with anything the schema takes. */
export type Choices = Readonly<Record<string, (chance: Chance) => unknown>>;

/** What a choice answers to leave an optional field out. */
export const NOTHING = Symbol('nothing');

interface Def {
  type: string;
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  options?: readonly Schema[];
  entries?: Record<string, string | number>;
  values?: readonly unknown[];
}
interface Schema {
  _zod: { def: Def };
  safeParse: (value: unknown) => { success: boolean };
}

const TEXTS = [
  '已到现场看过',
  '经核实情况属实，今天处理',
  '请再看一看，谢谢',
  '电梯异响，轴承磨损，已联系厂家上门',
] as const;
const NUMBERS = [1, 2, 3, 4, 5, 10] as const;

/** Values that strings of the API may have, the likeliest first: words, then instants and ids. */
const strings = (chance: Chance): readonly string[] => [
  chance.pick(TEXTS),
  '2026-12-01T02:00:00.000Z',
  'somebody-or-something',
];

const isNothing = (value: unknown): boolean => value === NOTHING;

function anyValue(field: string, schema: Schema, chance: Chance, choices: Choices): unknown {
  const { def } = schema._zod;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable') {
    const left = def.type === 'nullable' ? null : undefined;
    // A choice of nothing leaves it out for good.
    if (def.innerType === undefined || chance.holds(0.4) || isNothing(choices[field]?.(chance))) return left;
    return anyValue(field, def.innerType, chance, choices);
  }
  const choice = choices[field];
  if (choice !== undefined) {
    const chosen = choice(chance);
    if (schema.safeParse(chosen).success) return chosen;
  }
  switch (def.type) {
    case 'object':
      return objectOf(schema, chance, choices);
    case 'array':
      return def.element === undefined || chance.holds(0.7) ? [] : [anyValue(field, def.element, chance, choices)];
    case 'boolean':
      return chance.holds(0.6);
    case 'enum': {
      const entries = Object.values(def.entries ?? {});
      return entries[chance.between(0, entries.length - 1)];
    }
    case 'literal':
      return def.values?.[0];
    case 'union':
      return anyValue(
        field,
        (def.options ?? [])[chance.between(0, (def.options ?? []).length - 1)] ?? schema,
        chance,
        choices,
      );
    case 'number':
    case 'int':
      return [chance.pick(NUMBERS), ...NUMBERS].find((n) => schema.safeParse(n).success);
    case 'string':
      return strings(chance).find((text) => schema.safeParse(text).success);
    case 'pipe':
    case 'transform':
      return strings(chance).find((text) => schema.safeParse(text).success);
    default:
      throw new Error(`no value for ${field}: a ${def.type}; teach any-input.ts this kind of field`);
  }
}

const objectOf = (schema: Schema, chance: Chance, choices: Choices): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schema._zod.def.shape ?? {})
      .map(([field, inner]) => [field, anyValue(field, inner, chance, choices)] as const)
      .filter(([, value]) => value !== undefined),
  );

/** An input that the command's schema takes; throws when none was found. */
export function anyInput(name: CommandName, chance: Chance, choices: Choices): Record<string, unknown> {
  const schema = COMMAND_INPUTS[name] as unknown as Schema;
  for (let i = 0; i < 20; i += 1) {
    const input = objectOf(schema, chance, choices);
    if (schema.safeParse(input).success) return input;
  }
  throw new Error(`no input for ${name} was found: give its fields a choice`);
}
