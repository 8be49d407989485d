import { PROCEDURES, type ProcedureName } from '../../types/procedures';

/** The first key of an output that its schema doesn't know, with its path; null when there is none. */
const extraKey = (output: unknown, known: unknown, path: string): string | null => {
  if (typeof output !== 'object' || output === null || typeof known !== 'object' || known === null) return null;
  for (const [key, value] of Object.entries(output)) {
    if (value === undefined) continue;
    const here = `${path}.${key}`;
    if (!Object.hasOwn(known, key)) return here;
    const deeper = extraKey(value, Object.entries(known).find(([name]) => name === key)?.[1], here);
    if (deeper !== null) return deeper;
  }
  return null;
};

/** In tests: what leaves the server is what the contract says, and nothing more. @throws Error naming what differs */
export const checkOutput = (name: ProcedureName, output: unknown): void => {
  const checked = PROCEDURES[name].output.safeParse(output);
  if (!checked.success)
    throw new Error(`${name} answers outside the contract: ${JSON.stringify(checked.error.issues)}`);
  const extra = extraKey(output, checked.data, 'output');
  if (extra !== null) throw new Error(`${name} answers more than the contract: ${extra}`);
};
