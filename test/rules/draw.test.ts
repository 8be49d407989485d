/** The callback draw (CB-01): the share holds at every moment, everyone can recompute it, nobody is favoured. */
import fc from 'fast-check';
import { auditMonth, plannedByLot } from '../../domain/callback/audit-draw';
import { type DrawLedger, drawNext, leastDrawn, type Lottery } from '../../domain/callback/draw';
import { mayBeSurveyed } from '../../domain/callback/plan-callback';
import { lottery } from '../../cloudfunctions/platform/lottery';
import { DEFAULT_POLICY } from '../../domain/policy/defaults';
import type { ComplaintId, EstateId } from '../../types/ids';
import { aComplaint, FRIDAY_10, patrol, withSignal } from '../support/a-complaint';
import { SEED } from '../support/any-calendar';

const empty = (seed: string): DrawLedger => ({ estateId: 'e' as EstateId, month: '2026-11', seed, entries: [] });

/** A month of so many complaints, each drawn under its own share. */
const monthOf = (seed: string, shares: readonly number[], by: Lottery = lottery): DrawLedger =>
  shares.reduce(
    (ledger, share, i) =>
      drawNext(
        ledger,
        { complaintId: `c${i}` as ComplaintId, round: 1, share, policyVersion: `1.${share}`, at: FRIDAY_10 },
        by,
      ).ledger,
    empty(seed),
  );
/** In these months a version says its share. */
const shareOf = (version: string): number => Number(version.slice(2));
const filled = (seed: string, n: number): DrawLedger => monthOf(seed, Array<number>(n).fill(0.6));
/** The share drawn among the first so many. */
const shareAfter = (ledger: DrawLedger, n: number): number =>
  ledger.entries.slice(0, n).filter((e) => e.drawn).length / n;

const anySeed = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const anyShare = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

describe('[CB-01] the callback draw', () => {
  test('at every moment of any month the drawn share is at least the policy’s', () => {
    fc.assert(
      fc.property(anySeed, anyShare, fc.integer({ min: 1, max: 200 }), (seed, share, n) => {
        const ledger = monthOf(seed, Array<number>(n).fill(share));
        ledger.entries.forEach((_, i) => {
          expect(shareAfter(ledger, i + 1)).toBeGreaterThanOrEqual(share - 1e-9);
        });
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('a share changed in mid-month holds for the month as a whole: at once when lowered, as fast as possible when raised', () => {
    const parts = fc.array(fc.tuple(anyShare, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anySeed, parts, (seed, changes) => {
        const shares = changes.flatMap(([share, n]) => Array<number>(n).fill(share));
        const ledger = monthOf(seed, shares);
        shares.forEach((share, i) => {
          // Either it holds, or it can't yet and this one was certain to be drawn.
          if (shareAfter(ledger, i + 1) < share - 1e-9) expect(ledger.entries[i]?.drawn).toBe(true);
        });
        expect(auditMonth(ledger, [], shareOf, lottery).differences).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('not everybody is drawn', () => {
    expect(shareAfter(filled('x', 500), 500)).toBeLessThan(0.75);
  });

  test('the same round of a complaint is drawn once, a later round anew', () => {
    const once = filled('s', 3);
    const c1 = { complaintId: 'c1' as ComplaintId, share: 0.6, policyVersion: '1.0.6', at: FRIDAY_10 };
    const again = drawNext(once, { ...c1, round: 1 }, lottery);
    expect(again.ledger).toBe(once);
    expect(again.entry).toEqual(once.entries[1]);
    expect(drawNext(once, { ...c1, round: 2 }, lottery).ledger.entries).toHaveLength(4);
  });

  test('who is drawn follows from the seed: other seeds draw others', () => {
    const pattern = (seed: string) =>
      filled(seed, 60)
        .entries.map((e) => (e.drawn ? 1 : 0))
        .join('');
    expect(pattern('s')).toBe(pattern('s'));
    expect(new Set(['1', '2', '3', '4'].map(pattern)).size).toBe(4);
  });
});

describe('[CB-01] an auditor', () => {
  /** What the complaints' events say when nobody has meddled. */
  const plannedOf = (ledger: DrawLedger) =>
    ledger.entries.map(({ complaintId, round, position, drawn, at }) => ({
      complaintId,
      number: `CH-261120-${String(position).padStart(4, '0')}`,
      round,
      position,
      drawn,
      at,
    }));

  test('finds nothing in an honest month', () => {
    const ledger = filled('s', 50);
    const audit = auditMonth(ledger, plannedOf(ledger), shareOf, lottery);
    expect(audit).toMatchObject({ entries: 50, differences: [], remarks: [] });
    expect(audit.share).toBeGreaterThanOrEqual(0.6);
  });

  test('finds whatever was changed: a draw, a position, the seed, an entry taken out or put in, a complaint spared', () => {
    const ledger = filled('s', 50);
    const honest = plannedOf(ledger);
    const flipped = (n: number) => ledger.entries.map((e) => (e.position === n ? { ...e, drawn: !e.drawn } : e));
    const forgeries: readonly [string, DrawLedger, typeof honest][] = [
      ['a draw', { ...ledger, entries: flipped(7) }, honest],
      ['a draw and its complaint', { ...ledger, entries: flipped(7) }, plannedOf({ ...ledger, entries: flipped(7) })],
      ['the seed', { ...ledger, seed: 't' }, honest],
      [
        'the share',
        { ...ledger, entries: ledger.entries.map((e) => (e.position < 40 ? e : { ...e, share: 0 })) },
        honest,
      ],
      ['an entry taken out', { ...ledger, entries: ledger.entries.filter((e) => e.position !== 20) }, honest],
      ['the last one taken out', { ...ledger, entries: ledger.entries.slice(0, -1) }, honest],
      [
        'two exchanged',
        {
          ...ledger,
          entries: ledger.entries.map((e, i) =>
            i < 2 ? { ...e, complaintId: ledger.entries[1 - i]?.complaintId ?? e.complaintId } : e,
          ),
        },
        honest,
      ],
      [
        'one drawn twice',
        {
          ...ledger,
          entries: ledger.entries.map((e, i) => (i === 9 ? { ...e, complaintId: 'c3' as ComplaintId } : e)),
        },
        honest,
      ],
      ['a complaint spared', ledger, honest.map((p) => (p.position === 3 ? { ...p, drawn: !p.drawn } : p))],
    ];
    for (const [what, forged, planned] of forgeries)
      expect([what, auditMonth(forged, planned, shareOf, lottery).differences.length]).not.toEqual([what, 0]);
  });

  test('is told where the share changed, where it is below 60 %, and which lots came to nothing', () => {
    const ledger = monthOf('s', [...Array<number>(10).fill(0.6), ...Array<number>(10).fill(0.5)]);
    const { differences, remarks } = auditMonth(ledger, plannedOf(ledger).slice(0, -1), shareOf, lottery);
    expect(differences).toEqual([]);
    expect(remarks).toEqual([
      '第 11 签起，比例由 60.0% 改为 50.0%',
      '第 11 签起，比例 50.0% 低于 60.0%，请核对制度里写明的理由',
      '第 20 签：c19 第 1 轮 抽签后没有用上（当时另有人处理，或升了级）',
    ]);
  });

  test('reads the lots off the complaints’ own events, each in its round', () => {
    const story = aComplaint().inState('callback');
    expect(plannedByLot(story.complaint.events)).toMatchObject([{ round: 1, position: 1, drawn: true }]);
    expect(plannedByLot(aComplaint({ filing: { keyCustomer: true } }).inState('callback').complaint.events)).toEqual(
      [],
    );
  });
});

describe('[CB-01] nobody is favoured', () => {
  /** Pearson’s chi-square of drawn and not drawn over groups. */
  const chiSquare = (groups: readonly { drawn: number; of: number }[]): number => {
    const all = groups.reduce((sum, g) => ({ drawn: sum.drawn + g.drawn, of: sum.of + g.of }), { drawn: 0, of: 0 });
    const rate = all.drawn / all.of;
    return groups.reduce((sum, { drawn, of }) => {
      const off = (drawn - of * rate) ** 2;
      return sum + off / (of * rate) + off / (of * (1 - rate));
    }, 0);
  };
  /** Above this one in a thousand fair draws goes, by degrees of freedom. */
  const ONE_IN_A_THOUSAND: Record<number, number> = { 4: 18.47, 9: 27.88, 29: 58.3 };

  const MONTHS = 300;
  const PER_MONTH = 80;
  /** Who complains next has nothing to do with the seed: by a lottery of its own. */
  const pick = (what: string, month: number, i: number, of: number): number =>
    Math.floor(lottery(`${SEED}:${what}:${month}:${i}`) * of);

  const drawnBy = (what: string, of: number, by: Lottery = lottery) => {
    const groups = Array.from({ length: of }, () => ({ drawn: 0, of: 0 }));
    for (let month = 0; month < MONTHS; month += 1)
      monthOf(`${SEED}-${month}`, Array<number>(PER_MONTH).fill(0.6), by).entries.forEach((entry, i) => {
        const group = groups[pick(what, month, i, of)];
        if (group === undefined) return;
        group.of += 1;
        if (entry.drawn) group.drawn += 1;
      });
    return chiSquare(groups);
  };

  test.each([
    ['home', 30],
    ['department', 5],
    ['day of the month', 30],
    ['who informed', 10],
  ])('over 24,000 draws each %s is drawn as often as the others', (what, of) => {
    expect(drawnBy(what, of)).toBeLessThan(ONE_IN_A_THOUSAND[of - 1] ?? 0);
  });

  test('the same count finds a draw that spares one department now and then', () => {
    // The lots of department 2 are thrown again one time in six.
    const groups = Array.from({ length: 5 }, () => ({ drawn: 0, of: 0 }));
    for (let month = 0; month < MONTHS; month += 1)
      filled(`${SEED}-${month}`, PER_MONTH).entries.forEach((entry, i) => {
        const department = pick('department', month, i, 5);
        const group = groups[department];
        if (group === undefined) return;
        group.of += 1;
        const spared = department === 2 && pick('again', month, i, 6) === 0;
        if (entry.drawn && !spared) group.drawn += 1;
      });
    expect(chiSquare(groups)).toBeGreaterThan(ONE_IN_A_THOUSAND[4] ?? 0);
  });

  test('at no position of a month is the chance below the share', () => {
    const drawnAt = Array<number>(PER_MONTH).fill(0);
    const months = 600;
    const byLot = { drawn: 0, of: 0 };
    for (let month = 0; month < months; month += 1)
      filled(`${SEED}:${month}`, PER_MONTH).entries.reduce((drawnBefore, entry, i) => {
        const drawn = entry.drawn ? 1 : 0;
        drawnAt[i] = (drawnAt[i] ?? 0) + drawn;
        if (drawnBefore >= leastDrawn(i + 1, 0.6)) {
          byLot.of += 1;
          byLot.drawn += drawn;
        }
        return drawnBefore + drawn;
      }, 0);
    const spread = Math.sqrt((0.6 * 0.4) / months);
    for (const [i, drawn] of drawnAt.entries()) expect([i, drawn / months > 0.6 - 4 * spread]).toEqual([i, true]);
    // Where the floor doesn't decide, the lot does, with the share's chance.
    expect(byLot.drawn / byLot.of).toBeGreaterThan(0.6 - 4 * Math.sqrt((0.6 * 0.4) / byLot.of));
    expect(byLot.drawn / byLot.of).toBeLessThan(0.6 + 4 * Math.sqrt((0.6 * 0.4) / byLot.of));
  });
});

describe('[CB-01] a home is not surveyed more than once in 14 days', () => {
  test('the days count from the last survey that was sent', () => {
    const again = (at: string) => mayBeSurveyed(FRIDAY_10, at, DEFAULT_POLICY);
    expect(mayBeSurveyed(null, FRIDAY_10, DEFAULT_POLICY)).toBe(true);
    expect(again('2026-12-04T01:59:59.999Z')).toBe(false);
    expect(again('2026-12-04T02:00:00.000Z')).toBe(true); // Fri 10:00, 14 days later
    const always = { ...DEFAULT_POLICY, callback: { ...DEFAULT_POLICY.callback, surveyCooldownDays: 0 } };
    expect(mayBeSurveyed(FRIDAY_10, FRIDAY_10, always)).toBe(true);
  });

  test('drawn again it is called back all the same, by phone, and counts in the share', () => {
    const story = aComplaint();
    story.lot = { drawn: true, position: 5, recentlySurveyed: true };
    story.inState('callback');
    expect(story.complaint.callback).toMatchObject({ drawn: true, why: 'recentlySurveyed', form: 'phone' });
    expect(story.all('callbackPlanned')[0]?.data).toMatchObject({ position: 5, surveyUntil: null });
    story.by(patrol).does('recordCallback', { form: 'phone', reached: true, solved: true, satisfaction: 5 });
    expect(story.complaint.closeReason).toBe('satisfied');
  });

  test('who is to be visited is visited, however recently the home was asked', () => {
    for (const beginning of [{ filing: { groupSize: 3 } }, { proposal: withSignal('strong_emotion') }]) {
      const story = aComplaint(beginning);
      story.lot = { drawn: true, position: 5, recentlySurveyed: true };
      expect(story.inState('callback').complaint.callback).toMatchObject({ drawn: true, form: 'visit' });
    }
  });
});
