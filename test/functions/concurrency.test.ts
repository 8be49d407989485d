/** Two people act on one complaint at the same moment, and the timer runs: one wins, the other is told why, nothing is lost. */
import {
  type ComplaintDocument,
  fromDocument,
  projectionOf,
} from '../../cloudfunctions/features/complaint/complaint-document';
import { Chance } from '../../localcloud/seed/chance';
import type { CommandName } from '../../types/commands';
import { Refusal } from '../../types/errors';
import type { CommandId, ComplaintId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import type { State } from '../../types/vocabulary';
import { CUIHU, homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';

const ROUNDS = 50;
const FRIDAY_10 = '2026-11-20T02:00:00.000Z';
const STAFF = ['receptionist', 'supervisor', 'head', 'handler', 'patrol', 'manager', 'generalManager'] as const;
type Who = (typeof STAFF)[number] | 'resident';

let world: TestCloud;
let people: Record<Who, TestPerson>;
let engineering: string;
let handlerId: string;
let now = Date.parse(FRIDAY_10);

beforeAll(async () => {
  world = await startTestCloud();
  world.at(FRIDAY_10);
  people = { resident: await world.resident('wang') } as Record<Who, TestPerson>;
  for (const key of STAFF) people[key] = await world.staff(key);
}, 240_000);
afterAll(() => world?.close());

const later = (minutes: number): void => {
  now += minutes * 60_000;
  world.at(new Date(now).toISOString());
};
const tomorrow = (): string => new Date(now + 86_400_000).toISOString();
const see = (who: Who, id: ComplaintId): Promise<ComplaintView> => people[who].as('getComplaint', { id });

interface Try {
  who: Who;
  name: CommandName;
  input: Record<string, unknown>;
}
const tries = (who: Who, name: CommandName, input: Record<string, unknown> = {}): Try => ({ who, name, input });
const dispatch = (who: Who, category: string): Try =>
  tries(who, 'dispatch', {
    kind: 'complaint',
    category,
    responsibility: 'own',
    departmentId: engineering,
    note: '请处理',
  });
const investigate = (who: Who): Try =>
  tries(who, 'recordInvestigation', { findings: `${who} 看过现场`, valid: true, responsibility: 'own' });
const plan = (who: Who): Try => tries(who, 'writePlan', { measures: `${who} 的方案`, expectedAt: tomorrow() });
const complete = (who: Who): Try =>
  tries(who, 'complete', {
    outcome: 'fixed',
    result: `${who} 已修好`,
    noPhotoReason: '现场无需拍照',
    noSignatureReason: '住户不在场',
  });
const withdraw = (): Try => tries('resident', 'withdraw', { reason: '自己解决了' });
const note = (who: Who): Try => tries(who, 'addNote', { text: `${who} 的备注` });

/** Pairs that exclude each other: whoever comes second finds that it has gone on. */
const rivals = (view: ComplaintView): (readonly [Try, Try])[] => {
  const reached = { form: 'visit', reached: true, satisfaction: 5, wantsFollowUp: false };
  switch (view.state) {
    case 'registered':
      return [
        [dispatch('receptionist', 'lift'), dispatch('supervisor', 'noise')],
        [dispatch('receptionist', 'lift'), withdraw()],
      ];
    case 'dispatched':
      return [
        [tries('head', 'signFor', { handlerId }), tries('head', 'returnToDesk', { reason: '不是我们的' })],
        [tries('head', 'signFor', { handlerId }), tries('head', 'signFor', { handlerId })],
        [tries('head', 'signFor', { handlerId }), withdraw()],
      ];
    case 'investigating':
      if (view.actions.includes('signPlan'))
        return [[tries('manager', 'signPlan'), tries('generalManager', 'returnPlan', { reason: '再想想' })]];
      return view.investigation === null
        ? [[investigate('handler'), investigate('head')]]
        : [[plan('handler'), plan('head')]];
    case 'handling':
      return [
        [complete('handler'), complete('head')],
        [complete('handler'), withdraw()],
        [complete('head'), tries('handler', 'postpone', { reason: '等配件', expectedAt: tomorrow() })],
      ];
    case 'reviewing':
      return [
        [tries('receptionist', 'passReview'), tries('supervisor', 'sendBack', { reason: '没修好' })],
        [tries('receptionist', 'passReview'), tries('supervisor', 'passReview')],
      ];
    case 'informing':
      return [
        [
          tries('receptionist', 'informResident', { how: 'phone' }),
          tries('supervisor', 'informResident', { how: 'phone' }),
        ],
        [tries('receptionist', 'informResident', { how: 'phone' }), tries('resident', 'reopen', { why: '还是不行' })],
      ];
    case 'callback':
      if (view.callback?.form === 'survey')
        return [
          [
            tries('resident', 'answerSurvey', { solved: true, satisfaction: 5, wantsFollowUp: false }),
            tries('supervisor', 'reopen', { why: '住户来电说没好' }),
          ],
        ];
      return [
        [
          tries('patrol', 'recordCallback', { ...reached, solved: true }),
          tries('supervisor', 'recordCallback', { ...reached, solved: false }),
        ],
      ];
    default:
      return [];
  }
};

/** Pairs that have nothing to do with each other: both stand afterwards. */
const neighbours = (): (readonly [Try, Try])[] => [
  [note('receptionist'), note('supervisor')],
  [note('handler'), tries('resident', 'addWords', { text: '又响了一次' })],
];

const documentOf = async (id: ComplaintId): Promise<ComplaintDocument> => {
  const found = await world.database.get<ComplaintDocument>('complaints', id);
  if (found === null) throw new Error(`no complaint ${id}`);
  return found;
};

/** Both at once, and the timer if wanted; what became of each. */
async function race(view: ComplaintView, pair: readonly [Try, Try], withTimer: boolean) {
  const before = await documentOf(view.id);
  const acts = pair.map((act) => ({ ...act, commandId: newCommandId() as CommandId }));
  const [answers] = await Promise.all([
    Promise.all(
      acts.map(({ who, name, input, commandId }) =>
        people[who]
          .as(name, { ...input, complaintId: view.id, version: before.version, commandId } as unknown as InputOf<
            typeof name
          >)
          .then(
            () => null,
            (thrown: unknown) => {
              if (thrown instanceof Refusal) return thrown;
              throw thrown;
            },
          ),
      ),
    ),
    withTimer ? world.runClock() : null,
  ]);
  const after = await documentOf(view.id);
  const said = `${view.state}: ${pair.map((p) => `${p.who} ${p.name}`).join(' / ')} → ${answers.map((a) => a?.code ?? 'done').join(' / ')}`;

  // Whoever was told “done” stands in the events once, whoever was refused doesn't.
  acts.forEach(({ commandId }, i) => {
    const runs = after.events.filter(
      (e, at) => e.commandId.endsWith(`.${commandId}`) && after.events[at - 1]?.commandId !== e.commandId,
    );
    expect([said, runs.length]).toEqual([said, answers[i] === null ? 1 : 0]);
  });
  // Nothing that stood before is gone, versions and projection are those of the events.
  expect([said, after.events.slice(0, before.events.length)]).toEqual([said, before.events]);
  const replayed = fromDocument(after);
  expect([said, after.version]).toEqual([said, replayed.version]);
  expect([said, after]).toEqual([said, expect.objectContaining(JSON.parse(JSON.stringify(projectionOf(replayed))))]);
  expect(new Set(after.events.map((e) => e.id)).size).toBe(after.events.length);
  const fired = after.events.flatMap((e) =>
    e.type === 'clockWarned' || e.type === 'clockMissed'
      ? [`${e.data.clock} ${e.data.level} ${e.data.trueAt} ${e.clocks?.[0]?.startedAt} ${e.clocks?.[0]?.of ?? ''}`]
      : [],
  );
  expect([said, new Set(fired).size]).toEqual([said, fired.length]);
  return { said, answers };
}

const CLEAR: readonly string[] = ['changedMeanwhile', 'notInThisState', 'notAllowed', 'ownWork'];

describe('two people at once on one complaint', () => {
  test('one wins, the other gets a clear answer, and no update is lost: 50 rounds, the timer among them', async () => {
    const chance = new Chance(20_261_121);
    const states = new Set<State>();
    let rounds = 0;
    let told = 0;
    for (let life = 0; rounds < ROUNDS; life += 1) {
      const { id } = await people.resident.as('fileComplaint', {
        commandId: newCommandId() as CommandId,
        kind: 'complaint',
        description: `第 ${life + 1} 件：这件事我也说不清楚该找谁`,
        homeId: homeOf(people.resident),
        place: {},
      });
      const view = await see('supervisor', id);
      engineering = view.choices.departments.find((d) => d.name === '工程维修部')?.id ?? CUIHU;
      if (view.state === 'registered' && life === 0) {
        // Who can be named is known once the department has it.
        const act = dispatch('receptionist', 'lift');
        await people.receptionist.as('dispatch', {
          ...act.input,
          complaintId: id,
          commandId: newCommandId(),
        } as unknown as InputOf<'dispatch'>);
      }
      handlerId ??= (await see('head', id)).choices.handlers.find((h) => h.name === '陈涛')?.id ?? '';
      for (let step = 0; step < 14 && rounds < ROUNDS; step += 1) {
        later(chance.between(1, 40));
        const seen = await see(step % 2 === 0 ? 'manager' : 'supervisor', id);
        const excluding = rivals(seen);
        const exclusive = excluding.length > 0 && chance.holds(0.85);
        const pairs = exclusive ? excluding : seen.state === 'closed' || seen.state === 'withdrawn' ? [] : neighbours();
        const pair = pairs[chance.between(0, pairs.length - 1)];
        if (pair === undefined) break;
        const { said, answers } = await race(seen, pair, chance.holds(0.5));
        rounds += 1;
        states.add(seen.state);
        const refused = answers.filter((a) => a !== null);
        if (exclusive) expect([said, refused.length]).toEqual([said, 1]);
        for (const refusal of refused) {
          told += 1;
          expect([said, CLEAR.includes(refusal.code), refusal.message.length > 5]).toEqual([said, true, true]);
        }
      }
    }
    expect(rounds).toBe(ROUNDS);
    expect(told).toBeGreaterThan(25);
    expect(states.size).toBeGreaterThan(5);
  }, 900_000);

  test('the same act sent twice at the same moment is one act with the same answer', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { id } = await people.resident.as('fileComplaint', {
        commandId: newCommandId() as CommandId,
        kind: 'complaint',
        description: `双击 ${i}：这件事我也说不清楚该找谁`,
        homeId: homeOf(people.resident),
        place: {},
      });
      const act = { complaintId: id, commandId: newCommandId() as CommandId, text: '楼道里也听得到' };
      const both = await Promise.all([people.resident.as('addWords', act), people.resident.as('addWords', act)]);
      expect(both[0]?.timeline.filter((e) => e.type === 'wordsAdded')).toHaveLength(1);
      expect((await documentOf(id)).events.filter((e) => e.type === 'wordsAdded')).toHaveLength(1);
    }
  }, 240_000);
});
