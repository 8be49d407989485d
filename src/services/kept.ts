/** Reads single fields of what was kept on the phone, whose form nobody guarantees. */

/** The text kept under `name`, or empty. */
export function keptText(kept: unknown, name: string): string {
  if (typeof kept !== 'object' || kept === null || !Object.hasOwn(kept, name)) return '';
  const value: unknown = Reflect.get(kept, name);
  return typeof value === 'string' ? value : '';
}

export const keptFlag = (kept: unknown, name: string): boolean =>
  typeof kept === 'object' && kept !== null && Object.hasOwn(kept, name) && Reflect.get(kept, name) === true;
