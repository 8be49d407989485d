import * as z from 'zod/mini';
import { command, POLICY_READERS, query } from '../contract';
import { CommandId, EstateId, Instant } from '../ids';
import { words } from '../text';

/** Company-wide when left out. */
const estateId = z.optional(EstateId);

export const PolicyView = z.object({
  estateId: z.nullable(EstateId),
  /** The company's, or the estate's. */
  name: z.string(),
  /** How often this owner has changed something; what a change must have been made from. */
  version: z.int(),
  mayChange: z.boolean(),
  /** Every setting of domain/policy/settings.ts: what holds, whose value it is, and what would hold without it. */
  settings: z.array(
    z.object({
      path: z.string(),
      value: z.optional(z.unknown()),
      from: z.enum(['default', 'company', 'estate']),
      above: z.optional(z.unknown()),
    }),
  ),
  /** Years from this to the next whose official calendar isn't published and that nobody has confirmed (CK-01). */
  yearsWithoutCalendar: z.array(z.int()),
  /** Whose policies the person may look at besides the company's. */
  estates: z.array(z.object({ id: EstateId, name: z.string() })),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const VersionView = z.object({
  version: z.int(),
  at: Instant,
  by: z.string(),
  why: z.string(),
  changes: z.array(z.object({ path: z.string(), before: z.optional(z.unknown()), after: z.optional(z.unknown()) })),
});
export type VersionView = z.infer<typeof VersionView>;

export const POLICY_PROCEDURES = {
  policy: query({
    does: 'The policy in force of the company or an estate: every number and where it comes from',
    who: POLICY_READERS,
    input: z.object({ estateId }),
    output: PolicyView,
    errors: ['notFound'],
  }),
  changePolicy: command({
    does: 'Changes settings of the company or an estate, with a reason (RP-09); a setting without a value falls back to what holds above',
    who: ['admin'],
    input: z.object({
      commandId: CommandId,
      estateId,
      version: z.int().check(z.gte(0)),
      changes: z
        .array(z.object({ path: z.string().check(z.maxLength(80)), value: z.optional(z.unknown()) }))
        .check(z.minLength(1, { error: '没有任何修改' }), z.maxLength(100)),
      why: words('修改原因', 5, 500),
    }),
    output: PolicyView,
    errors: ['notFound', 'notAllowed', 'changedMeanwhile', 'alreadyDone'],
  }),
  policyHistory: query({
    does: 'Every change of a policy with who, when and why, newest first (RP-09)',
    who: POLICY_READERS,
    input: z.object({ estateId, cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) }),
    output: z.object({ items: z.array(VersionView), cursor: z.nullable(z.string()) }),
    errors: ['notFound'],
  }),
} as const;
