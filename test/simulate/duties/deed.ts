/** What somebody does about a complaint, from what the product shows and offers them. */
import type { Chance } from '../../../localcloud/seed/chance';
import type { CommandInput, CommandName } from '../../../types/commands';
import type { OutputOf } from '../../../types/procedures';
import type { ComplaintView } from '../../../types/views';

export type Deed = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];

export interface Look {
  /** As the product shows it to this person; `actions` says what they may do. */
  view: ComplaintView;
  /** Epoch ms. */
  at: number;
  chance: Chance;
  /** For the desk: what reads like it (SV-22); asked only where somebody wants to know. */
  alike: () => Promise<OutputOf<'alikeMatters'>>;
}

/** How a duty is served, once it is offered among `view.actions`. */
export interface Behaviour {
  /** Minutes from getting the duty to seeing to it, on average; null: on their daily round only. */
  minutes: number | null;
  /** Null: left for another time. */
  deed: (look: Look) => Deed | null | Promise<Deed | null>;
}
