/** What other residents may be shown of an incident (IN-07, IN-14). */
import { Refusal } from '../../types/errors';
import type { Category } from '../../types/vocabulary';
import { placeIn } from '../classify/place';
import type { Incident } from './incident';

/** Matters of shared places. Never: service, neighbours, homes, pets, fees – what concerns a person or one home (IN-07). */
const SHARED: ReadonlySet<Category> = new Set<Category>([
  'facility',
  'lift',
  'water',
  'power',
  'cleaning',
  'noise',
  'security',
  'parking',
  'greening',
  'fire',
  'falling',
]);

/** Whether residents are offered to join: a shared place, confirmed by the desk, and still being dealt with. */
export const isOffered = (incident: Pick<Incident, 'state' | 'publicPlace' | 'category'>): boolean =>
  incident.state === 'open' && incident.publicPlace && SHARED.has(incident.category);

const LONG_NUMBER = /\d{7,}/;
/** As many characters in a row as nobody writes by chance. */
const COPIED = 12;

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A piece of a resident's text that was taken over word for word; null when the summary is the desk's own. */
function copiedFrom(summary: string, text: string): string | null {
  const own = bare(summary);
  const said = bare(text);
  for (let i = 0; i + COPIED <= own.length; i += 1) {
    const piece = own.slice(i, i + COPIED);
    if (said.includes(piece)) return piece;
  }
  return null;
}

/**
 * @param said what residents wrote: none of it may stand in the summary
 * @throws Refusal badInput for a room, a phone or identity number, or a resident's own words
 */
export function checkSummary(summary: string, placeText: string, said: readonly string[]): void {
  for (const [field, text] of [
    ['summary', summary],
    ['placeText', placeText],
  ] as const) {
    if (LONG_NUMBER.test(text.replace(/[\s-]/g, '')) || placeIn(text).room !== null)
      throw new Refusal('badInput', { fields: { [field]: '其他住户会看到，请不要写房号、电话等个人信息' } });
  }
  for (const text of said) {
    if (copiedFrom(summary, text) !== null)
      throw new Refusal('badInput', { fields: { summary: '其他住户会看到，请用自己的话概括，不要照抄住户原文' } });
  }
}
