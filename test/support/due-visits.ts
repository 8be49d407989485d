// Complaints whose result the resident knows and whose callback is due at the door, as many as are needed.
import { fromDocument, type ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { ComplaintEvent } from '../../domain/complaint/events';
import type { ComplaintId } from '../../types/ids';
import { ComplaintWay } from './complaint-way';
import type { TestCloud } from './estate';

/** The home of the first is 王小明's; the others say that they are in rooms from here on, each in one of its own. */
const FROM_ROOM = 1000;
const HOME = '3栋1单元101';

/** One as the people bring it there. */
const aDueVisit = async (estate: TestCloud): Promise<ComplaintId> => {
  const way = new ComplaintWay(estate, await estate.resident('wang'));
  const view = await way.to('informed', { description: '走廊的灯一闪一闪，夜里看不清' }, 'facility', true);
  if (view.state !== 'callback' || view.callback?.form !== 'visit') throw new Error(`${view.state}, no visit is due`);
  return view.id;
};

export interface DueVisit {
  id: ComplaintId;
  number: string;
  /** `3栋1单元201` */
  home: string;
}

/** The first goes its whole way through the functions; the others are as it is, at other homes. */
export async function dueVisits(estate: TestCloud, count: number): Promise<DueVisit[]> {
  const firstId = await aDueVisit(estate);
  const first = await estate.database.get<ComplaintDocument>('complaints', firstId);
  if (first === null) throw new Error('the complaint is gone');
  const due: DueVisit[] = [{ id: firstId, number: first.number, home: HOME }];
  const text = JSON.stringify(first);
  const serial = Number(first.number.slice(-4));
  for (let n = 1; n < count; n += 1) {
    const id = `${firstId}-${n}` as ComplaintId;
    const number = `${first.number.slice(0, -4)}${String(serial + 1000 + n)}`;
    const home = `3栋1单元${FROM_ROOM + n}`;
    const copy: ComplaintDocument = JSON.parse(
      text.replaceAll(firstId, id).replaceAll(first.number, number).replaceAll(HOME, home),
    );
    await estate.database.insert('complaints', { ...copy });
    due.push({ id, number, home });
  }
  return due;
}

/** What the server has of the callbacks of a complaint. */
export async function callbacksOf(estate: TestCloud, id: ComplaintId): Promise<ComplaintEvent[]> {
  const document = await estate.database.get<ComplaintDocument>('complaints', id);
  if (document === null) throw new Error(`no complaint ${id}`);
  const kinds = new Set(['calledBack', 'callbackAttempted', 'callbackNoted']);
  return fromDocument(document).events.filter(({ type }) => kinds.has(type));
}
