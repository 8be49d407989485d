/** The callback draw (CB-01): the share holds at every moment, everyone can recompute it, nobody is favoured. */
import { auditLedger, type DrawLedger, drawNext } from '../../domain/callback/draw';
import { lottery } from '../../cloudfunctions/platform/lottery';
import type { ComplaintId, EstateId } from '../../types/ids';

const AT = '2026-11-20T02:00:00.000Z';
const empty = (seed: string): DrawLedger => ({
  estateId: 'e' as EstateId,
  month: '2026-11',
  seed,
  share: 0.6,
  entries: [],
});
const filled = (seed: string, n: number): DrawLedger => {
  let ledger = empty(seed);
  for (let i = 0; i < n; i += 1) ledger = drawNext(ledger, `c${i}` as ComplaintId, 1, AT, lottery).ledger;
  return ledger;
};

describe('[CB-01] the callback draw', () => {
  test('at every moment of the month at least 60 % are drawn', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      let drawn = 0;
      filled(seed, 200).entries.forEach((entry, i) => {
        if (entry.drawn) drawn += 1;
        expect(drawn / (i + 1)).toBeGreaterThanOrEqual(0.6);
      });
    }
  });

  test('not everybody is drawn', () => {
    const share = filled('x', 500).entries.filter((e) => e.drawn).length / 500;
    expect(share).toBeLessThan(0.75);
  });

  test('the same round of a complaint is drawn once, a later round anew', () => {
    const once = filled('s', 3);
    const again = drawNext(once, 'c1' as ComplaintId, 1, AT, lottery);
    expect(again.ledger).toBe(once);
    expect(again.entry).toEqual(once.entries[1]);
    expect(drawNext(once, 'c1' as ComplaintId, 2, AT, lottery).ledger.entries).toHaveLength(4);
  });

  test('an auditor finds a draw that was changed', () => {
    const ledger = filled('s', 50);
    expect(auditLedger(ledger, lottery)).toEqual([]);
    const steered = ledger.entries.map((e) => (e.position === 7 ? { ...e, drawn: !e.drawn } : e));
    expect(auditLedger({ ...ledger, entries: steered }, lottery)).toContain(7);
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
