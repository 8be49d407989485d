/** A person as kept in `people`: residents' names and phones sealed (PV-04), staff names plain. */
import type { Person } from '../../../domain/people/person';
import type { DepartmentId, Instant } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Seal } from '../../platform/seal';

export interface StoredPerson extends Person {
  /** By which the person is recognised: `mp:…`, `oa:…`, `u:…`. */
  readonly identityKeys: readonly string[];
  /** Every address that reaches the person as staff (`dutyKeysOf` without `person:`). */
  readonly dutyKeys: readonly string[];
  /** Staff invitations whose posts were granted: each grants once, so that posts taken away stay away (PV-05). */
  readonly grantedInvitations: readonly string[];
  readonly sealedName: string | null;
  readonly sealedPhone: string | null;
  readonly nameHash: string | null;
  readonly phoneHash: string | null;
  /** Keyed hashes of what may be typed to find them (search-keys.ts); missing in records older than that. */
  readonly searchKeys?: readonly string[];
  /** 重点客户 (SV-24, CK-06). */
  readonly key: boolean;
  /** Every consent given or taken back (IN-05); `consent` is the one that holds. */
  readonly consents: readonly { readonly version: string; readonly at: Instant; readonly withdrawn?: true }[];
  readonly createdAt: Instant;
  /** PV-03: nobody any more; what is left of the document is this, its id (a keyed hash) and the time. */
  readonly erased?: true;
  readonly erasedAt?: Instant;
  /** Set until everything kept about them has been gone through for the last time. */
  readonly erasingSince?: Instant | null;
  /** CK-02: the departments whose vacant head they stand in for; found out with each call of a manager, never stored. */
  readonly standsInFor?: readonly DepartmentId[];
}

/** The document in the database: `_id` instead of `id`. */
export type PersonDocument = Omit<StoredPerson, 'id' | 'standsInFor'> & { readonly _id: string };

/** Of every write to a person's document: what was under way when they were erased brings nothing back (PV-03). */
export const NOT_ERASED = { erased: _.neq(true) };

const NAME = 'people:name';
const PHONE = 'people:phone';

/** The name as the person gave it, else the staff name; empty when neither is known. */
export const nameOf = (person: Pick<StoredPerson, 'sealedName' | 'staffName'>, seal: Seal): string =>
  person.sealedName === null ? person.staffName : seal.open(person.sealedName, NAME);
/** The phone number, empty when unknown. */
export const phoneOf = (person: StoredPerson, seal: Seal): string =>
  person.sealedPhone === null ? '' : seal.open(person.sealedPhone, PHONE);

/** The fields that keep a resident's name and phone, and by whose hash both are found again. */
export const sealedContact = (
  name: string,
  phone: string,
  seal: Seal,
): Pick<StoredPerson, 'sealedName' | 'sealedPhone' | 'nameHash' | 'phoneHash'> => ({
  sealedName: seal.seal(name, NAME),
  sealedPhone: seal.seal(phone, PHONE),
  nameHash: seal.keyedHash(NAME, name),
  phoneHash: seal.keyedHash(PHONE, phone),
});
export const nameHashOf = (name: string, seal: Seal): string => seal.keyedHash(NAME, name);
export const phoneHashOf = (phone: string, seal: Seal): string => seal.keyedHash(PHONE, phone);
