/** On a complaint's page: the incident that it belongs to, to open for those who may. */
import { INCIDENT_READERS } from '../../../types/contract';
import type { ComplaintView } from '../../../types/views';
import type { Role } from '../../../types/vocabulary';
import { useMe } from '../../services/me';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { openIncident } from '../addresses';
import { TEXTS } from './incidents-texts';

export function PartOfIncident({ view: { incident } }: { view: ComplaintView }) {
  const me = useMe();
  if (incident === null) return null;
  const mayOpen = me.data?.posts.some(({ role }) => (INCIDENT_READERS as readonly Role[]).includes(role)) ?? false;
  return (
    <Card title={TEXTS.part} flush>
      <Cell
        icon="people"
        title={incident.summary}
        note={`${incident.homes} 户 · ${incident.leads ? TEXTS.leads : TEXTS.waits}`}
        onPress={mayOpen ? () => openIncident(incident.id) : undefined}
      />
    </Card>
  );
}
