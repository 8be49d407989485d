/** What one command of a person appends, once the table has let it through. */
import type { CommandInput, CommandName } from '../../../types/commands';
import type { Instant } from '../../../types/ids';
import type { Context } from '../command';
import type { Draft } from '../draft';
import { refused } from '../refused';

/** Appends to the draft, or ends with a refusal. */
export type Act<N extends CommandName> = (draft: Draft, input: CommandInput<N>, context: Context) => void;
export type Acts<N extends CommandName = CommandName> = { readonly [K in N]: Act<K> };

/** @throws Refusal badInput at this field */
export const inFuture = (field: string, at: Instant, now: Instant): void => {
  if (at <= now) refused('badInput', { fields: { [field]: '时间要晚于现在' } });
};
