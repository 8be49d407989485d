/**
 * By what a resident is found at the desk without their name or number standing in the database: keyed hashes of what somebody
 * may type – beginnings of the name in pinyin, the last four digits of the phone – together with the estate (ADR 0015).
 *
 * What they give away to someone who reads the database and has not the key: which people of one estate have the same
 * beginning of a name or the same four digits, and about how long the name is. The largest groups can be guessed to be the
 * commonest surnames. Not across estates, and no name by itself.
 */
import { typedBeginnings, typedPinyin } from '../../../domain/people/pinyin';
import type { EstateId, HomeId } from '../../../types/ids';
import type { Platform } from '../../platform/platform';
import type { Seal } from '../../platform/seal';
import { loadHomes } from '../estate/home-document';

const PINYIN = 'people:pinyin';
const PHONE_END = 'people:phoneEnd';
const END_DIGITS = 4;
/** 96 bits: enough that no two beginnings meet, half the room. */
const KEY_LENGTH = 16;

const keyOf = (purpose: string, estateId: EstateId, typed: string, seal: Seal): string =>
  seal.keyedHash(purpose, `${estateId}\0${typed}`).slice(0, KEY_LENGTH);

/** Of a resident in the estates of their homes; one read of the homes. Empty name and phone have none. */
export const searchKeysOf = async (
  homeIds: readonly HomeId[],
  { name, phone }: { name: string; phone: string },
  { database, seal }: Pick<Platform, 'database' | 'seal'>,
): Promise<string[]> => {
  const homes = await loadHomes(homeIds, database);
  const estates = [...new Set(homes.map(({ estateId }) => estateId))];
  const beginnings = typedBeginnings(name);
  return estates.flatMap((estateId) => [
    ...beginnings.map((typed) => keyOf(PINYIN, estateId, typed, seal)),
    ...(phone.length >= END_DIGITS ? [keyOf(PHONE_END, estateId, phone.slice(-END_DIGITS), seal)] : []),
  ]);
};

/** The key to look for, or null when what was typed is neither pinyin of two letters or more nor four digits. */
export const searchKeyFor = (estateId: EstateId, typed: string, seal: Seal): string | null => {
  const letters = typedPinyin(typed);
  if (letters !== null) return keyOf(PINYIN, estateId, letters, seal);
  return /^\d{4}$/.test(typed) ? keyOf(PHONE_END, estateId, typed, seal) : null;
};
