/** The building 楼栋 a complaint is about, for figures and lists (RP-04). */
import type { Complaint } from '../complaint/complaint';
import { placeIn } from '../classify/place';

const NUMBER = /^[\dA-Za-z]{1,6}$/;
const WRITTEN = /^([\dA-Za-z]{1,6})(?:栋|座|幢|号楼)/;

const written = (text: string): string | null => WRITTEN.exec(text.trim())?.[1] ?? placeIn(text).building;

/**
 * As the place says it, in digits or letters; a place without any words is the complainant's home. Null for what lies
 * outside buildings or isn't known.
 */
export function buildingOf({
  place,
  placeText,
  homeText,
}: Pick<Complaint, 'place' | 'placeText' | 'homeText'>): string | null {
  const stated = place.building?.trim() ?? '';
  if (NUMBER.test(stated)) return stated.toUpperCase();
  const found = written(placeText) ?? (placeText.trim() === '' ? written(homeText) : null);
  return found === null || !NUMBER.test(found) ? null : found.toUpperCase();
}
