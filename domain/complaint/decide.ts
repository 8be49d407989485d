/**
 * The rules of a complaint's life: a command by a person, in a context, becomes events or a refusal. Pure: time, policy,
 * calendar, estate and person come in through the context.
 */
import type { CommandName } from '../../types/commands';
import type { Proposal } from '../../types/proposal';
import { dangerIn } from '../classify/danger';
import { BY_SYSTEM, byOf } from '../lifecycle/by';
import { decided, guard, possibleOf } from '../lifecycle/guard';
import type { By } from '../lifecycle/subject';
import type { Actor } from '../people/actor';
import { actingRole, filedIt } from '../people/policy';
import { complainedAgain, type Earlier } from './complained-again';
import { isVideo } from '../../types/ids';
import { checkPhotos } from '../policy/limits';
import type { Command, Context, Decision } from './command';
import type { Complaint } from './complaint';
import { agesOf } from './ageing';
import { dispatchTarget, dispatchedAutomatically } from './automatic-dispatch';
import { draftOf } from './draft';
import type { ComplaintEvent, Filing } from './events';
import { demandedByLevel } from './level-demands';
import { commandRow, LIFECYCLE } from './lifecycle';
import { carriedOut } from './person-commands';
import { praiseForwarded, praiseTarget } from './praise';
import { refused } from './refused';
import { carriesSeverity, reasonsAtFiling } from './severity';
import { systemCarriedOut } from './system-commands';

/** Commands that this person may give now, in the order of the table (most natural first). */
export const possibleCommands = (complaint: Complaint, actor: Actor): CommandName[] =>
  possibleOf<Complaint, CommandName>(LIFECYCLE, complaint, actor);

/** What becomes of a command; an empty list means it has nothing left to do. Errors that are not refusals are bugs and are thrown. */
export const decide = (complaint: Complaint, command: Command, context: Context): Decision =>
  decided<Complaint>(() => {
    if ('input' in command) {
      if (complaint.state === 'archived') refused('archived'); // CB-09: only read
      guard<Complaint, CommandName>(LIFECYCLE, complaint, command.name, context.actor);
      if ('photos' in command.input) checkPhotos(command.input.photos, context.policy.intake);
      if ('signature' in command.input && isVideo(command.input.signature ?? ''))
        refused('badInput', { fields: { signature: '签名须是图片' } });
      const row = commandRow(command.name);
      const asFiler =
        row.as.length === 0 || (filedIt.test(context.actor, complaint) && context.actor.posts.length === 0);
      const role = asFiler ? 'resident' : actingRole(context.actor, complaint, row.as);
      const recordedAt =
        command.name === 'recordCallback' || command.name === 'noteCallback' ? command.input.recordedAt : undefined;
      const draft = draftOf(complaint, context, byOf(context.actor, role), recordedAt);
      carriedOut(draft, command, context);
      demandedByLevel(draft, complaint, context);
      return draft.events;
    }
    const draft = draftOf(complaint, context, BY_SYSTEM);
    systemCarriedOut(draft, command, context);
    demandedByLevel(draft, complaint, context);
    return draft.events;
  });

/**
 * A new complaint: registered at once, or received when somebody outside the service desk recorded it (RG-01, IN-02);
 * with the proposal, the reasons that hold, and the dispatch when it is registered and the proposal is sure enough (RG-02).
 */
export function open(
  filing: Filing,
  proposal: Proposal,
  how: { confirmed: boolean; byRole: By['role']; earlier?: readonly Earlier[] },
  context: Context,
): readonly ComplaintEvent[] {
  const dangers = dangerIn(filing.description);
  const filed = draftOf(null, context, byOf(context.actor, how.byRole));
  filed.append(how.confirmed ? 'filed' : 'recorded', {
    ...filing,
    ages: agesOf(context.now, context.policy, context.calendar),
    dangers,
  });
  const draft = filed.bySystem();
  draft.append('proposed', { proposal });
  if (carriesSeverity(filing.kind)) {
    const matter = { category: draft.now.category, follows: draft.now.follows };
    const again = complainedAgain(how.earlier ?? [], matter, context.now, context.policy, context.calendar);
    for (const reason of [...reasonsAtFiling(proposal, filing, context.policy), ...(again === null ? [] : [again])])
      draft.append('reasonAdded', reason);
  }
  if (dangers.length > 0) draft.append('dangerReported', { dangers });
  const target = how.confirmed ? dispatchTarget(draft.now, context.estate, context.policy) : null;
  const praise = how.confirmed ? praiseTarget(draft.now, context.estate, context.policy) : null;
  if (target !== null) dispatchedAutomatically(draft, target);
  if (praise !== null) praiseForwarded(draft, praise, '', context);
  demandedByLevel(draft, null, context);
  return draft.events;
}
