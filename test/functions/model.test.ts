/**
 * A random walk over the real functions: anybody tries anything on a few complaints, sends it again, loses answers, and the
 * timer runs in between. What is lawful stands in who-may.ts, by hand. `WALK=<number>` walks another way.
 */
import {
  type ComplaintDocument,
  fromDocument,
  projectionOf,
} from '../../cloudfunctions/features/complaint/complaint-document';
import type { IncidentDocument } from '../../cloudfunctions/features/incident/incident-document';
import type { PersonDocument } from '../../cloudfunctions/features/people/stored-person';
import { dutiesOf } from '../../domain/complaint/duties';
import type { Actor } from '../../domain/people/actor';
import { Chance } from '../../localcloud/seed/chance';
import { COMMAND_NAMES, type CommandName } from '../../types/commands';
import { type ErrorCode, Refusal } from '../../types/errors';
import type { CommandId, ComplaintId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import { anyInput, type Choices, NOTHING } from '../support/any-input';
import { homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';
import { mayByTheRulebook } from '../support/who-may';

const STEPS = 240;
const SEED = 20_261_121 + Number(process.env.WALK ?? 0);
const chance = new Chance(SEED);
const FRIDAY_10 = '2026-11-20T02:00:00.000Z';

interface Somebody {
  person: TestPerson;
  actor: Actor;
}
/** Sent once; sent again it must change nothing. */
interface Sent {
  by: Somebody;
  name: CommandName;
  input: Record<string, unknown> & { complaintId: ComplaintId; commandId: CommandId };
}

let world: TestCloud;
const everybody: Somebody[] = [];
let now = Date.parse(FRIDAY_10);

beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  const residents = ['wang', 'wangWife', 'li', 'chen'] as const;
  const staff = [
    ...(['receptionist', 'supervisor', 'head', 'handler', 'handler2', 'orderHead', 'patrol', 'manager'] as const),
    ...(['generalManager', 'quality', 'admin', 'otherDesk'] as const),
  ];
  const people = [...(await inTurn(residents, world.resident)), ...(await inTurn(staff, world.staff))];
  for (const person of people) {
    const id = person.me.personId;
    const document = id === null ? null : await world.database.get<PersonDocument>('people', id);
    if (document === null || id === null) throw new Error(`${person.key} is not on file`);
    everybody.push({ person, actor: { id, staffName: document.staffName, posts: document.posts } });
  }
}, 90_000);
afterAll(() => world?.close());

const inTurn = async <A, B>(all: readonly A[], one: (a: A) => Promise<B>): Promise<B[]> => {
  const done: B[] = [];
  for (const each of all) done.push(await one(each));
  return done;
};
const oneOf = <T>(all: readonly T[]): T | undefined => all[chance.between(0, all.length - 1)];
const somebody = (key: string): Somebody => {
  const found = everybody.find(({ person }) => person.key === key);
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return found;
};
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
const pass = (minutes: number): void => {
  now += minutes * 60_000;
  world.at(new Date(now).toISOString());
};
const documentOf = async (id: ComplaintId): Promise<ComplaintDocument> => {
  const found = await world.database.get<ComplaintDocument>('complaints', id);
  if (found === null) throw new Error(`no complaint ${id}`);
  return found;
};

/** The refusal, or null when it was done. */
const answerTo = ({ by, name, input }: Sent): Promise<Refusal | null> =>
  by.person.as(name, input as unknown as InputOf<typeof name>).then(
    () => null,
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return thrown;
      throw thrown;
    },
  );

/** Incidents that were opened on the way. */
const incidents = new Set<string>();

const choices = (view: ComplaintView | null, document: ComplaintDocument): Choices => ({
  // Departments that have a head here.
  departmentId: () => oneOf(view?.choices.departments.filter(({ name }) => /工程|秩序/.test(name)) ?? [])?.id ?? 'none',
  handlerId: (c) => view?.choices.handlers[c.between(0, view.choices.handlers.length - 1)]?.id ?? 'nobody',
  expectedAt: (c) => at(c.between(-60, 5000)),
  recordedAt: (c) => at(-c.between(0, 300)),
  dueAt: (c) => at(c.between(-60, 5000)),
  until: (c) => at(c.between(30, 3000)),
  summary: () => '公共设施待修',
  incidentId: (c) => {
    const known = [...incidents];
    return known[c.between(0, Math.max(0, known.length - 1))] ?? 'none';
  },
  subtaskId: (c) => {
    const { subtasks } = fromDocument(document);
    return subtasks[c.between(0, Math.max(0, subtasks.length - 1))]?.id ?? 'none';
  },
  photos: () => [],
  signature: () => NOTHING,
  round: () => document.round,
  entryId: (c) => {
    const entries = document.events.filter((e) => e.type === 'progressed' || e.type === 'noted');
    return entries[c.between(0, Math.max(0, entries.length - 1))]?.id ?? 'none';
  },
});

/** What a complaint in the database must always be. */
const checkDocument = (said: string, document: ComplaintDocument): void => {
  const complaint = fromDocument(document);
  expect([said, document.version]).toEqual([said, complaint.version]);
  const projection: unknown = JSON.parse(JSON.stringify(projectionOf(complaint)));
  expect([said, document]).toEqual([said, expect.objectContaining(projection as object)]);
  expect([said, new Set(document.events.map((e) => e.id)).size]).toEqual([said, document.events.length]);
  const fired = document.events.flatMap((e) =>
    e.type === 'clockWarned' || e.type === 'clockMissed'
      ? [`${e.data.clock} ${e.data.level} ${e.data.trueAt} ${e.clocks?.[0]?.startedAt} ${e.clocks?.[0]?.of ?? ''}`]
      : [],
  );
  expect([said, new Set(fired).size]).toEqual([said, fired.length]);
  // Merged it waits for the result of the one that is handled; an answer waits to be read (IN-11).
  const toBeRead = document.state === 'informing' && (document.kind === 'inquiry' || document.kind === 'suggestion');
  if (document.open && document.state !== 'merged') {
    expect([said, document.dutyKeys.length > 0 || toBeRead]).toEqual([said, true]);
    expect([said, complaint.clocks.some((c) => c.stoppedAt === undefined)]).toEqual([said, true]);
  }
};

/** No refusals but faults: a walk must never meet them. */
const FAULTS: readonly ErrorCode[] = [
  'internal',
  'unavailable',
  'unknownProcedure',
  'badJson',
  'notSignedIn',
  'tooMany',
];

test('[RV-01, CB-10, CK-09, PV-01] whoever sends what, twice, with lost answers, while the timer runs: every document stays lawful', async () => {
  const ids: ComplaintId[] = [];
  const file = async (): Promise<void> => {
    const filer = somebody(chance.pick(['wang', 'li']));
    const { id } = await filer.person.as('fileComplaint', {
      commandId: newCommandId() as CommandId,
      kind: 'complaint',
      description: `第 ${ids.length + 1} 件：这件事我也说不清楚该找谁`,
      homeId: homeOf(filer.person),
      place: {},
    });
    ids.push(id);
  };
  for (let i = 0; i < 3; i += 1) await file();

  const sent: Sent[] = [];
  const seen = { done: 0, refused: 0, repeated: 0, lost: 0, runs: 0, states: new Set<string>() };
  for (let step = 0; step < STEPS; step += 1) {
    if (chance.holds(0.5)) pass(chance.between(1, 50));
    else if (chance.holds(0.03)) pass(chance.between(1500, 3000));
    if (chance.holds(0.12)) {
      await world.runClock();
      seen.runs += 1;
      continue;
    }
    const id = ids[chance.between(Math.max(0, ids.length - 3), ids.length - 1)] ?? ids[0];
    if (id === undefined) break;
    const before = await documentOf(id);
    seen.states.add(before.state);
    if (before.state === 'withdrawn' || (before.state === 'closed' && chance.holds(0.3))) {
      await file();
      continue;
    }

    // Again what was sent before: the same answer, and nothing more in the document.
    const earlier = sent.filter((s) => s.input.complaintId === id);
    const again = oneOf(earlier);
    if (again !== undefined && chance.holds(0.12)) {
      const said = `${again.by.person.key} sends ${again.name} again (SEED ${SEED}, step ${step})`;
      expect([said, (await answerTo(again))?.code ?? 'done']).toEqual([said, 'done']);
      expect([said, (await documentOf(id)).events]).toEqual([said, before.events]);
      seen.repeated += 1;
      continue;
    }

    // Mostly somebody who has something to do and does it, sometimes anybody tries anything.
    const sensible = chance.holds(0.75);
    const holders = everybody.filter(
      ({ actor }) =>
        before.dutyKeys.includes(`person:${actor.id}`) ||
        actor.posts.some((p) =>
          before.dutyKeys.some(
            (key) =>
              key.startsWith(`${p.role}@`) && [p.estateId, p.departmentId, '*'].includes(key.split('@')[1] as never),
          ),
        ),
    );
    const by = (sensible && chance.holds(0.9) ? oneOf(holders) : undefined) ?? oneOf(everybody) ?? somebody('wang');
    const view = await by.person.as('getComplaint', { id }).catch((thrown: unknown) => {
      if (thrown instanceof Refusal && thrown.code === 'notFound') return null;
      throw thrown;
    });
    // Whoever may not know of it is told so, and by the rulebook has no part in it.
    const may = mayByTheRulebook('any', by.actor, before.events);
    expect([by.person.key, view !== null]).toEqual([by.person.key, may]);
    const lively: CommandName[] = view?.actions.filter((name) => name !== 'withdraw' && name !== 'addNote') ?? [];
    const first = dutiesOf(fromDocument(before))[0]?.command;
    const name =
      sensible && lively.length > 0
        ? first !== undefined && lively.includes(first) && chance.holds(0.7)
          ? first
          : (oneOf(lively) ?? 'addNote')
        : (oneOf(COMMAND_NAMES) ?? 'addNote');
    const commandId = newCommandId() as CommandId;
    const order: Sent = {
      by,
      name,
      input: { ...anyInput(name, chance, choices(view, before)), complaintId: id, commandId },
    };
    const said = `${by.person.key} ${name} in ${before.state} (SEED ${SEED}, step ${step})`;

    // Now and then the answer is lost after the write; the phone sends the same again, like after a dead spot.
    const loses = chance.holds(0.1);
    if (loses) {
      world.cloud.faults.set({ dropAnswers: 1, dropAnswersOf: 'complaints' });
      await answerTo(order);
      world.cloud.faults.reset();
      seen.lost += 1;
    }
    const refusal = await answerTo(order);
    const after = await documentOf(id);
    expect([said, after.events.slice(0, before.events.length)]).toEqual([said, before.events]);
    const added = after.events.slice(before.events.length);
    if (refusal === null) {
      const own = added.filter((e) => e.commandId.endsWith(`.${commandId}`));
      if (own.length > 0) {
        expect([said, mayByTheRulebook(name, by.actor, before.events)]).toEqual([said, true]);
        // One command, its events together, once.
        const runs = added.filter(
          (e, i) => e.commandId === own[0]?.commandId && added[i - 1]?.commandId !== e.commandId,
        );
        expect([said, runs.length]).toEqual([said, 1]);
        sent.push(order);
      }
      seen.done += 1;
    } else {
      expect([said, refusal.code, FAULTS.includes(refusal.code)]).toEqual([said, refusal.code, false]);
      expect([said, added.filter((e) => e.commandId.endsWith(`.${commandId}`))]).toEqual([said, []]);
      if (view === null && refusal.code !== 'badInput') expect([said, refusal.code]).toEqual([said, 'notFound']);
      seen.refused += 1;
    }
    checkDocument(said, after);
    if (after.incidentId !== null) incidents.add(after.incidentId);
  }

  // The same id with other words is no repetition, and changes nothing.
  const last = [...sent]
    .reverse()
    .find((s) => s.name === 'addNote' || s.name === 'reportProgress' || s.name === 'addWords');
  if (last !== undefined) {
    const before = await documentOf(last.input.complaintId);
    const refusal = await answerTo({ ...last, input: { ...last.input, text: '完全是另外一句话' } });
    expect(refusal?.code).toBe('alreadyDone');
    expect((await documentOf(last.input.complaintId)).events).toEqual(before.events);
  }

  // When the timer has come round, nothing is left unsettled and no message was written twice.
  pass(5);
  await world.runClock();
  pass(5);
  await world.runClock();
  for (const id of ids) {
    const document = await documentOf(id);
    checkDocument(`in the end ${id}`, document);
    expect([id, document.unsettledSince, document.settledEvents]).toEqual([id, null, document.events.length]);
  }
  // Whoever waits for an incident's result waits for one that somebody handles; each incident knows exactly its own.
  const documents = await Promise.all(ids.map(documentOf));
  for (const id of incidents) {
    const incident = await world.database.get<IncidentDocument>('incidents', id);
    const own = documents.filter(({ incidentId }) => incidentId === id);
    expect([id, incident?.complaints, incident?.unsettledSince]).toEqual([id, own.length, null]);
    const waiting = own.filter(({ state }) => state === 'merged');
    const lead = own.find(({ _id }) => _id === incident?.leadId);
    if (waiting.length > 0)
      expect([id, incident?.state, lead?.open, lead?.state === 'merged']).toEqual([id, 'open', true, false]);
  }
  expect(seen.done).toBeGreaterThan(50);
  expect(seen.refused).toBeGreaterThan(20);
  expect([seen.repeated > 5, seen.lost > 5, seen.runs > 10]).toEqual([true, true, true]);
  expect(seen.states.size).toBeGreaterThan(5);
}, 900_000);
