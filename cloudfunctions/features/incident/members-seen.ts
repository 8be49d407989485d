/** The complaints that say of themselves that they belong to an incident, as far as it has to know them. */
import type { MemberSeen } from '../../../domain/incident/follow-ups';
import type { IncidentId } from '../../../types/ids';
import { _, type Where } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import type { ComplaintDocument } from '../complaint/complaint-document';

const MEMBER_PAGE = 500;

type Row = Pick<ComplaintDocument, '_id' | 'state' | 'incidentReasons' | 'filedAt'>;

/** In the order of filing. */
export async function membersSeen(incidentId: IncidentId, { database }: Platform): Promise<MemberSeen[]> {
  const seen: MemberSeen[] = [];
  let after: Row | undefined;
  for (;;) {
    const following: Where =
      after === undefined
        ? {}
        : _.or([{ filedAt: _.gt(after.filedAt) }, { filedAt: after.filedAt, _id: _.gt(after._id) }]);
    const page: Row[] = await database.find<Row>('complaints', {
      where: { incidentId, ...following },
      orderBy: [
        ['filedAt', 1],
        ['_id', 1],
      ],
      limit: MEMBER_PAGE,
      fields: ['state', 'incidentReasons', 'filedAt'],
    });
    seen.push(...page.map(({ _id, state, incidentReasons }) => ({ id: _id, state, reasons: incidentReasons })));
    after = page.at(-1);
    if (page.length < MEMBER_PAGE) return seen;
  }
}
