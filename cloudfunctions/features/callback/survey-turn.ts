/** CB-01: a home is sent one survey in 14 days for ordinary matters. Whose turn it was stands on the home, by compare-and-set. */
import { mayBeSurveyed } from '../../../domain/callback/plan-callback';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { Policy } from '../../../domain/policy/defaults';
import { Refusal } from '../../../types/errors';
import type { HomeId, Instant } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { HomeDocument } from '../estate/home-document';

const ROUNDS = 5;

/**
 * Takes the home's turn for this round of the complaint; taking it again is true again. Two complaints of one home at the same
 * moment get one turn between them.
 * @throws Refusal unavailable when others kept being faster
 */
export async function takeSurveyTurn(
  homeId: HomeId,
  complaint: Pick<Complaint, 'id' | 'round'>,
  { now, policy, database }: { now: Instant; policy: Policy; database: Database },
): Promise<boolean> {
  const turn = `${complaint.id}:${complaint.round}`;
  for (let round = 0; round < ROUNDS; round += 1) {
    const home = await database.get<HomeDocument>('homes', homeId, ['lastSurvey']);
    const last = home?.lastSurvey;
    if (last?.turn === turn) return true;
    if (!mayBeSurveyed(last?.at ?? null, now, policy)) return false;
    const taken = await database.updateIf(
      'homes',
      { _id: homeId, 'lastSurvey.turn': last === undefined ? _.exists(false) : last.turn },
      { lastSurvey: { turn, at: now } },
    );
    // A home that is no longer on the register has nothing to spare it from.
    if (taken === 1 || home === null) return true;
  }
  throw new Refusal('unavailable');
}
