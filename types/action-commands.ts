/**
 * What a person sends with each command of an action's lifecycle (the table itself stands in domain/action/lifecycle.ts).
 * Shapes only: whether it may be done is decided by the domain.
 */
import * as z from 'zod/mini';
import { Photos } from './commands';
import { Instant, PersonId } from './ids';
import { words } from './text';

export const ACTION_COMMAND_INPUTS = {
  /** 《纠正和预防措施跟踪报告》: cause, correction, prevention, person in charge, planned date (CA-01). */
  writeAction: z.object({
    cause: words('原因分析', 2, 2000),
    correction: words('纠正措施', 2, 2000),
    prevention: words('预防措施', 2, 2000),
    inChargeId: PersonId,
    plannedAt: Instant,
  }),
  reportActionDone: z.object({ report: words('实施情况', 2, 2000), photos: z._default(Photos, []) }),
  postponeAction: z.object({ reason: words('延期原因', 2, 500), plannedAt: Instant }),
  confirmEffect: z.object({ findings: words('验证情况', 2, 2000) }),
  denyEffect: z.object({ findings: words('验证情况', 2, 2000) }),
  dropAction: z.object({ reason: words('撤销原因', 2, 500) }),
} as const;

export type ActionCommandName = keyof typeof ACTION_COMMAND_INPUTS;
export const ACTION_COMMAND_NAMES = Object.keys(ACTION_COMMAND_INPUTS) as ActionCommandName[];
export const ActionCommandName = z.enum(ACTION_COMMAND_NAMES as [ActionCommandName, ...ActionCommandName[]]);
export type ActionCommandInput<N extends ActionCommandName> = z.infer<(typeof ACTION_COMMAND_INPUTS)[N]>;
