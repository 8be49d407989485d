import type { PersonId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import { loadStaffAt } from './load-person';

/** Duty key → who is reached by it. */
export type People = ReadonlyMap<string, readonly PersonId[]>;

/** The people behind all these keys, one read. */
export async function peopleBehind(keys: readonly string[], platform: Platform): Promise<People> {
  const wanted = [...new Set(keys)];
  const staff = await loadStaffAt(wanted, platform.database);
  return new Map(wanted.map((key) => [key, staff.filter((p) => p.dutyKeys.includes(key)).map((p) => p.id)]));
}
