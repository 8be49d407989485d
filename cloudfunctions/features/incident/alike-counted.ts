/** Which complaints are counted as alike with one (SV-22): surely of its matter, of a kind that carries severity, in the same time. */
import { dueAt } from '../../../domain/clock/duration';
import { carriesSeverity } from '../../../domain/complaint/severity';
import { COUNTED_FROM } from '../../../domain/incident/alike';
import type { Joining } from '../../../domain/incident/events';
import type { ComplaintId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import type { CardFields, ComplaintDocument } from '../complaint/complaint-document';
import type { EstateContext } from '../estate/load-estate';
import { type AlikeQuestion, findAlikeComplaints } from './find-alike';

export type AlikeRow = Pick<
  CardFields,
  '_id' | 'number' | 'state' | 'kind' | 'homeId' | 'filerId' | 'filedAt' | 'open'
> &
  Pick<ComplaintDocument, 'countedAlike' | 'alikeWith'>;

export const ALIKE_ROW = [
  ...['number', 'state', 'kind', 'homeId', 'filerId', 'filedAt', 'open'],
  ...['countedAlike', 'alikeWith'],
] as const;

export const joiningOfRow = ({ _id, number, kind, homeId, filerId, filedAt }: AlikeRow): Joining => ({
  complaintId: _id,
  ...{ number, kind, homeId, filerId, filedAt },
});

/** In one read; at most 200. */
export const alikeRows = async (ids: readonly ComplaintId[], { database }: Platform): Promise<AlikeRow[]> =>
  ids.length === 0
    ? []
    : database.find<AlikeRow>('complaints', { where: { _id: _.in(ids) }, limit: ids.length, fields: ALIKE_ROW });

/**
 * @param fewest as long as fewer are found nothing is read of them
 * @returns open or not, but never withdrawn
 */
export async function countedWith(
  question: AlikeQuestion,
  { id, filedAt }: Pick<Joining, 'filedAt'> & { id: ComplaintId },
  fewest: number,
  { policy, calendar }: EstateContext,
  platform: Platform,
): Promise<AlikeRow[]> {
  const found = (await findAlikeComplaints(question, id, platform)).filter(
    ({ score, samePlace }) => samePlace && score >= COUNTED_FROM,
  );
  if (found.length < fewest) return [];
  const rows = await alikeRows(
    found.map((one) => one.id),
    platform,
  );
  const { within } = policy.severity.alike;
  // The index still finds what was withdrawn just now.
  return rows.filter(
    (row) =>
      row.state !== 'withdrawn' &&
      carriesSeverity(row.kind) &&
      (row.filedAt <= filedAt
        ? filedAt <= dueAt(row.filedAt, within, calendar)
        : row.filedAt <= dueAt(filedAt, within, calendar)),
  );
}
