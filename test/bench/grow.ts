// Many complaints on file without filing each: what was filed through the API is copied with other ids, numbers, dates and
// grams. Most of them have ended, as in an estate of some years.
import { databaseFor } from '../../cloudfunctions/platform/administration';
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { LocalCloud } from '../../localcloud/cloud';
import { CREDENTIAL, ENV_ID } from '../../localcloud/host/invocation';
import { Chance } from '../../localcloud/seed/chance';

const BATCH = 500;
const HOUR = 3_600_000;

/** What a list and the clock see of a complaint that has ended. */
const ENDED = {
  state: 'closed',
  open: false,
  duties: [],
  dutyKeys: [],
  grantedInvitations: [],
  dutyKinds: [],
  dutyDueAt: null,
  besideKeys: [],
  besideDueAt: null,
  nextDueAt: null,
} as const;

/** The filed ones also end, so that the share of open ones is the same with few and with many on file. */
export async function growTo(wanted: number, openShare: number, cloud: LocalCloud): Promise<void> {
  const chance = new Chance(50_000);
  const database = databaseFor({ envId: ENV_ID, ...CREDENTIAL, serviceUrl: `${cloud.url}/admin` });
  const filed = await Promise.all(
    ['chunhe', 'yunqi'].map((estateId) =>
      database.find<ComplaintDocument>('complaints', {
        where: { estateId },
        orderBy: [
          ['filedAt', -1],
          ['_id', -1],
        ],
        limit: 1000,
      }),
    ),
  );
  const originals = filed.flat().filter((document) => !document._id.startsWith('copy'));
  let there = cloud.engine.count('complaints');
  if (there === originals.length) {
    for (const { _id } of originals) if (!chance.holds(openShare)) await database.update('complaints', _id, ENDED);
  }
  cloud.engine.setDurable(false);
  while (there < wanted) {
    const copies = Array.from({ length: Math.min(BATCH, wanted - there) }, (_none, n) =>
      copyOf(originals, there + n, openShare, chance),
    );
    await cloud.engine.insertMany('complaints', copies);
    there += copies.length;
  }
  cloud.engine.setDurable(true);
}

function copyOf(originals: readonly ComplaintDocument[], n: number, openShare: number, chance: Chance): object {
  const pick = (): ComplaintDocument => {
    const found = originals[chance.between(0, originals.length - 1)];
    if (found === undefined) throw new Error('nothing to copy');
    return found;
  };
  const original = pick();
  // Words of another complaint of the same estate: grams carry the estate within them.
  let other = pick();
  while (other.estateId !== original.estateId) other = pick();
  const id = `copy${String(n).padStart(8, '0')}`;
  const filedAt = new Date(Date.parse(original.filedAt) - chance.between(1, 3 * 365 * 24) * HOUR).toISOString();
  const { _id, number, ...rest } = original;
  return {
    ...rest,
    _id: id,
    number: `${number.slice(0, 2)}-${filedAt.slice(2, 10).replaceAll('-', '')}-${String(n).padStart(6, '0')}`,
    filedAt,
    grams: other.grams,
    ...(chance.holds(openShare)
      ? { nextDueAt: null, unsettledSince: null }
      : { ...ENDED, unsettledSince: null, closedAt: filedAt }),
  };
}
