/** What the members of an incident wrote and are known by, page by page: a few hundred at most, and only when the desk writes. */
import type { Incident } from '../../../domain/incident/incident';
import { type Unsayable, unsayableOf } from '../../../domain/incident/public-matter';
import type { Platform } from '../../platform/platform';
import { type ComplaintDocument, fromDocument } from '../complaint/complaint-document';
import { _ } from '../../platform/operators';
import { namesOn } from './names-on';

/** Whole complaints at once. */
const PAGE = 25;

/** Also of those who have left it: they haven't taken their words back. */
export async function unsayableOfMembers({ members }: Incident, platform: Platform): Promise<Unsayable> {
  const ids = [...new Set(members.map(({ complaintId }) => complaintId))];
  const all: Unsayable[] = [];
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = await platform.database.find<Pick<ComplaintDocument, 'events'>>('complaints', {
      where: { _id: _.in(ids.slice(from, from + PAGE)) },
      limit: PAGE,
      fields: ['events'],
    });
    const complaints = page.map(fromDocument);
    const names = await namesOn(complaints, platform);
    all.push(...complaints.map((complaint) => unsayableOf(complaint, names)));
  }
  return {
    said: all.flatMap(({ said }) => said),
    names: [...new Set(all.flatMap(({ names }) => names))],
    rooms: [...new Set(all.flatMap(({ rooms }) => rooms))],
  };
}
