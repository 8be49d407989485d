/**
 * RG-03: what people corrected as rows to train from. The words are read from the complaints at this moment, with phone and
 * identity-card numbers masked, and the names of the complainant, of whom it is filed for and of the staff it is about taken
 * out; what was withdrawn or undone is not among them.
 */
import type { Complaint } from '../../../domain/complaint/complaint';
import { maskNumbersIn } from '../../../domain/people/mask';
import type { Category, Kind, Responsibility } from '../../../types/vocabulary';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { Seal } from '../../platform/seal';
import { type ComplaintDocument, fromDocument } from '../complaint/complaint-document';
import { openCaller } from '../complaint/sealed-caller';
import { COMPANY_ID } from '../estate/load-estate';
import { cursorAt, following } from '../page-cursor';
import { loadPerson } from '../people/load-person';
import { nameOf } from '../people/stored-person';
import type { CorrectionDocument } from './stored-correction';

/** A row in the format that `npm run train` reads. */
export interface CorrectionRow {
  id: string;
  text: string;
  category: Category;
  kind: Kind;
  responsibility: Responsibility;
}

const PAGE = 50;
const SOMEBODY = '某某';

/** @returns in the order of the complaints' ids, so that the same corrections give the same rows */
export async function correctionRows(
  { database, seal }: { database: Database; seal: Seal },
  see: (done: number) => void = () => undefined,
): Promise<CorrectionRow[]> {
  const rows: CorrectionRow[] = [];
  let cursor: string | undefined;
  do {
    const found: CorrectionDocument[] = await database.find<CorrectionDocument>('corrections', {
      where: { companyId: COMPANY_ID, at: _.gt(''), ...following('at', -1, cursor) },
      orderBy: [
        ['at', -1],
        ['_id', -1],
      ],
      limit: PAGE,
      fields: ['at', 'decided'],
    });
    for (const { _id, decided } of found) {
      const document = await database.get<Pick<ComplaintDocument, 'events'>>('complaints', _id, ['events']);
      if (document === null || decided === null) continue;
      const text = await withoutPeople(fromDocument(document), database, seal);
      const { category, kind, responsibility } = decided;
      rows.push({ id: _id, text, category, kind, responsibility });
    }
    see(rows.length);
    const last = found.at(-1);
    cursor = found.length < PAGE || last === undefined ? undefined : cursorAt({ value: last.at, id: last._id });
  } while (cursor !== undefined);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What stands for no person: a department, or a calling alone. */
const CALLING = /^(物业|保安|保洁|客服|管家|前台|维修|工程|绿化|水电|电工|门卫)+(员|工|师傅|人员)?/;
const NO_PERSON = /(部|处|队|组|中心|公司|委员会)$/;

/** Staff that it is about (“保安李强、前台”): named with their calling or without. */
const namesIn = (about: string): string[] =>
  about
    .split(/[\s、，,；;/]+/)
    .filter((part) => !NO_PERSON.test(part))
    .map((part) => part.replace(CALLING, ''));

async function withoutPeople(complaint: Complaint, database: Database, seal: Seal): Promise<string> {
  const people = [complaint.filerId, complaint.onBehalfOfId, complaint.praisedId].filter((id) => id !== null);
  const names = [
    complaint.sealedCaller === '' ? '' : openCaller(complaint.sealedCaller, seal).name,
    complaint.onBehalfOf.trim(),
    ...namesIn(complaint.about),
  ];
  for (const id of people) {
    const person = await loadPerson(id, database);
    if (person !== null) names.push(nameOf(person, seal));
  }
  return names
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, SOMEBODY), maskNumbersIn(complaint.description));
}
