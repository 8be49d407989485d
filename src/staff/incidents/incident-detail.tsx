/** One incident: how many, its complaints, what the person may do about it, what happened. */
import { useState } from 'react';
import { timeText } from '../../../domain/clock/describe';
import { incidentCommandRow } from '../../../domain/incident/lifecycle';
import type { IncidentId } from '../../../types/ids';
import type { IncidentCommandName } from '../../../types/incident-commands';
import { CATEGORIES, INCIDENT_STATES } from '../../../types/vocabulary';
import { errorText, isGone } from '../../services/api-error';
import { WAY_TO_DESK } from '../../services/navigate';
import { usePages, useProcedure } from '../../services/query';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { Timeline } from '../../ui/Timeline';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { openCase } from '../addresses';
import { Facts } from '../case/facts';
import { ComplaintRow } from '../list/complaint-row';
import { useRefresh } from '../list/refresh';
import { IncidentForm } from './incident-form';
import { TEXTS } from './incidents-texts';

const labelOf = (name: IncidentCommandName) => incidentCommandRow(name).label;

export function IncidentDetail({ id }: { id: IncidentId }) {
  const now = useNow();
  const asked = useProcedure('getIncident', { id }, { fresh: true });
  const [command, setCommand] = useState<IncidentCommandName | null>(null);
  useRefresh(asked.refetch);
  const incident = asked.data;
  if (incident === undefined)
    return (
      <Page title={TEXTS.title}>
        {asked.error ? (
          <ErrorBlock
            text={errorText(asked.error)}
            onRetry={() => void asked.refetch()}
            busy={asked.isFetching}
            way={isGone(asked.error) ? WAY_TO_DESK : undefined}
          />
        ) : (
          <Skeleton cards={3} />
        )}
      </Page>
    );
  const at = (instant: string) => timeText(instant, now, { utcOffsetMinutes: incident.utcOffsetMinutes });
  return (
    <Page title={TEXTS.title}>
      <Stack>
        <Card
          title={incident.summary}
          aside={incident.collective ? <Badge text={TEXTS.collective} tone="hot" /> : undefined}
        >
          <Facts
            facts={[
              {
                label: TEXTS.facts,
                value: `${INCIDENT_STATES[incident.state]} · ${TEXTS.homes(incident.homes, incident.complaints)}`,
              },
              { label: TEXTS.progress, value: incident.progressText },
              { label: TEXTS.place, value: incident.placeText },
              { label: TEXTS.category, value: CATEGORIES[incident.category] },
              {
                label: TEXTS.opened,
                value: `${at(incident.openedAt)} · ${incident.offered ? TEXTS.offered : TEXTS.notOffered}`,
              },
              incident.confirmed === null
                ? null
                : {
                    label: TEXTS.collective,
                    value: TEXTS.people(incident.confirmed.people, incident.confirmed.note, incident.confirmed.byName),
                  },
            ]}
          />
          {incident.actions.map((name) => (
            <Button key={name} text={labelOf(name)} tone="secondary" size="small" onPress={() => setCommand(name)} />
          ))}
        </Card>
        <Members id={id} leadId={incident.leadId} />
        <Card title={TEXTS.history}>
          <Timeline
            steps={[...incident.history].reverse().map(({ id: key, title, detail, byName, at: when }) => ({
              key,
              state: 'done',
              title,
              line: [byName, at(when)].filter((part) => part !== '').join(' · '),
              detail,
              tone: 'plain',
            }))}
          />
        </Card>
      </Stack>
      <Sheet open={command !== null} title={command === null ? '' : labelOf(command)} onClose={() => setCommand(null)}>
        {command === null ? null : (
          <IncidentForm
            key={command}
            command={command}
            incident={incident}
            onDone={() => {
              toast(TEXTS.done(labelOf(command)), 'good');
              setCommand(null);
            }}
          />
        )}
      </Sheet>
    </Page>
  );
}

function Members({ id, leadId }: { id: IncidentId; leadId: string | null }) {
  const asked = usePages('incidentMembers', id, (cursor) => ({ id, ...(cursor === undefined ? {} : { cursor }) }));
  const items = asked.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={TEXTS.members} flush>
      {items === undefined ? (
        asked.error ? (
          <ErrorBlock text={errorText(asked.error)} onRetry={() => void asked.refetch()} busy={asked.isFetching} />
        ) : (
          <Skeleton />
        )
      ) : (
        <>
          {items.map((card) => (
            <ComplaintRow
              key={card.id}
              card={card}
              aside={card.id === leadId ? <Badge text={TEXTS.lead} tone="important" /> : undefined}
              onPress={() => openCase(card.id)}
            />
          ))}
          <EndOfList
            more={asked.hasNextPage}
            loading={asked.isFetchingNextPage}
            error={asked.error ? errorText(asked.error) : undefined}
            onMore={() => void asked.fetchNextPage()}
          />
        </>
      )}
    </Card>
  );
}
