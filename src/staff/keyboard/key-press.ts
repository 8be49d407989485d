/** What a press of a key means, apart from where it is carried out. */

/** A letter after G that comes later is a letter of its own. */
const G_LASTS_MS = 1500;

export interface KeyPress {
  key: string;
  /** Ctrl, Alt or ⌘ is held: that belongs to the browser. */
  withModifier: boolean;
  /** The person is in a field, or the input method is still putting a character together. */
  typing: boolean;
  atMs: number;
}

export type KeyAct = 'down' | 'up' | 'main' | 'search' | 'back' | 'keys' | { page: string };

const ACTS: Readonly<Record<string, KeyAct>> = {
  j: 'down',
  k: 'up',
  m: 'main',
  u: 'back',
  '/': 'search',
  '?': 'keys',
};

/** Reads one press after the other; G waits for the letter of a page. @returns null when the press means nothing here */
export function keyReader(): (press: KeyPress) => KeyAct | null {
  let gAtMs = Number.NEGATIVE_INFINITY;
  return ({ key, withModifier, typing, atMs }) => {
    const afterG = atMs - gAtMs <= G_LASTS_MS;
    if (key !== 'Shift') gAtMs = Number.NEGATIVE_INFINITY;
    if (withModifier || typing) return null;
    const letter = key.toLowerCase();
    if (afterG) return /^[a-z]$/.test(letter) ? { page: letter } : null;
    if (letter === 'g') {
      gAtMs = atMs;
      return null;
    }
    return ACTS[letter] ?? null;
  };
}
