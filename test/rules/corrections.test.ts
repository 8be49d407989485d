/** What people correct of a proposal (RG-03): kept as it stands, followed by almost identical texts, never by others. */
import {
  correctionFor,
  FOLLOWED_FROM,
  followingCorrection,
  type KnownCorrection,
} from '../../domain/classify/correction';
import { hashedGramsOf, likeness } from '../../domain/classify/hashed-grams';
import { correctionOf } from '../../domain/complaint/correction-of';
import type { CommandInput } from '../../types/commands';
import { aComplaint, aProposal, engineering, head, order, receptionist, resident } from '../support/a-complaint';

const decision = (changes: Partial<CommandInput<'dispatch'>> = {}): CommandInput<'dispatch'> => ({
  kind: 'complaint',
  category: 'lift',
  responsibility: 'own',
  departmentId: engineering,
  ...changes,
});

describe('what counts as a correction', () => {
  test('[RG-03] dispatched as proposed nothing is corrected', () => {
    expect(correctionOf(aComplaint().by(receptionist).does('dispatch', decision()).complaint)).toBeNull();
  });

  test('[RG-03] only what differs from the proposal is corrected; all that was decided is kept beside it', () => {
    const story = aComplaint()
      .later(5)
      .by(receptionist)
      .does('dispatch', decision({ category: 'noise' }));
    expect(correctionOf(story.complaint)).toEqual({
      at: '2026-11-20T02:05:00.000Z',
      corrected: { category: 'noise' },
      decided: { kind: 'complaint', category: 'noise', responsibility: 'own' },
      proposed: { kind: 'complaint', category: 'lift', responsibility: 'own' },
    });
  });

  test('[RG-03] what goes out by itself is nobody’s correction', () => {
    const sure = aProposal({ category: { value: 'lift', confidence: 0.95, runnerUp: 'facility' } });
    const story = aComplaint({ proposal: sure });
    expect(story.complaint.state).toBe('dispatched');
    expect(correctionOf(story.complaint)).toBeNull();
  });

  test('[RG-03] the last decision counts: dispatched anew as proposed, the correction is undone', () => {
    const story = aComplaint()
      .by(receptionist)
      .does('dispatch', decision({ category: 'noise', departmentId: engineering }));
    story.by(head).does('returnToDesk', { reason: '就是电梯的事' });
    story.by(receptionist).does('dispatch', decision({ departmentId: order }));
    expect(correctionOf(story.complaint)).toBeNull();
  });

  test('[RG-03] a withdrawn complaint teaches nothing', () => {
    const story = aComplaint()
      .by(receptionist)
      .does('dispatch', decision({ category: 'noise' }));
    expect(correctionOf(story.complaint)).not.toBeNull();
    story.by(resident).does('withdraw', { reason: '写错了' });
    expect(correctionOf(story.complaint)).toBeNull();
  });
});

describe('an almost identical text follows', () => {
  const known = (text: string, labels: KnownCorrection['labels'], day = '01'): KnownCorrection => ({
    at: `2026-11-${day}T02:00:00.000Z`,
    grams: hashedGramsOf(text),
    labels,
  });
  const FIRST = '架空层的乒乓球台晚上十点还有人打，砰砰响';
  const AGAIN = '架空层乒乓球台晚上十点多还有人在打，砰砰响个不停';
  const grams = hashedGramsOf(AGAIN);

  test('[RG-03] it gets what was corrected, with the day of the correction, and the model’s word as second', () => {
    const correction = correctionFor(grams, [known(FIRST, { category: 'noise' })]);
    expect(followingCorrection(aProposal(), correction)).toMatchObject({
      category: { value: 'noise', confidence: 0.9, runnerUp: 'lift' },
      kind: aProposal().kind,
      responsibility: aProposal().responsibility,
      correctedAt: '2026-11-01T02:00:00.000Z',
    });
  });

  test.each([['架空层的灯坏了，晚上看不见'], ['电梯又停了，老人下不来'], ['晚上十点以后请不要施工']])(
    '[RG-03] “%s” is another matter and follows nothing',
    (text) => {
      expect(likeness(hashedGramsOf(text), hashedGramsOf(FIRST)).cosine).toBeLessThan(FOLLOWED_FROM);
      expect(correctionFor(hashedGramsOf(text), [known(FIRST, { category: 'noise' })])).toBeUndefined();
    },
  );

  test('[RG-03] a later contrary correction wins, however close the earlier one is', () => {
    const earlier = known(AGAIN, { category: 'noise' }, '01');
    const later = known(FIRST, { category: 'facility' }, '09');
    for (const all of [
      [earlier, later],
      [later, earlier],
    ])
      expect(correctionFor(grams, all)?.labels).toEqual({ category: 'facility' });
  });

  test('[RG-03] without a correction the proposal stays as it is', () => {
    expect(followingCorrection(aProposal(), correctionFor(grams, []))).toEqual(aProposal());
  });
});
