/**
 * One version of what a company, an estate or a routing table has set, with who, when and why (RP-09). The version in force
 * stands where it is read with everything else (the company's or the estate's document) and is changed there by one
 * conditional update; every version is kept for good in `policies`, one document each, written right after and again by
 * the next change if that was interrupted.
 */
import type { SettingChanged } from '../../../domain/policy/change';
import type { EstateId, Instant, PersonId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';

/** Whose versions they are. */
export type Owner = 'company' | `estate:${string}` | `routing:${string}`;

export const policyOwner = (estateId: EstateId | null): Owner => (estateId === null ? 'company' : `estate:${estateId}`);

export interface StoredVersion<T = unknown> {
  owner: Owner;
  /** 1 for the first change. */
  version: number;
  content: T;
  changes: readonly SettingChanged[];
  why: string;
  by: { personId: PersonId | 'system'; name: string };
  at: Instant;
  /** The act that made it (act.ts), and a digest of what was sent with it: a repetition changes nothing. */
  commandId: string;
  digest: string;
}

type VersionDocument<T> = StoredVersion<T> & { _id: string };

const idOf = (owner: Owner, version: number): string => `${owner}:${version}`;

/** Keeps a version for good; one that is kept already stays as it is. */
export const keepVersion = async (version: StoredVersion, database: Database): Promise<void> => {
  await database.insert('policies', { _id: idOf(version.owner, version.version), ...version });
};

export const loadVersion = async <T>(
  owner: Owner,
  version: number,
  database: Database,
): Promise<StoredVersion<T> | null> => database.get<VersionDocument<T>>('policies', idOf(owner, version));

/** The newest first; `before` is the last version of the page before. */
export const loadHistory = async (
  owner: Owner,
  before: number | undefined,
  limit: number,
  database: Database,
): Promise<StoredVersion[]> =>
  database.find<VersionDocument<unknown>>('policies', {
    where: { owner, ...(before === undefined ? {} : { version: _.lt(before) }) },
    orderBy: [['version', -1]],
    limit,
  });
