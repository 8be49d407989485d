/** How good the automatic classification is, night by night, and which model is live (RG-03). */
import * as z from 'zod/mini';
import { CLASSIFIER_READERS, command, query } from '../contract';
import { CommandId, Instant } from '../ids';
import { words } from '../text';

const Share = z.number().check(z.gte(0), z.lte(1));
const Question = z.enum(['category', 'kind', 'responsibility']);
const QuestionFigures = z.object({ right: Share, acceptable: Share, macroF1: Share });
/** Null: the model that comes with the program. */
const Version = z.nullable(z.string());

export const EvaluationView = z.object({
  day: z.string(),
  at: Instant,
  model: Version,
  /** The chosen model couldn't be used; the program's own answered. */
  modelProblem: z.boolean(),
  messages: z.int(),
  /** Gold messages that followed a correction. */
  followed: z.int(),
  figures: z.object({ category: QuestionFigures, kind: QuestionFigures, responsibility: QuestionFigures }),
  /** Of the 30 days before: filed, corrected, the share. */
  filed: z.int(),
  corrected: z.int(),
  share: z.nullable(Share),
  /** In words of the trade: what was proposed, what was decided, how often. */
  confusions: z.array(z.object({ question: Question, proposed: z.string(), decided: z.string(), count: z.int() })),
  falls: z.array(
    z.object({
      question: Question,
      figure: z.enum(['right', 'acceptable', 'macroF1']),
      before: Share,
      after: Share,
    }),
  ),
  muchCorrected: z.boolean(),
});
export type EvaluationView = z.infer<typeof EvaluationView>;

export const ClassifierView = z.object({
  live: z.object({ version: Version, since: z.nullable(Instant), by: z.string(), why: z.string() }),
  /** The chosen model can't be used with this program. */
  problem: z.boolean(),
  mayChoose: z.boolean(),
  /** Released models, the newest first. */
  models: z.array(
    z.object({ version: z.string(), at: Instant, note: z.string(), gold: z.record(z.string(), z.number()) }),
  ),
  /** What was chosen before, the last first. */
  earlier: z.array(z.object({ version: Version, at: Instant, by: z.string(), why: z.string() })),
});
export type ClassifierView = z.infer<typeof ClassifierView>;

export const CLASSIFIER_PROCEDURES = {
  classifier: query({
    does: 'Which model is live, which were released, and who chose them (RG-03)',
    who: CLASSIFIER_READERS,
    input: z.object({}),
    output: ClassifierView,
  }),
  classifierNights: query({
    does: 'The nightly evaluations of the classifier, the newest first (RG-03)',
    who: CLASSIFIER_READERS,
    input: z.object({ cursor: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))) }),
    output: z.object({ items: z.array(EvaluationView), cursor: z.nullable(z.string()) }),
  }),
  chooseModel: command({
    does: 'Makes a released model live, or goes back to an earlier one or the program’s own, with a reason (RG-03)',
    who: ['admin'],
    input: z.object({
      commandId: CommandId,
      version: z.nullable(z.string().check(z.maxLength(80))),
      /** What was live when the person decided. */
      seen: Version,
      why: words('原因', 5, 500),
    }),
    output: ClassifierView,
    errors: ['notAllowed', 'notFound', 'changedMeanwhile', 'alreadyDone'],
  }),
} as const;
