import type { ComplaintView } from '../../../types/views';
import { floorOf } from '../../../domain/people/floor';
import { postKey, standsIn } from '../../../domain/people/person';
import { Refusal } from '../../../types/errors';
import type { HomeId } from '../../../types/ids';
import { OUTCOMES, type Role } from '../../../types/vocabulary';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { _ } from '../../platform/operators';
import { type ComplaintDocument, fromDocument } from '../complaint/complaint-document';
import { loadHomes } from '../estate/home-document';
import { presentCard } from '../complaint/present-card';
import { openCaller } from '../complaint/sealed-caller';
import { loadEstates, loadEveryEstate } from '../estate/load-estate';
import { noteOpenings } from '../privacy/note-openings';
import { loadPeople } from '../people/load-person';
import { nameOf, phoneOf } from '../people/stored-person';

const WALKS: readonly Role[] = ['patrol', 'supervisor', 'receptionist'];

/** A walk holds no more than this. */
const MOST_VISITS = 100;

type Form = NonNullable<NonNullable<ComplaintView['callback']>['form']>;

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'zh', { numeric: true });

/** Callbacks that are due, by building, unit and floor from the top down; whoever worked on a case doesn't get it (CB-10). */
export const callbackRoute: PersonUseCase<'callbackRoute'> = async (input, call) => {
  const { person, platform } = call;
  const actor = actorOf(person);
  const estates = (
    input.estateId === undefined
      ? await loadEveryEstate(platform.database)
      : await loadEstates([input.estateId], platform.database)
  ).filter((e) => person.posts.some((p) => WALKS.includes(p.role) && standsIn(p, e.estate.id)));
  if (estates.length === 0) throw new Refusal('notAllowed');
  const keys = estates.map((e) => `recordCallback|${postKey('patrol', e.estate.id)}`);
  const documents = await platform.database.find<ComplaintDocument>('complaints', {
    where: { dutyKinds: _.in(keys) },
    orderBy: [
      ['dutyDueAt', 1],
      ['_id', 1],
    ],
    limit: MOST_VISITS,
  });
  const mine = documents.filter((d) => !d.workedBy.includes(person.id));
  const complaints = mine.map((document) => ({ document, complaint: fromDocument(document) }));
  const homeIds = [
    ...new Set(complaints.flatMap(({ complaint }) => (complaint.homeId === null ? [] : [complaint.homeId]))),
  ];
  const filerIds = complaints.flatMap(({ complaint }) => (complaint.filerId === null ? [] : [complaint.filerId]));
  const [homes, people] = await Promise.all([
    loadHomes(homeIds, platform.database),
    loadPeople(filerIds, platform.database),
    noteOpenings(
      complaints.map(({ complaint }) => complaint),
      'route',
      call,
    ),
  ]);
  const homeOf = (id: HomeId | null) => homes.find((h) => h._id === id);

  const visits = complaints.map(({ document, complaint }) => {
    const home = homeOf(complaint.homeId);
    const filer = people.find((p) => p.id === complaint.filerId);
    const caller =
      complaint.sealedCaller === '' ? { name: '', phone: '' } : openCaller(complaint.sealedCaller, platform.seal);
    const form: Form = complaint.callback?.form ?? 'phone';
    return {
      card: presentCard(document, estates.find((e) => e.estate.id === complaint.estateId)?.estate.name ?? '', actor),
      building: home?.building ?? '',
      unit: home?.unit ?? '',
      room: home?.room ?? '',
      floor: floorOf(home?.room ?? ''),
      residentName:
        complaint.onBehalfOf !== ''
          ? complaint.onBehalfOf
          : filer === undefined
            ? caller.name
            : nameOf(filer, platform.seal),
      phone: filer === undefined ? caller.phone : phoneOf(filer, platform.seal),
      result: complaint.result === null ? '' : `${OUTCOMES[complaint.result.outcome]}：${complaint.result.result}`,
      attempts: complaint.callback?.attempts ?? 0,
      form,
    };
  });
  return {
    visits: visits.sort(
      (a, b) =>
        byNumber(a.building, b.building) || byNumber(a.unit, b.unit) || b.floor - a.floor || byNumber(a.room, b.room),
    ),
  };
};
