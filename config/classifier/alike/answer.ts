/** What `alike` answers: for each row the earlier ones that read alike, found by the same keys as in the database. */
import { ALIKE_FROM, alikeness, placeInDoubt } from '../../../domain/incident/alike';
import { entryKeys, questionKeys } from '../../../domain/incident/alike-index';
import type { Matter } from '../../../domain/incident/matter';
import { type AlikeAsked, matterOfRow } from './pairs';

export interface Answered {
  id: AlikeAsked['id'];
  alike: { id: AlikeAsked['id']; score: number }[];
}

interface Kept {
  row: AlikeAsked;
  matter: Matter;
}

const sameEstate = (a: AlikeAsked, b: AlikeAsked): boolean =>
  a.estate == null || b.estate == null || a.estate.trim() === b.estate.trim();

/** In the order of the rows; each row only with earlier ones, the most alike first. */
export const answersTo = (rows: readonly AlikeAsked[]): Answered[] => {
  const index = new Map<string, number[]>();
  const kept: Kept[] = [];
  return rows.map((row, at) => {
    const matter = matterOfRow(row);
    const candidates = new Set(questionKeys(matter).flatMap((key) => index.get(key) ?? []));
    const alike = [...candidates].flatMap((candidate) => {
      const other = kept[candidate];
      if (other === undefined || !sameEstate(row, other.row)) return [];
      const score = placeInDoubt(matter, other.matter) ? 0 : alikeness(matter, other.matter);
      return score >= ALIKE_FROM ? [{ id: other.row.id, score: Math.round(score * 1000) / 1000, at: candidate }] : [];
    });
    kept.push({ row, matter });
    for (const key of entryKeys(matter)) index.set(key, [...(index.get(key) ?? []), at]);
    return {
      id: row.id,
      alike: alike.sort((a, b) => b.score - a.score || a.at - b.at).map(({ id, score }) => ({ id, score })),
    };
  });
};
