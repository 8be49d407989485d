/** Name and phone of a caller without an account, as staff took them down (IN-02, PV-04). */
import type { Seal } from '../../platform/seal';

const CONTEXT = 'complaint:caller';

/** Empty when neither is known. */
export const sealCaller = (caller: { name: string; phone: string }, seal: Seal): string =>
  caller.name === '' && caller.phone === '' ? '' : seal.seal(`${caller.name}\n${caller.phone}`, CONTEXT);

export const openCaller = (sealed: string, seal: Seal): { name: string; phone: string } => {
  const [name = '', phone = ''] = seal.open(sealed, CONTEXT).split('\n');
  return { name, phone };
};
