/** What the classifier proposes for a text (RG-02). A person or the policy's confidence decides; nothing here is a decision. */
import * as z from 'zod/mini';
import { Instant } from './ids';
import { Category, Kind, Responsibility, Signal } from './vocabulary';

/** Where, as far as the text says: `12-3-1605` is building 12, unit 3, room 1605; floors and shared places go to `area`. */
export const Place = z.object({
  building: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  room: z.nullable(z.string()),
  area: z.nullable(z.string()),
});
export type Place = z.infer<typeof Place>;

const Share = z.number().check(z.gte(0), z.lte(1));

export const ProposalSchema = z.object({
  /** `confidence` is calibrated: of what it calls 0.9, about 90 % is right. */
  kind: z.object({ value: Kind, confidence: Share, runnerUp: Kind }),
  category: z.object({ value: Category, confidence: Share, runnerUp: Category }),
  responsibility: z.object({ value: Responsibility, confidence: Share, runnerUp: Responsibility }),
  /** Signals of severity with the words that show them. */
  severity: z.array(z.object({ signal: Signal, evidence: z.string() })),
  /** How many complain together, the lower bound of what is stated (“五六十个业主” → 50); null when no number is given. */
  groupSize: z.nullable(z.int()),
  place: Place,
  /** The words that weighed most for the category, for the receptionist. */
  why: z.array(z.string()),
  /** RG-03: it follows what a person corrected then in an almost identical text. */
  correctedAt: z.optional(Instant),
});
export type Proposal = z.infer<typeof ProposalSchema>;
