// A component of the package says `type: Object`; glass-easel compares it with the Object of its own realm.
import type { Realm } from './realm';

const TYPES = { Object, String, Number, Boolean, Array, Function } as const;

type Definition = Record<string, unknown>;

/** The definition with the types of its properties as this realm knows them. */
export function hostTypes(definition: Definition, realm: Realm): Definition {
  const host = (type: unknown): unknown =>
    Object.entries(TYPES).find(([name]) => realm.evaluate(`() => ${name}`) === type)?.[1] ?? type;
  const properties = definition['properties'];
  if (typeof properties !== 'object' || properties === null) return definition;
  return {
    ...definition,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]: [string, unknown]) => [
        name,
        typeof property === 'object' && property !== null && 'type' in property
          ? { ...property, type: host(property.type) }
          : host(property),
      ]),
    ),
  };
}
