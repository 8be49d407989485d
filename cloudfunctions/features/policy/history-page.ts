import type { OutputOf } from '../../../types/procedures';
import type { Database } from '../../platform/database';
import { loadHistory, type Owner, type StoredVersion } from './stored-version';

const PAGE = 20;

/** A page of an owner's versions, newest first; the one in force is there even before it is kept beside. */
export async function historyPage(
  owner: Owner,
  head: StoredVersion | undefined,
  cursor: string | undefined,
  database: Database,
): Promise<OutputOf<'policyHistory'>> {
  const found = await loadHistory(owner, cursor === undefined ? undefined : Number(cursor), PAGE, database);
  const missing = cursor === undefined && head !== undefined && found[0]?.version !== head.version;
  const versions = missing ? [head, ...found] : found;
  return {
    items: versions.map(({ version, at, by, why, changes }) => ({
      version,
      at,
      by: by.name,
      why,
      changes: changes.map(({ path, before, after }) => ({ path, before, after })),
    })),
    cursor: found.length < PAGE ? null : String(found.at(-1)?.version ?? 0),
  };
}
