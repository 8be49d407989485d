/** Labelled texts as JSON lines: what the classifier is trained from and measured with. */
import * as z from 'zod/mini';
import { Category, Kind, Responsibility, Signal } from '../../types/vocabulary';

const Text = z.object({
  text: z.string().check(z.minLength(1)),
  title: z.optional(z.nullable(z.string())),
});

/** What `classify` reads: a text with its id. */
export const Asked = z.extend(Text, { id: z.union([z.string(), z.number()]) });
export type Asked = z.infer<typeof Asked>;

/**
 * What `train` reads: the label and, beside it, every label that a reasonable dispatcher could choose. A row may leave
 * out what nobody labelled.
 */
export const Labelled = z.extend(Text, {
  category: z.optional(Category),
  categoryAcceptable: z.optional(z.array(Category)),
  kind: z.optional(Kind),
  kindAcceptable: z.optional(z.array(Kind)),
  responsibility: z.optional(Responsibility),
  responsibilityAcceptable: z.optional(z.array(Responsibility)),
  severity: z.optional(z.array(Signal)),
  groupSize: z.optional(z.nullable(z.int())),
  place: z.optional(
    z.object({
      building: z.nullable(z.string()),
      unit: z.nullable(z.string()),
      room: z.nullable(z.string()),
    }),
  ),
});
export type Labelled = z.infer<typeof Labelled>;

export interface BadLine {
  /** From 1. */
  line: number;
  why: string;
}

const whyNot = (error: z.core.$ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || '整行'}：${issue.message}`).join('；');

/** Empty lines are passed over; lines that can't be read are told with their number. */
export const readLines = <T>(text: string, schema: z.ZodMiniType<T>): { rows: T[]; bad: BadLine[] } => {
  const rows: T[] = [];
  const bad: BadLine[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      bad.push({ line: at + 1, why: '不是 JSON' });
      continue;
    }
    const read = schema.safeParse(value);
    if (read.success) rows.push(read.data);
    else bad.push({ line: at + 1, why: whyNot(read.error) });
  }
  return { rows, bad };
};
