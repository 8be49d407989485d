/** Finds the words that led the classifier to its proposal in the resident's own text. */

export interface Piece {
  text: string;
  marked: boolean;
}

/** The text cut into pieces, in order; pieces that are one of the words are marked, overlapping words become one piece. */
export const markWords = (text: string, words: readonly string[]): Piece[] => {
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of new Set(words.map((w) => w.trim()).filter((w) => w !== ''))) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) hit.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  for (let i = 0; i < text.length; ) {
    const marked = hit[i] === true;
    let end = i + 1;
    while (end < text.length && (hit[end] === true) === marked) end += 1;
    pieces.push({ text: text.slice(i, end), marked });
    i = end;
  }
  return pieces;
};
