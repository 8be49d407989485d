import { concerned, seesIdentities } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadComplaint } from '../complaint/carry-out';
import { findActionCards } from './find-action-cards';
import { seesActionOf } from '../../../domain/action/lifecycle';

const MOST = 50;

/** The action that a complaint made necessary (CA-01), and those whose recurrence it is (CA-04), for its case page. */
export const actionsOfComplaint: PersonUseCase<'actionsOfComplaint'> = async ({ complaintId }, call) => {
  const actor = actorOf(call.person);
  const { complaint } = await loadComplaint(complaintId, call);
  if (!concerned.test(actor, complaint)) throw new Refusal('notFound');
  const { items, fields } = await findActionCards(
    { where: { concernsIds: complaintId }, sortedBy: 'openedAt', direction: -1, cursor: undefined, limit: MOST },
    actor,
    call.platform,
  );
  return {
    items: items.flatMap((card, i) => {
      const field = fields[i];
      if (field === undefined || !seesActionOf.test(actor, field)) return [];
      const isSource = field.sourceIds.includes(complaintId);
      // IN-09: that it is the same home tells whose complaint it is.
      if (!isSource && field.recurredAtHome.includes(complaintId) && !seesIdentities.test(actor, field)) return [];
      return [{ card, relation: isSource ? ('source' as const) : ('recurrence' as const) }];
    }),
  };
};
