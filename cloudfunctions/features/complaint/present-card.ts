/** One row of a list, for the person who asked. */
import { commandRow } from '../../../domain/complaint/lifecycle';
import type { Actor } from '../../../domain/people/actor';
import { dutyKeysOf } from '../../../domain/people/person';
import { maySeeIdentity } from '../../../domain/people/policy';
import type { PersonId } from '../../../types/ids';
import type { ComplaintCard } from '../../../types/views';
import type { CardFields, DutyFields } from './complaint-document';

/** Reviewing and calling back aren't for those who worked on it (RV-01, CB-10). */
const NOT_OWN_WORK = new Set(['passReview', 'sendBack', 'recordCallback']);

/** What this person has to do about it, what is due first on top. */
export function ownDuties(
  card: Pick<CardFields, 'duties' | 'workedBy'>,
  actor: Actor & { id: PersonId },
): DutyFields[] {
  const keys = dutyKeysOf(actor);
  return card.duties
    .filter((duty) => duty.keys.some((key) => keys.includes(key)))
    .filter((duty) => !(NOT_OWN_WORK.has(duty.command) && card.workedBy.includes(actor.id)))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

export function presentCard(card: CardFields, estateName: string, actor: Actor & { id: PersonId }): ComplaintCard {
  const [mine] = ownDuties(card, actor);
  const shown = mine ?? card.duties[0];
  const isFiler = card.filerId === actor.id;
  const hidden = !maySeeIdentity(actor, card);
  return {
    id: card._id,
    number: card.number,
    version: card.version,
    estateId: card.estateId,
    estateName,
    state: card.state,
    round: card.round,
    kind: card.kind,
    category: card.category,
    severity: card.severity,
    summary: card.summary,
    placeText: hidden ? card.areaText : card.placeText,
    homeText: hidden ? '' : card.homeText,
    departmentName: card.departmentName,
    handlerName: card.handlerName,
    filedAt: card.filedAt,
    closedAt: card.closedAt,
    urgent: card.urgent,
    due:
      shown === undefined || shown.clock === null
        ? null
        : { clock: shown.clock, dueAt: shown.dueAt, startedAt: shown.startedAt, warnAt: shown.warnAt },
    duty: mine === undefined ? null : { command: mine.command, text: commandRow(mine.command).duty },
    progressText: isFiler && card.awaitsFiler ? '请您评价：真的解决了吗？' : card.progress,
  };
}
