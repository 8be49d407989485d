/** On a complaint's case: the action it made necessary (CA-01), and those whose recurrence it is (CA-04). */
import type { ComplaintId } from '../../../types/ids';
import { useProcedure } from '../../services/query';
import { Card } from '../../ui/Card';
import { ActionRow } from './action-row';
import { TEXTS } from './action-texts';

/** Nothing as long as there is none; the case itself doesn't wait for it. */
export function ActionsOfCase({ complaintId }: { complaintId: ComplaintId }) {
  const asked = useProcedure('actionsOfComplaint', { complaintId });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={TEXTS.ofCase}>
      {items.map(({ card, relation }) => (
        <ActionRow key={card.id} card={card} note={relation === 'recurrence' ? TEXTS.isRecurrence : ''} />
      ))}
    </Card>
  );
}
