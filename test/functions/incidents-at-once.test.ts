/** Two people do something to incidents 雷同事件 at the same moment, over the real SDK: nobody is left without somebody who handles it. */
import type { IncidentDocument } from '../../cloudfunctions/features/incident/incident-document';
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import { incidentOf } from '../../domain/incident/evolve';
import { membersOf } from '../../domain/incident/incident';
import { Chance } from '../../localcloud/seed/chance';
import { Refusal } from '../../types/errors';
import type { ComplaintId, IncidentId } from '../../types/ids';
import { cmd, on } from '../support/complaint-way';
import { homeOf, type ResidentKey, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

const ROUNDS = 20;
const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const PLACES = ['喷泉', '凉亭', '道闸', '岗亭', '车棚', '会所', '泳池', '篮球场', '快递柜', '围墙'] as const;

let world: TestCloud;
let now = Date.parse(FRIDAY_10);
const residents = {} as Record<'wang' | 'li' | 'zhao', TestPerson>;
let desk: TestPerson;
let supervisor: TestPerson;

beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  for (const key of ['wang', 'li', 'zhao'] as const) residents[key] = await world.resident(key);
  desk = await world.staff('receptionist');
  supervisor = await world.staff('supervisor');
}, 240_000);
afterAll(() => world?.close());

const later = (minutes: number): void => {
  now += minutes * 60_000;
  world.at(new Date(now).toISOString());
};

const filed = async (key: keyof typeof residents & ResidentKey, description: string): Promise<ComplaintId> => {
  const { id } = await residents[key].as('fileComplaint', {
    commandId: cmd(),
    kind: 'complaint',
    description,
    homeId: homeOf(residents[key]),
    place: {},
  });
  return id;
};
const opened = async (id: ComplaintId, summary: string): Promise<IncidentId> => {
  const view = await desk.as('openIncident', { ...on({ id }), summary, publicPlace: true });
  if (view.incident === null) throw new Error('no incident was opened');
  return view.incident.id;
};
const joined = async (key: keyof typeof residents, incidentId: IncidentId): Promise<ComplaintId> =>
  (await residents[key].as('joinIncident', { commandId: cmd(), incidentId, homeId: homeOf(residents[key]) })).id;

/** Whether it was done; a refusal is an answer too. */
const done = (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => true,
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return false;
      throw thrown;
    },
  );
const incidentAt = async (id: IncidentId): Promise<IncidentDocument> => {
  const found = await world.database.get<IncidentDocument>('incidents', id);
  if (found === null) throw new Error(`no incident ${id}`);
  return found;
};
const complaintAt = async (id: ComplaintId): Promise<ComplaintDocument> => {
  const found = await world.database.get<ComplaintDocument>('complaints', id);
  if (found === null) throw new Error(`no complaint ${id}`);
  return found;
};

/** Everything that the timer has still to do about these. */
const settled = async (incidents: readonly IncidentId[], complaints: readonly ComplaintId[]): Promise<void> => {
  for (let run = 0; run < 3; run += 1) {
    later(2);
    await world.runClock();
    const left = [
      ...(await Promise.all(incidents.map(incidentAt))),
      ...(await Promise.all(complaints.map(complaintAt))),
    ];
    if (left.every(({ unsettledSince }) => unsettledSince === null)) return;
  }
};

test(`merged into each other at the same moment, one of them goes on and the other follows it: ${ROUNDS} rounds, the timer among them`, async () => {
  const chance = new Chance(20_261_121);
  let mutual = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    later(chance.between(30, 90));
    const place = `${PLACES[round % PLACES.length] ?? ''}${round}号`;
    const first = await filed('wang', `${place}那边坏了好几天`);
    const second = await filed('li', `${place}坏掉没有人修`);
    const one = await opened(first, `${place}损坏`);
    const two = await opened(second, `${place}设施待修`);
    const third = await joined('zhao', chance.pick([one, two]));
    const complaints = [first, second, third];

    // Slow enough that each has read the other before either is saved.
    world.cloud.faults.set({ latencyMs: 120, latencyOf: 'incidents' });
    const [a, b] = await Promise.all([
      done(desk.as('mergeIncidents', { incidentId: one, commandId: cmd(), into: two })),
      done(supervisor.as('mergeIncidents', { incidentId: two, commandId: cmd(), into: one })),
      chance.holds(0.5) ? world.runClock() : null,
    ]);
    world.cloud.faults.reset();
    if (a && b) mutual += 1;
    expect([round, a || b]).toEqual([round, true]);
    await settled([one, two], complaints);

    const said = `round ${round}, ${a && b ? 'both' : 'one'} merged`;
    const incidents = await Promise.all([one, two].map(incidentAt));
    const open = incidents.filter(({ state }) => state === 'open');
    expect([said, incidents.map(({ state }) => state).sort()]).toEqual([said, ['merged', 'open']]);
    const [held] = open;
    if (held === undefined) throw new Error(said);
    if (a && b) expect([said, held._id]).toEqual([said, [one, two].sort()[0]]);
    const documents = await Promise.all(complaints.map(complaintAt));
    expect([said, documents.map(({ incidentId }) => incidentId)]).toEqual([said, complaints.map(() => held._id)]);
    // One of them is handled, the others wait for it; the incident knows exactly these.
    const leading = documents.filter(({ state }) => state !== 'merged').map(({ _id }) => _id);
    expect([said, leading]).toEqual([said, [held.leadId]]);
    const incident = incidentOf(held.events);
    const known = membersOf(incident).map(({ complaintId }) => complaintId);
    expect([said, [...known].sort()]).toEqual([said, [...complaints].sort()]);
    expect([said, held.homes, held.complaints]).toEqual([said, 3, 3]);
    for (const { incidentReasons } of documents) expect([said, incidentReasons]).toEqual([said, ['SV-22']]);
    for (const { unsettledSince } of [...incidents, ...documents]) expect([said, unsettledSince]).toEqual([said, null]);
  }
  // Where the second finds the first merged already it is refused: too few races would prove nothing.
  expect(mutual).toBeGreaterThan(ROUNDS / 4);
}, 900_000);
