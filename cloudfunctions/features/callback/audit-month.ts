/** CB-01: what an auditor reads to recompute the draw of an estate's month: the ledger, and the complaints' own events. */
import { auditMonth, type DrawAudit, type PlannedByLot, plannedByLot } from '../../../domain/callback/audit-draw';
import { addDays, endOfDay, epoch, instant, localDate } from '../../../domain/clock/zone';
import type { ComplaintId, EstateId, Instant } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { lottery } from '../../platform/lottery';
import { _ } from '../../platform/operators';
import type { ComplaintDocument } from '../complaint/complaint-document';
import { loadEstate } from '../estate/load-estate';
import { underPolicy } from '../policy/under-policy';
import { type DrawDocument, sealOfSeed } from './draw-lot';

export interface MonthAudit extends DrawAudit {
  estateName: string;
  /** The digest of the seed, as the log kept it when the month's draw began; empty when nothing was drawn. */
  seal: string;
}

const PAGE = 100;

/**
 * Every complaint of the estate that can have been informed in the month is read: an audit is rare and must not depend on what
 * somebody might have changed.
 * @param month local, `2026-11`
 * @throws Refusal notFound when there is no such estate
 */
export async function auditDrawOf(estateId: EstateId, month: string, database: Database): Promise<MonthAudit> {
  const inForce = await loadEstate(estateId, database);
  const { estate, calendar } = inForce;
  const monthOf = (at: Instant): string => localDate(epoch(at), calendar).slice(0, 7);
  const lastDay = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
  const until = instant(endOfDay(lastDay, calendar));

  const planned: PlannedByLot[] = [];
  let after: { at: Instant; id: ComplaintId } | null = null;
  for (;;) {
    const page: Pick<ComplaintDocument, '_id' | 'filedAt' | 'events'>[] = await database.find('complaints', {
      where:
        after === null
          ? { estateId, filedAt: _.lt(until) }
          : _.or([
              { estateId, filedAt: _.lt(after.at) },
              { estateId, filedAt: after.at, _id: _.lt(after.id) },
            ]),
      orderBy: [
        ['filedAt', -1],
        ['_id', -1],
      ],
      limit: PAGE,
      fields: ['filedAt', 'events'],
    });
    for (const document of page) {
      after = { at: document.filedAt, id: document._id };
      planned.push(...plannedByLot(document.events).filter(({ at }) => monthOf(at) === month));
    }
    if (page.length < PAGE) break;
  }

  const ledger = await database.get<DrawDocument>('draws', `${estateId}:${month}`);
  const shares = new Map<string, number | null>();
  for (const { policyVersion: version } of ledger?.entries ?? []) {
    if (shares.has(version)) continue;
    const under = await underPolicy(inForce, version, database).catch(() => null);
    shares.set(version, under?.policyVersion === version ? under.policy.callback.ordinaryShare : null);
  }
  const shareOf = (version: string): number | null => shares.get(version) ?? null;
  const audit = auditMonth(ledger ?? { estateId, month, seed: '', entries: [] }, planned, shareOf, lottery);
  return { ...audit, estateName: estate.name, seal: ledger === null ? '' : sealOfSeed(ledger.seed) };
}
