/** What the desk's correction of kind and category does to the severity (RG-03): no reason is lost, none is forgotten. */
import type { CommandInput } from '../../types/commands';
import { manages, supervises } from '../people/policy';
import { complainedAgain } from './complained-again';
import type { Context } from './command';
import type { Complaint } from './complaint';
import type { Draft } from './draft';
import { refused } from './refused';
import { carriesSeverity, reasonsAtFiling } from './severity';

/**
 * Reasons end only by a supervisor's word, also when the kind that carries them does.
 * @throws Refusal notAllowed, badInput
 */
export function mayLoseSeverity(
  complaint: Complaint,
  { kind, note }: Pick<CommandInput<'dispatch'>, 'kind' | 'note'>,
  { actor }: Pick<Context, 'actor'>,
): void {
  const held = complaint.reasons.some(({ struck }) => struck === null);
  if (!held || !carriesSeverity(complaint.kind) || carriesSeverity(kind)) return;
  if (!supervises.test(actor, complaint) && !manages.test(actor, complaint))
    refused('notAllowed', { message: '这一条已有定级依据，改为不定级的类型须由服务处主管决定，请转交主管。' });
  if ((note ?? '') === '') refused('badInput', { fields: { note: '改为不定级的类型，请写明理由' } });
}

/** What would have held at filing, had it come in as what it is now; what stands in the history, struck or not, isn't added again. */
export function reasonsOfCorrection(draft: Draft, before: Complaint, context: Context): void {
  const { kind, category, responsibility, proposal, follows, reasons, events } = draft.now;
  if (!carriesSeverity(kind)) return;
  const { earlier, now, policy, calendar } = context;
  const [first] = events;
  const newlyCarried = !carriesSeverity(before.kind);
  const atFiling =
    newlyCarried && proposal !== null && (first?.type === 'filed' || first?.type === 'recorded')
      ? reasonsAtFiling(
          { ...proposal, responsibility: { ...proposal.responsibility, value: responsibility } },
          first.data,
          policy,
        )
      : [];
  const again =
    newlyCarried || category !== before.category
      ? complainedAgain(earlier, { category, follows }, now, policy, calendar)
      : null;
  const system = draft.bySystem();
  for (const reason of again === null ? atFiling : [...atFiling, again])
    if (!reasons.some(({ code }) => code === reason.code)) system.append('reasonAdded', reason);
}
