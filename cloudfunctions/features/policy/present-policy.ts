import { calendarGaps } from '../../../domain/clock/calendar';
import { epoch, localDate, yearOf } from '../../../domain/clock/zone';
import { calendarOf } from '../../../domain/clock/calendar';
import { settingsInForce } from '../../../domain/policy/change';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { mergePolicy } from '../../../domain/policy/merge';
import { mayChangePolicy, mayReadPolicy } from '../../../domain/policy/permission';
import type { PolicyView } from '../../../types/api/policy';
import { Refusal } from '../../../types/errors';
import type { EstateId } from '../../../types/ids';
import type { PersonCall } from '../call';
import { loadCompany, loadEveryEstate, policyHead } from '../estate/load-estate';

/** The policy of the company (null) or an estate as it stands in the database now. @throws Refusal notFound */
export async function presentPolicy(estateId: EstateId | null, call: PersonCall): Promise<PolicyView> {
  const { person, platform, now } = call;
  const [company, every] = await Promise.all([
    loadCompany(platform.database, true),
    loadEveryEstate(platform.database),
  ]);
  const estates = every
    .filter(({ estate }) => mayReadPolicy(person, estate.id))
    .map(({ estate: { id, name } }) => ({ id, name }));
  const estate = estates.find(({ id }) => id === estateId);
  if (estateId !== null && estate === undefined) throw new Refusal('notFound');
  const ofCompany = policyHead(company, null)?.content;
  const head = policyHead(company, estateId);
  const merged = mergePolicy(DEFAULT_POLICY, ofCompany, estateId === null ? undefined : head?.content);
  if (!merged.ok) throw new Error(`a policy in force makes no sense: ${JSON.stringify(merged.fields)}`);
  const calendar = calendarOf(merged.policy);
  const year = yearOf(localDate(epoch(now), calendar));
  return {
    estateId,
    name: estate?.name ?? company.name,
    version: head?.version ?? 0,
    mayChange: mayChangePolicy(person, estateId),
    settings: settingsInForce(DEFAULT_POLICY, ofCompany, estateId === null ? 'none' : head?.content),
    yearsWithoutCalendar: calendarGaps(calendar, year, year + 1),
    estates,
  };
}
