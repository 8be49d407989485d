/** What holds for the whole of a complaint's life: the resident's own commands, the tables, the timeline (IN-08, PV-01). */
import { possibleCommands } from '../../domain/complaint/decide';
import { dutiesOf } from '../../domain/complaint/duties';
import { complaintOf } from '../../domain/complaint/evolve';
import { commandRow } from '../../domain/complaint/lifecycle';
import { sentenceOf } from '../../domain/complaint/timeline';
import { COMMAND_NAMES } from '../../types/commands';
import { OPEN_STATES, STATES, type State } from '../../types/vocabulary';
import { aComplaint, aProposal, EVERYONE, head, neighbour, patrol, resident } from '../support/a-complaint';

describe('the resident', () => {
  test('[IN-08] urges at most once every four hours', () => {
    const story = aComplaint().inState('handling').by(resident).does('urge');
    expect(story.later(239).refusal('urge').code).toBe('tooSoon');
    expect(story.later(1).tries('urge')).toHaveLength(1);
  });

  test('[IN-08] withdraws with a reason, and every clock stops', () => {
    const story = aComplaint().inState('handling').by(resident).does('withdraw', { reason: '自己修好了' });
    expect(story.complaint.state).toBe('withdrawn');
    expect(story.complaint.clocks.every((c) => c.stoppedAt !== undefined)).toBe(true);
  });

  test('[PV-01] a neighbour may do nothing at all, in any state', () => {
    for (const state of Object.keys(STATES) as State[]) {
      if (['archived', 'merged', 'withdrawn', 'received'].includes(state)) continue;
      expect(possibleCommands(aComplaint().inState(state).complaint, neighbour)).toEqual([]);
    }
  });
});

describe('the table', () => {
  const reachable = [
    'registered',
    'dispatched',
    'investigating',
    'handling',
    'reviewing',
    'informing',
    'callback',
    'closed',
  ] as const;

  test('every open state has a duty that its people may carry out, and a running clock', () => {
    for (const state of OPEN_STATES) {
      const story =
        state === 'received'
          ? aComplaint({ confirmed: false, filing: { firstContact: { personId: patrol.id, name: '刘' } } })
          : aComplaint().inState(state);
      const duties = dutiesOf(story.complaint);
      expect([state, duties.length]).not.toEqual([state, 0]);
      for (const duty of duties)
        expect(EVERYONE.some((person) => possibleCommands(story.complaint, person).includes(duty.command))).toBe(true);
      expect([state, story.complaint.clocks.some((c) => c.stoppedAt === undefined)]).toEqual([state, true]);
    }
  });

  test('a command outside its states or by the wrong person is refused, and the refusal says what is possible', () => {
    for (const state of reachable) {
      const { complaint } = aComplaint().inState(state);
      for (const person of EVERYONE) {
        const possible = possibleCommands(complaint, person);
        for (const name of COMMAND_NAMES.filter((n) => !possible.includes(n))) {
          const row = commandRow(name);
          expect(
            row.who.test(person, complaint) &&
              row.from.includes(complaint.state) &&
              (row.when?.test(complaint) ?? true) &&
              (row.offered?.test(person, complaint) ?? true),
          ).toBe(false);
        }
      }
    }
    const refusal = aComplaint().inState('handling').by(head).refusal('signFor');
    expect(refusal.code).toBe('notInThisState');
    expect(refusal.details).toMatchObject({
      state: 'handling',
      possible: expect.arrayContaining(['complete', 'postpone']),
    });
  });

  test('the state is the sum of the events', () => {
    const story = aComplaint().inState('closed').by(resident).does('reopen', { why: '又坏了' });
    expect(complaintOf(story.complaint.events)).toEqual(story.complaint);
  });

  test('a proposal below the confidence waits, its words are kept', () => {
    const story = aComplaint({
      proposal: aProposal({ category: { value: 'lift', confidence: 0.3, runnerUp: 'noise' } }),
    });
    expect(story.complaint.proposal?.why).toEqual(['电梯']);
    expect(story.complaint.category).toBe('lift');
  });
});

describe('the timeline', () => {
  test('a deadline is said as of today, not as of the day it was written down', () => {
    const story = aComplaint().later(10).clockRuns();
    const missed = story.complaint.events.find((e) => e.type === 'clockMissed');
    if (missed === undefined) throw new Error('nothing was missed');
    const zone = { utcOffsetMinutes: 480 };
    expect(sentenceOf(missed, zone, story.now).detail).toContain('今天 10:10');
    expect(sentenceOf(missed, zone, '2026-12-20T02:00:00.000Z').detail).toContain('11月20日 10:10');
  });
});
