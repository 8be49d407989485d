import * as z from 'zod/mini';
import { FIGURE_READERS, query } from '../contract';
import { BROKEN_DOWN, Figure, Month, NONE } from '../figures';
import { EstateId } from '../ids';
import { ClockKind, Severity } from '../vocabulary';

/** A number that opens its list. */
const Counted = z.object({ figure: Figure, count: z.int() });

/** A rate with what it is a rate of; null of nothing. `part`: those who make it up, or those who fall short of it. */
const Share = z.object({ share: z.nullable(z.number()), whole: Counted, part: Counted });
export type Share = z.infer<typeof Share>;

const Bar = z.object({
  /** As the register is asked for it; `none` for nowhere. */
  value: z.string(),
  name: z.string(),
  counts: z.object(
    Object.fromEntries(BROKEN_DOWN.map((figure) => [figure, z.int()])) as Record<
      (typeof BROKEN_DOWN)[number],
      ReturnType<typeof z.int>
    >,
  ),
});
export type Bar = z.infer<typeof Bar>;

const Quota = z.object({
  /** CB-01: what is asked, 0–1. */
  quota: z.number(),
  /** Called back of those it is asked of. */
  done: Share,
  /** CB-01: chosen to be called back; null where all are. */
  drawn: z.nullable(Share),
});
export type Quota = z.infer<typeof Quota>;

export const DashboardView = z.object({
  estateId: EstateId,
  /** The one asked for, and the one it is at the estate. */
  month: Month,
  thisMonth: Month,
  now: z.object({
    open: z.int(),
    bySeverity: z.array(z.object({ severity: z.union([Severity, z.literal(NONE)]), count: z.int() })),
    late: z.int(),
    soon: z.int(),
  }),
  filed: Counted,
  closed: Counted,
  /** 三率: signed for in time; solved and satisfied as the residents called back say. */
  rates: z.object({ response: Share, resolution: Share, satisfaction: Share }),
  callbacks: z.object({ ordinary: Quota, grave: Quota, unreached: Counted }),
  /** Of those told a result in the month, those that came back. */
  reopened: Share,
  clocks: z.array(z.object({ kind: ClockKind, ...Share.shape })),
  by: z.object({ department: z.array(Bar), building: z.array(Bar), category: z.array(Bar) }),
});
export type DashboardView = z.infer<typeof DashboardView>;

export const DASHBOARD_PROCEDURES = {
  dashboard: query({
    does: "An estate now, and its month's figures (RP-04); every number opens its list in the register",
    who: FIGURE_READERS,
    input: z.object({ estateId: EstateId, month: z.optional(Month) }),
    output: DashboardView,
    errors: ['notFound'],
  }),
} as const;
