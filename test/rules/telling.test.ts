/** Whom an event reaches by name, each of them once (IN-08, MS-01). */
import { COMPLAINT_TELLING } from '../../cloudfunctions/features/complaint/complaint-messages';
import { messagesTo } from '../../cloudfunctions/features/lifecycle/messages';
import type { Complaint } from '../../domain/complaint/complaint';
import { complaintOf } from '../../domain/complaint/evolve';
import { calendarOf } from '../../domain/clock/calendar';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import type { PersonId } from '../../types/ids';
import type { ClockKind, State } from '../../types/vocabulary';
import {
  aComplaint,
  engineering,
  estate,
  generalManager,
  handler,
  head,
  manager,
  receptionist,
  resident,
  supervisor,
  type Story,
} from '../support/a-complaint';

const messages = (subject: Complaint, people: ReadonlyMap<string, readonly PersonId[]>) => {
  const event = subject.events.at(-1);
  if (event === undefined) throw new Error('nothing happened');
  const context = { calendar: calendarOf(DEFAULT_POLICY), estate };
  return messagesTo(COMPLAINT_TELLING, [{ before: null, subject, event }], context, people);
};

/** Who hears of the last event, as often as they hear of it. */
const told = ({ complaint }: Story, heads: readonly PersonId[] = [head.id]): PersonId[] =>
  messages(
    complaint,
    new Map([
      ['receptionist@estate-1', [receptionist.id]],
      [`departmentHead@${engineering}`, heads],
    ]),
  ).map(({ to }) => to);

test.each<[State, PersonId[]]>([
  ['registered', [receptionist.id]],
  ['dispatched', [head.id]],
  ['handling', [handler.id, head.id]],
  ['reviewing', [handler.id, head.id, receptionist.id]],
])('[IN-08] urging while it is %s reaches handler, head and whoever must act, each once', (state, whom) => {
  expect(told(aComplaint().inState(state).later(1).by(resident).does('urge'))).toEqual(whom);
});

test('[IN-08] who is handler and head in one hears of it once', () => {
  expect(told(aComplaint().inState('handling').later(1).by(resident).does('urge'), [handler.id])).toEqual([handler.id]);
});

/** The complaint as it was right after its clock was missed by this level. */
function missed(state: State, clock: ClockKind, level: number): Complaint {
  const story = aComplaint()
    .inState(state)
    .later(60 * 24 * 60)
    .clockRuns();
  const { events } = story.complaint;
  const at = events.findIndex(
    ({ type, data }) => type === 'clockMissed' && 'level' in data && data.clock === clock && data.level === level,
  );
  if (at < 0) throw new Error(`${clock} was not missed by ${level}`);
  return complaintOf(events.slice(0, at + 1));
}

const POSTS: ReadonlyMap<string, readonly PersonId[]> = new Map([
  ['receptionist@estate-1', [receptionist.id]],
  ['supervisor@estate-1', [supervisor.id]],
  ['manager@estate-1', [manager.id]],
  ['generalManager@*', [generalManager.id]],
  [`departmentHead@${engineering}`, [head.id]],
]);

test.each<[State, ClockKind, number, [string, PersonId][]]>([
  // The supervisor is one of the desk's people and the next above them.
  [
    'registered',
    'dispatch',
    1,
    [
      ['overdue', receptionist.id],
      ['escalation', supervisor.id],
    ],
  ],
  [
    'registered',
    'dispatch',
    2,
    [
      ['overdue', receptionist.id],
      ['overdue', supervisor.id],
      ['escalation', manager.id],
    ],
  ],
  [
    'informing',
    'inform',
    1,
    [
      ['overdue', receptionist.id],
      ['escalation', supervisor.id],
    ],
  ],
  [
    'handling',
    'plan',
    1,
    [
      ['overdue', handler.id],
      ['escalation', head.id],
    ],
  ],
])(
  '[CK-02, MS-01] %s: “%s” missed by level %d is told to each person once, as what is graver',
  (state, clock, level, all) => {
    expect(messages(missed(state, clock, level), POSTS).map(({ template, to }) => [template, to])).toEqual(all);
  },
);
