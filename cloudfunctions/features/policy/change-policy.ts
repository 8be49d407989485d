import { changeOverride, problemsOfCompany } from '../../../domain/policy/change';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { mergePolicy, type PolicyOverride } from '../../../domain/policy/merge';
import { mayChangePolicy, mayReadPolicy } from '../../../domain/policy/permission';
import { Refusal } from '../../../types/errors';
import type { EstateId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import {
  COMPANY_ID,
  type CompanyDocument,
  forgetEstates,
  loadCompany,
  loadEveryEstate,
  policyHead,
} from '../estate/load-estate';
import { changeVersion } from './change-version';
import { presentPolicy } from './present-policy';
import { policyOwner } from './stored-version';

/** RP-09: by an admin, from the version they were looking at, with a reason; the policy that would come of it has to make sense. */
export const changePolicy: PersonUseCase<'changePolicy'> = async (input, call) => {
  const { estateId = null, changes, why, version, commandId } = input;
  const { database } = call.platform;
  if (!mayReadPolicy(call.person, estateId)) throw new Refusal('notFound');
  if (!mayChangePolicy(call.person, estateId)) throw new Refusal('notAllowed');
  const estates = await loadEveryEstate(database);
  if (estateId !== null && !estates.some(({ estate }) => estate.id === estateId)) throw new Refusal('notFound');
  const namesOfEstates = new Map<EstateId, string>(estates.map(({ estate }) => [estate.id, estate.name]));
  const owner = policyOwner(estateId);
  const load = async () => {
    const company = await loadCompany(database, true);
    const head = policyHead(company, estateId);
    return {
      head,
      next: () => {
        const changed = changeOverride(head?.content, changes, (override) =>
          problemsOf(override, estateId, company, namesOfEstates),
        );
        if (!changed.ok) throw new Refusal('badInput', { fields: changed.fields });
        return { content: changed.override, changes: changed.changes };
      },
      replace: async (next: NonNullable<typeof head>) => {
        const revision = company.policies?.revision;
        const updated = await database.updateIf(
          'companies',
          {
            _id: COMPANY_ID,
            ...(revision === undefined ? { policies: _.exists(false) } : { 'policies.revision': revision }),
          },
          { policies: { revision: (revision ?? 0) + 1, heads: { ...company.policies?.heads, [owner]: next } } },
        );
        if (updated === 1) forgetEstates();
        return updated === 1;
      },
    };
  };
  await changeVersion({ owner, commandId, seen: version, why, sent: { changes, why, estateId }, load }, call);
  return presentPolicy(estateId, call);
};

function problemsOf(
  override: PolicyOverride,
  estateId: EstateId | null,
  company: CompanyDocument,
  names: ReadonlyMap<EstateId, string>,
): Record<string, string> {
  if (estateId === null) {
    const below = [...names].flatMap(([id, name]) => {
      const own = policyHead(company, id)?.content;
      return own === undefined ? [] : [{ name, override: own }];
    });
    return problemsOfCompany(DEFAULT_POLICY, override, below);
  }
  const merged = mergePolicy(DEFAULT_POLICY, policyHead(company, null)?.content, override);
  return merged.ok ? {} : merged.fields;
}
