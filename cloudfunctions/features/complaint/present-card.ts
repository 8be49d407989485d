/** One row of a list, for the person who asked. */
import { commandRow } from '../../../domain/complaint/lifecycle';
import type { Actor } from '../../../domain/people/actor';
import { dutyKeysOf } from '../../../domain/people/person';
import { maySeeIdentity } from '../../../domain/people/policy';
import type { PersonId } from '../../../types/ids';
import type { ComplaintCard } from '../../../types/views';
import type { CardFields } from './complaint-document';

/** Reviewing and calling back aren't for those who worked on it (RV-01, CB-10). */
const NOT_OWN_WORK = new Set(['passReview', 'sendBack', 'recordCallback']);

export function presentCard(card: CardFields, estateName: string, actor: Actor & { id: PersonId }): ComplaintCard {
  const { duty } = card;
  const own = duty !== null && NOT_OWN_WORK.has(duty.command) && card.workedBy.includes(actor.id);
  const keys = dutyKeysOf(actor);
  const isMyDuty = duty !== null && !own && card.dutyKeys.some((key) => keys.includes(key));
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
    due:
      card.dutyDueAt === null || duty?.clock == null
        ? null
        : { clock: duty.clock, dueAt: card.dutyDueAt, startedAt: duty.startedAt },
    duty: isMyDuty ? { command: duty.command, text: commandRow(duty.command).duty } : null,
    progressText: isFiler && card.awaitsFiler ? '请您评价：真的解决了吗？' : card.progress,
  };
}
