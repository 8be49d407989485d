import { dueAt } from '../../../domain/clock/duration';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import type { CompanyId, EstateId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { forgetEstates, loadEstate } from '../estate/load-estate';
import { underPolicy } from './under-policy';

const ESTATE = 'cuihu' as EstateId;
const HOLIDAY = [{ date: '2026-11-23', working: false, name: '司庆' }];

/** Two versions of the company: the first shortens callbacks, the second enters a holiday and lengthens them. */
const version = (n: number, content: object) => ({ owner: 'company', version: n, content: { version: n, ...content } });
const FIRST = version(1, { times: { callbackOrdinary: { workingDays: 1 } } });
const SECOND = version(2, { times: { callbackOrdinary: { workingDays: 5 } }, companyDays: HOLIDAY });

const database = () => {
  const calls: string[] = [];
  const get = async (collection: string, id: string): Promise<unknown> => {
    calls.push(`${collection} ${id}`);
    if (collection === 'companies')
      return { _id: 'company' as CompanyId, name: '物业', policies: { revision: 2, heads: { company: SECOND } } };
    return id === 'company:1' ? FIRST : null;
  };
  const find = async (collection: string): Promise<unknown[]> => {
    calls.push(collection);
    return [{ _id: ESTATE, companyId: 'company', departments: [], routing: {} }];
  };
  return { calls, database: { get, find } as unknown as Database };
};

beforeEach(forgetEstates);

test('[RP-09] the policy in force costs no call, an earlier one a single call for as long as the instance lives', async () => {
  const { calls, database: db } = database();
  const inForce = await loadEstate(ESTATE, db);
  calls.length = 0;
  expect(await underPolicy(inForce, '1.2.0', db)).toBe(inForce);
  expect(calls).toEqual([]);
  for (let n = 0; n < 3; n += 1)
    expect((await underPolicy(inForce, '1.1.0', db)).policy.times.callbackOrdinary).toEqual({ workingDays: 1 });
  expect(calls).toEqual(['policies company:1']);
});

test('[CK-01] a holiday entered later counts for clocks that start afterwards; the promised number stays', async () => {
  const { database: db } = database();
  const { policy, calendar, policyVersion } = await underPolicy(await loadEstate(ESTATE, db), '1.1.0', db);
  expect(policyVersion).toBe('1.1.0');
  // Fri 2026-11-20 10:00 → one working day: Monday is the holiday, so Tuesday 24:00.
  expect(dueAt('2026-11-20T02:00:00.000Z', policy.times.callbackOrdinary, calendar)).toBe('2026-11-24T16:00:00.000Z');
});

test('[RP-09] a version that isn’t kept beside yet is found where it is in force', async () => {
  const { database: db } = database();
  const inForce = await loadEstate(ESTATE, db);
  const stale = { ...inForce, policyVersion: '1.0.0', policy: DEFAULT_POLICY };
  expect((await underPolicy(stale, '1.2.0', db)).policy.times.callbackOrdinary).toEqual({ workingDays: 5 });
});
