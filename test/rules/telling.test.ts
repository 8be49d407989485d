/** Whom an event reaches by name, each of them once (IN-08, MS-01). */
import { COMPLAINT_TELLING } from '../../cloudfunctions/features/complaint/complaint-messages';
import { messagesTo } from '../../cloudfunctions/features/lifecycle/messages';
import { calendarOf } from '../../domain/clock/calendar';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import type { PersonId } from '../../types/ids';
import type { State } from '../../types/vocabulary';
import {
  aComplaint,
  engineering,
  estate,
  handler,
  head,
  receptionist,
  resident,
  type Story,
} from '../support/a-complaint';

/** Who hears of the last event, as often as they hear of it. */
function told(story: Story, heads: readonly PersonId[] = [head.id]): PersonId[] {
  const event = story.complaint.events.at(-1);
  if (event === undefined) throw new Error('nothing happened');
  const people = new Map<string, readonly PersonId[]>([
    ['receptionist@estate-1', [receptionist.id]],
    [`departmentHead@${engineering}`, heads],
  ]);
  const context = { calendar: calendarOf(DEFAULT_POLICY), estate };
  return messagesTo(COMPLAINT_TELLING, [{ before: null, subject: story.complaint, event }], context, people).map(
    ({ to }) => to,
  );
}

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
