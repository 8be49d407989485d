/** The callback lot of one complaint (CB-01): written into the month's ledger before it counts, once per round. */
import { randomBytes } from 'node:crypto';
import { type DrawEntry, type DrawLedger, drawNext } from '../../../domain/callback/draw';
import type { Lot } from '../../../domain/callback/plan-callback';
import { localDate } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import { Refusal } from '../../../types/errors';
import { _ } from '../../platform/operators';
import { lottery } from '../../platform/lottery';
import type { Scene } from '../complaint/carry-out';
import type { EstateContext } from '../estate/load-estate';

interface DrawDocument extends DrawLedger {
  _id: string;
  version: number;
}

const ROUNDS = 20;

/** @throws Refusal unavailable when others kept drawing at the same moment */
export async function drawLot(
  complaint: Complaint,
  { estate, policy, calendar }: EstateContext,
  { platform, now }: Scene,
): Promise<Lot> {
  const { database } = platform;
  const month = localDate(Date.parse(now), calendar).slice(0, 7);
  const id = `${estate.id}:${month}`;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ledger = await database.get<DrawDocument>('draws', id);
    if (ledger === null) {
      const fresh: DrawDocument = {
        _id: id,
        version: 0,
        estateId: estate.id,
        month,
        seed: randomBytes(16).toString('hex'),
        share: policy.callback.ordinaryShare,
        entries: [],
      };
      await database.insert('draws', fresh);
      continue;
    }
    const { ledger: next, entry } = drawNext(ledger, complaint.id, complaint.round, now, lottery);
    if (next.entries.length === ledger.entries.length) return lotOf(entry);
    const updated = await database.updateIf(
      'draws',
      { _id: id, version: ledger.version },
      { entries: _.push([entry]), version: _.inc(1) },
    );
    if (updated === 1) return lotOf(entry);
  }
  throw new Refusal('unavailable');
}

const lotOf = ({ drawn, position }: DrawEntry): Lot => ({ drawn, position });
