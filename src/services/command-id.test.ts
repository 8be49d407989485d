import { CommandId } from '../../types/ids';
import { newCommandId } from './command-id';

test('[IN-06] ids fit the contract and do not repeat', () => {
  const ids = Array.from({ length: 5000 }, newCommandId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(CommandId.safeParse(id).success).toBe(true);
});
