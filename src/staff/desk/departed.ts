/** Which duties left the list since it was last looked at, so that a row never vanishes without a word. */
import type { ComplaintCard } from '../../../types/views';

/**
 * Cards that stood in the list and don't any more. Those the person dealt with themself (`doneByMe`, complaint ids) are
 * left out: they know. Empty when the newer list may simply not reach as far down (`complete` false and the card was last).
 */
export const departed = (
  before: readonly ComplaintCard[],
  after: readonly ComplaintCard[],
  doneByMe: ReadonlySet<string>,
  complete: boolean,
): ComplaintCard[] => {
  const still = new Set(after.map((card) => card.id));
  const reach = complete ? null : (after.at(-1)?.due?.dueAt ?? null);
  return before.filter((card) => {
    if (still.has(card.id) || doneByMe.has(card.id)) return false;
    return complete || (reach !== null && card.due !== null && card.due.dueAt < reach);
  });
};

/** The quiet line that says so, e.g. “SH-CH-2611-0007 已由同事处理”. */
export const departedText = (gone: readonly ComplaintCard[]): string => {
  const [first] = gone;
  if (!first) return '';
  return gone.length === 1 ? `${first.number} 已由同事处理` : `${first.number} 等 ${gone.length} 件已由同事处理`;
};
