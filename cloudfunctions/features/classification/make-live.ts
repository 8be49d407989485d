/** The one way in which another model becomes live: from the one that was seen, by compare-and-set, the earlier ones kept. */
import { Refusal } from '../../../types/errors';
import { COMPANY_ID, type CompanyDocument, forgetEstates } from '../estate/load-estate';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { ClassifierState, LiveModel } from './classifier-state';

const ROUNDS = 5;
/** Who chose what before, for the page; the reports of the nights name their models for good. */
const EARLIER_KEPT = 30;

/**
 * @param seen what was live when it was decided; another one now is refused
 * @throws Refusal changedMeanwhile, alreadyDone, notFound before the company is founded
 */
export async function makeLive(chosen: LiveModel, seen: string | null, database: Database): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const company = await database.get<CompanyDocument>('companies', COMPANY_ID, ['classifier']);
    if (company === null) throw new Refusal('notFound');
    const { live = null, earlier = [], revision } = company.classifier ?? {};
    const done = [...earlier, ...(live === null ? [] : [live])].find(({ commandId }) => commandId === chosen.commandId);
    if (done !== undefined) {
      if (done.version !== chosen.version || done.why !== chosen.why) throw new Refusal('alreadyDone');
      return;
    }
    if ((live?.version ?? null) !== seen)
      throw new Refusal('changedMeanwhile', {
        message: `${live?.by.name ?? '系统'} 刚刚换过模型（原因：${live?.why ?? ''}），请查看现在的情况后再换。`,
      });
    const next: ClassifierState = {
      revision: (revision ?? 0) + 1,
      live: chosen,
      earlier: [...earlier, ...(live === null ? [] : [live])].slice(-EARLIER_KEPT),
    };
    const unchanged = revision === undefined ? { classifier: _.exists(false) } : { 'classifier.revision': revision };
    if ((await database.updateIf('companies', { _id: COMPANY_ID, ...unchanged }, { classifier: next })) === 1) {
      forgetEstates();
      return;
    }
  }
  throw new Refusal('unavailable');
}
