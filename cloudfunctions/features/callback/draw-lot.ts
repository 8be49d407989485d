/** The callback lot of one complaint (CB-01): written into the month's ledger before it counts, once per round. */
import { createHash, randomBytes } from 'node:crypto';
import { type DrawEntry, type DrawLedger, drawNext } from '../../../domain/callback/draw';
import { asksBySurvey, type Lot } from '../../../domain/callback/plan-callback';
import { localDate } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import { Refusal } from '../../../types/errors';
import { _ } from '../../platform/operators';
import { lottery } from '../../platform/lottery';
import type { Scene } from '../complaint/carry-out';
import { type EstateContext, loadEstate } from '../estate/load-estate';
import { takeSurveyTurn } from './survey-turn';

export interface DrawDocument extends DrawLedger {
  /** `estate:month`, e.g. `cuihu:2026-11`. */
  _id: string;
  version: number;
}

/** What the log keeps of a seed that nobody may know yet: enough to see later that it was not exchanged. */
export const sealOfSeed = (seed: string): string => createHash('sha256').update(seed).digest('hex');

const ROUNDS = 20;

/** @throws Refusal unavailable when others kept drawing at the same moment */
export async function drawLot(complaint: Complaint, context: EstateContext, scene: Scene): Promise<Lot> {
  const { drawn, position } = await nextEntry(complaint, context, scene);
  const { homeId } = complaint;
  const recentlySurveyed =
    drawn &&
    homeId !== null &&
    asksBySurvey(complaint) &&
    !(await takeSurveyTurn(homeId, complaint, {
      now: scene.now,
      policy: context.policy,
      database: scene.platform.database,
    }));
  return { drawn, position, recentlySurveyed };
}

async function nextEntry(
  complaint: Complaint,
  { estate }: EstateContext,
  { platform, now }: Scene,
): Promise<DrawEntry> {
  const { database, log } = platform;
  // The month's share is the estate's of today, whatever the complaint was registered under (ADR 0008).
  const { policy, policyVersion, calendar } = await loadEstate(estate.id, database);
  const month = localDate(Date.parse(now), calendar).slice(0, 7);
  const id = `${estate.id}:${month}`;
  const next = {
    complaintId: complaint.id,
    round: complaint.round,
    share: policy.callback.ordinaryShare,
    policyVersion,
    at: now,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const ledger = await database.get<DrawDocument>('draws', id);
    if (ledger === null) {
      const seed = randomBytes(16).toString('hex');
      const fresh: DrawDocument = { _id: id, version: 0, estateId: estate.id, month, seed, entries: [] };
      if ((await database.insert('draws', fresh)) === 'inserted')
        log.info('callback draw begins', { ledger: id, seal: sealOfSeed(seed) });
      continue;
    }
    const { ledger: after, entry } = drawNext(ledger, next, lottery);
    if (after.entries.length === ledger.entries.length) return entry;
    const updated = await database.updateIf(
      'draws',
      { _id: id, version: ledger.version },
      { entries: _.push([entry]), version: _.inc(1) },
    );
    if (updated !== 1) continue;
    const { complaintId, position, drawn, share } = entry;
    log.info('callback draw', { ledger: id, complaintId, round: entry.round, position, drawn, share });
    return entry;
  }
  throw new Refusal('unavailable');
}
