/** What the classifier proposes for a text; the receptionist sees it with the words that weighed most. */
import * as z from 'zod/mini';
import { Category, Kind, Responsibility, Signal } from './vocabulary';

const guess = <T extends z.ZodMiniType>(value: T) =>
  z.object({
    value,
    /** 0–1, calibrated: of what it calls 90 % sure, about 90 % is right. */
    confidence: z.number().check(z.gte(0), z.lte(1)),
    runnerUp: z.nullable(value),
  });

export const Proposal = z.object({
  kind: guess(Kind),
  category: guess(Category),
  responsibility: guess(Responsibility),
  severity: z.array(z.object({ signal: Signal, evidence: z.string() })),
  groupSize: z.nullable(z.int()),
  place: z.object({ building: z.nullable(z.string()), unit: z.nullable(z.string()), room: z.nullable(z.string()), area: z.nullable(z.string()) }),
  why: z.array(z.string()),
});
export type Proposal = z.infer<typeof Proposal>;
