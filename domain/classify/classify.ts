/**
 * A resident's text → a proposal (RG-02): kind, category, responsibility, signals of severity, place, and why.
 * By words alone, under 2 ms a text. Each part has its own file, so that a trained model can replace one behind the same function.
 */
import type { Proposal } from '../../types/proposal';
import type { Kind } from '../../types/vocabulary';
import { DEFAULT_POLICY } from '../policy/defaults';
import { guessCategory } from './category';
import { guessKind } from './kind';
import { placeIn } from './place';
import { guessResponsibility } from './responsibility';
import { groupIn, signalsIn } from './signals';

export interface ClassifyOptions {
  /** A letter's or mail's subject; it weighs more than the body. */
  title?: string | undefined;
  /** What the resident chose in the form; believed unless the words speak clearly against it. */
  kindHint?: Kind | undefined;
  /** From so many people on their words are a sign of a group: `policy.severity.majorGroupPeople` (SV-04); the default's if left out. */
  groupFrom?: number | undefined;
}

/** Longer texts are read to here: what matters is said by then, and the time stays bounded. */
const READ_CHARACTERS = 2000;

/** Full-width letters and digits to half-width, so that “７栋” reads like “7栋”. */
const normalized = (text: string): string =>
  text
    .slice(0, READ_CHARACTERS)
    .replace(/[０-９Ａ-Ｚａ-ｚ＃－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

export const classify = (text: string, options: ClassifyOptions = {}): Proposal => {
  const whole = normalized(text);
  const title = normalized(options.title ?? '').trim();
  const body = title !== '' && whole.startsWith(title) ? whole.slice(title.length) : whole;
  const full = title === '' ? body : `${title}。${body}`;
  const { value, confidence, runnerUp, why } = guessCategory(title, body);
  const kind = guessKind(title, body, value, options.kindHint);
  const praised = kind.value === 'praise';
  const groupFrom = options.groupFrom ?? DEFAULT_POLICY.severity.majorGroupPeople;
  return {
    kind,
    category: { value, confidence, runnerUp },
    responsibility: guessResponsibility(title, body, value),
    severity: praised ? [] : signalsIn(full, groupFrom),
    groupSize: praised ? null : groupIn(full, groupFrom).size,
    place: placeIn(full),
    why,
  };
};
