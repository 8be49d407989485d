/**
 * The policy a complaint was registered under (RP-09). Numbers are promises: a complaint keeps them to its end. Which days
 * are worked is a fact: what the company enters about its days holds for every clock that starts or is moved afterwards,
 * while times that were given already stand in their clocks and stay (ADR 0011).
 */
import { calendarOf } from '../../../domain/clock/calendar';
import { DEFAULT_POLICY, type Policy } from '../../../domain/policy/defaults';
import { mergePolicy, type PolicyOverride } from '../../../domain/policy/merge';
import { partsOfVersion } from '../../../domain/policy/version';
import type { EstateId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { type EstateContext, loadCompany, policyHead } from '../estate/load-estate';
import { loadVersion, policyOwner } from './stored-version';

/** Versions never change, so what is remembered is good for as long as the instance lives. */
const remembered = new Map<string, Policy>();

const overrideOf = async (
  estateId: EstateId | null,
  version: number,
  database: Database,
): Promise<PolicyOverride | undefined> => {
  if (version === 0) return undefined;
  const kept = await loadVersion<PolicyOverride>(policyOwner(estateId), version, database);
  if (kept !== null) return kept.content;
  // Saved a moment ago, and not yet kept beside.
  const head = policyHead(await loadCompany(database, true), estateId);
  if (head?.version !== version) throw new Error(`version ${version} of ${policyOwner(estateId)} is not there`);
  return head.content;
};

const policyOf = async (estateId: EstateId, version: string, database: Database): Promise<Policy | null> => {
  const key = `${estateId} ${version}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const parts = partsOfVersion(version);
  if (parts === null) return null;
  const [company, estate] = await Promise.all([
    overrideOf(null, parts.company, database),
    overrideOf(estateId, parts.estate, database),
  ]);
  const merged = mergePolicy(DEFAULT_POLICY, company, estate);
  if (!merged.ok) throw new Error(`policy ${version} of ${estateId} makes no sense: ${JSON.stringify(merged.fields)}`);
  remembered.set(key, merged.policy);
  return merged.policy;
};

/** The estate as it is, under an earlier policy. No database call when it is the one in force, or was asked for before. */
export const underPolicy = async (
  context: EstateContext,
  version: string,
  database: Database,
): Promise<EstateContext> => {
  if (version === context.policyVersion) return context;
  const earlier = await policyOf(context.estate.id, version, database);
  if (earlier === null) return context;
  const { zone, companyDays, confirmedYears } = context.policy;
  const policy = { ...earlier, zone, companyDays, confirmedYears };
  return { ...context, policy, policyVersion: version, calendar: calendarOf(policy) };
};
