/** What the company's document says of its classifier: which model is live, who chose it and why, when it is looked at next. */
import type { CompanyId, Instant, PersonId } from '../../../types/ids';

/** A model that is live, or was. */
export interface LiveModel {
  /** Null: the model that comes with the program. */
  version: string | null;
  at: Instant;
  by: { personId: PersonId | 'system'; name: string };
  why: string;
  /** The act that chose it (act.ts); a repetition changes nothing. */
  commandId: string;
}

export interface ClassifierState {
  /** One more with every change; the compare-and-set of the choice. */
  revision: number;
  live: LiveModel | null;
  /** Those before it, the last one at the end. */
  earlier: readonly LiveModel[];
}

export interface ClassifierFields {
  classifier?: ClassifierState;
  /** When the next nightly evaluation is due. */
  nextEvaluationAt?: Instant;
}

/** A released model; its weights stand in parts beside it. */
export interface ModelDocument {
  /** From its content: the same weights are the same version. */
  _id: string;
  companyId: CompanyId;
  at: Instant;
  note: string;
  /** Shares on the gold messages when it was released. */
  gold: Readonly<Record<string, number>>;
  parts: number;
}
export interface ModelPart {
  _id: string;
  text: string;
}

/** Documents end at 512 KB; a part stays well below, whatever the characters. */
export const PART_CHARACTERS = 150_000;

export const partId = (version: string, part: number): string => `${version}:${part}`;
