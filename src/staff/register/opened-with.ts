/** What another page narrows the register to when it opens it, by the parameters of its address. */
import * as z from 'zod/mini';
import { Figure, Month, NONE } from '../../../types/figures';
import { EstateId } from '../../../types/ids';
import type { InputOf } from '../../../types/procedures';
import { Category, Severity } from '../../../types/vocabulary';

const Parameters = z.object({
  estateId: z.optional(EstateId),
  month: z.optional(Month),
  figure: z.optional(Figure),
  open: z.optional(z.literal('true')),
  due: z.optional(z.enum(['late', 'soon'])),
  severity: z.optional(z.union([Severity, z.literal(NONE)])),
  departmentId: z.optional(z.string()),
  building: z.optional(z.string()),
  category: z.optional(Category),
  said: z.optional(z.string()),
});

export interface OpenedWith {
  filter: Partial<InputOf<'register'>>;
  /** In words what the list shows; empty when it shows all. */
  said: string;
}

const decoded = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** An address that makes no sense narrows nothing. */
export function openedWith(parameters: Readonly<Record<string, string | undefined>>): OpenedWith {
  const parsed = Parameters.safeParse(
    Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decoded(value)])),
  );
  if (!parsed.success || parsed.data.said === undefined) return { filter: {}, said: '' };
  const { said, month, figure, open, ...rest } = parsed.data;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    filter: {
      ...given,
      ...(open === undefined ? {} : { open: true }),
      ...(month === undefined || figure === undefined ? {} : { counted: { month, figure } }),
    },
    said,
  };
}
