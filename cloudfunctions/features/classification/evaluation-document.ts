import type { Answers, Fall, Figures } from '../../../domain/classify/evaluation';
import type { Question } from '../../../domain/classify/model';
import type { CompanyId, Instant } from '../../../types/ids';
import { COMPANY_ID } from '../estate/load-estate';

/** How often people said another label than the one proposed. */
export interface Confusion {
  question: Question;
  proposed: string;
  decided: string;
  count: number;
}

export interface Report {
  figures: Figures;
  /** Of the last 30 days: complaints filed, corrected, and the share; null when nothing was filed. */
  filed: number;
  corrected: number;
  share: number | null;
  /** The most frequent first. */
  confusions: Confusion[];
  falls: Fall[];
  muchCorrected: boolean;
}

/** A night's look at the classifier; `report` is null until every message is answered. */
export interface EvaluationDocument {
  _id: string;
  companyId: CompanyId;
  /** The day in the company's zone. */
  day: string;
  at: Instant;
  /** The released model that answered; null for the program's own. */
  model: string | null;
  /** The chosen model couldn't be used. */
  modelProblem: boolean;
  answered: number;
  answers: Answers[];
  /** Gold messages that followed a correction. */
  followed: number;
  report: Report | null;
}

export const evaluationId = (day: string): string => `${COMPANY_ID}:${day}`;
