/**
 * Corrections of proposals as they are kept (RG-03): one document for each complaint that holds one, always what the complaint
 * itself says now. The words stay with the complaint alone, so that erasing them there erases them everywhere.
 */
import { correctionKeys, type CorrectedLabels, type KnownCorrection } from '../../../domain/classify/correction';
import { hashedGramsOf } from '../../../domain/classify/hashed-grams';
import { DAY_MS, epoch, instant } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import { type CorrectionMade, correctionOf } from '../../../domain/complaint/correction-of';
import { ownWordsOf } from '../../../domain/incident/me-too';
import type { CompanyId, ComplaintId, EstateId, Instant } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';

export interface CorrectionDocument {
  _id: ComplaintId;
  companyId: CompanyId;
  estateId: EstateId;
  /** The complaint's, when this was derived from it; an older state never replaces a newer one. */
  version: number;
  /** Empty when it was undone or withdrawn, as all that follows. */
  at: Instant | '';
  corrected: CorrectedLabels;
  decided: CorrectionMade['decided'] | null;
  proposed: CorrectionMade['proposed'] | null;
  keys: string[];
  grams: number[];
  followedUntil: Instant | '';
}

const keyOf =
  (companyId: CompanyId) =>
  (gram: number): string =>
    `${companyId}:${gram}`;

const fieldsOf = (complaint: Complaint, followedDays: number): Omit<CorrectionDocument, '_id'> => {
  const { companyId, estateId, version } = complaint;
  const made = correctionOf(complaint);
  if (made === null)
    return {
      ...{ companyId, estateId, version, at: '', corrected: {}, decided: null, proposed: null },
      ...{ keys: [], grams: [], followedUntil: '' },
    };
  const grams = hashedGramsOf(ownWordsOf(complaint));
  return {
    companyId,
    estateId,
    version,
    at: made.at,
    corrected: made.corrected,
    decided: made.decided,
    proposed: made.proposed,
    keys: correctionKeys(grams).map(keyOf(companyId)),
    grams,
    followedUntil: instant(epoch(made.at) + followedDays * DAY_MS),
  };
};

/**
 * Whether the complaint holds a correction or may have held one: only then there is something to write. Most are dispatched
 * as proposed and cost nothing.
 */
const everCorrected = (complaint: Complaint): boolean =>
  correctionOf({ ...complaint, state: 'registered' }) !== null ||
  complaint.events.some((e) => e.type === 'classified' && e.data.corrected);

/** Writes down what the complaint says now; repeated or in another order it ends in the same. */
export async function keepCorrection(complaint: Complaint, followedDays: number, database: Database): Promise<void> {
  if (!everCorrected(complaint)) return;
  const fields = fieldsOf(complaint, followedDays);
  const replaced = await database.updateIf(
    'corrections',
    { _id: complaint.id, version: _.lt(complaint.version) },
    { ...fields },
  );
  if (replaced === 0) await database.insert('corrections', { _id: complaint.id, ...fields });
}

/** For each text; more hold the same rare words only when they are about the same. */
const MOST_CANDIDATES = 40;

/**
 * What may be like these texts, by index and in one read: the cost doesn't grow with the corrections that exist.
 *
 * @param texts the hashed grams of each; at most 25
 */
export async function correctionsLike(
  texts: readonly (readonly number[])[],
  companyId: CompanyId,
  now: Instant,
  database: Database,
): Promise<KnownCorrection[]> {
  const keys = [...new Set(texts.flatMap(correctionKeys))].map(keyOf(companyId));
  if (keys.length === 0) return [];
  const found = await database.find<Found>('corrections', {
    where: { keys: _.in(keys), followedUntil: _.gt(now) },
    orderBy: [['followedUntil', -1]],
    limit: MOST_CANDIDATES * texts.length,
    fields: FOUND,
  });
  return found.map(({ at, corrected, grams: itsGrams }) => ({ at, labels: corrected, grams: itsGrams }));
}

const FOUND = ['at', 'corrected', 'grams'] as const;
type Found = { at: Instant } & Pick<CorrectionDocument, 'corrected' | 'grams'>;
