/** How much of what was filed in the last 30 days people had to correct, and what mostly. */
import { DAY_MS, epoch, instant } from '../../../domain/clock/zone';
import { correctedShare } from '../../../domain/classify/evaluation';
import { QUESTIONS } from '../../../domain/classify/model';
import { _ } from '../../platform/operators';
import type { Scene } from '../clock-part';
import { COMPANY_ID, loadEveryEstate } from '../estate/load-estate';
import { filedBetween } from '../report/month-numbers';
import type { Confusion, Report } from './evaluation-document';
import type { CorrectionDocument } from './stored-correction';

const DAYS = 30;
/** The newest ones; more tell the same. */
const MOST_READ = 500;
const MOST_CONFUSIONS = 8;

type Found = Pick<CorrectionDocument, 'corrected' | 'proposed'>;

export async function correctedLately(
  scene: Scene,
): Promise<Pick<Report, 'filed' | 'corrected' | 'share' | 'confusions'>> {
  const { database } = scene.platform;
  const since = instant(epoch(scene.now) - DAYS * DAY_MS);
  const lately = { companyId: COMPANY_ID, at: _.gte(since) };
  const found = await database.find<Found>('corrections', {
    where: lately,
    orderBy: [
      ['at', -1],
      ['_id', -1],
    ],
    limit: MOST_READ,
    fields: ['corrected', 'proposed'],
  });
  const corrected = found.length < MOST_READ ? found.length : await database.count('corrections', lately);
  let filed = 0;
  for (const { estate, calendar } of await loadEveryEstate(database)) {
    filed += await filedBetween(estate.id, epoch(since), epoch(scene.now), calendar, database);
  }
  return { filed, corrected, share: correctedShare(filed, corrected), confusions: confusionsOf(found) };
}

function confusionsOf(found: readonly Found[]): Confusion[] {
  const counted = new Map<string, Confusion>();
  for (const { corrected, proposed } of found)
    for (const question of QUESTIONS) {
      const decided = corrected[question];
      const said = proposed?.[question];
      if (decided === undefined || said === undefined) continue;
      const key = `${question} ${said} ${decided}`;
      const before = counted.get(key);
      counted.set(key, { question, proposed: said, decided, count: (before?.count ?? 0) + 1 });
    }
  return [...counted.values()].sort((a, b) => b.count - a.count).slice(0, MOST_CONFUSIONS);
}
