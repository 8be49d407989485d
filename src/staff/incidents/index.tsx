import { useReachBottom, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { IncidentId } from '../../../types/ids';
import { INCIDENT_STATES, IncidentState } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { usePages } from '../../services/query';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { openIncident } from '../addresses';
import { useRefresh } from '../list/refresh';
import { Tabs } from '../list/tabs';
import { IncidentDetail } from './incident-detail';
import { TEXTS } from './incidents-texts';

/** The incidents of the estate, or the one that the address names. */
export default function Incidents() {
  const id = IncidentId.safeParse(useRouter().params['id']);
  return id.success ? <IncidentDetail id={id.data} /> : <List />;
}

const TABS = IncidentState.options.map((value) => ({ value, text: INCIDENT_STATES[value] }));

function List() {
  const [state, setState] = useState<IncidentState>('open');
  const asked = usePages('incidents', state, (cursor) => ({ state, ...(cursor === undefined ? {} : { cursor }) }));
  useRefresh(asked.refetch);
  useReachBottom(() => {
    if (asked.hasNextPage) void asked.fetchNextPage();
  });
  const items = asked.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={TEXTS.title}>
      <Tabs label={TEXTS.filters} value={state} onChange={setState} tabs={TABS} />
      {items === undefined ? (
        asked.error ? (
          <ErrorBlock text={errorText(asked.error)} onRetry={() => void asked.refetch()} busy={asked.isFetching} />
        ) : (
          <Skeleton cards={3} />
        )
      ) : items.length === 0 ? (
        <Empty picture="search" text={TEXTS.empty(INCIDENT_STATES[state])} note={TEXTS.emptyNote} />
      ) : (
        <>
          <Card flush>
            {items.map((item) => (
              <Cell
                key={item.id}
                icon="people"
                title={item.summary}
                note={[TEXTS.homes(item.homes, item.complaints), item.placeText, item.progressText]
                  .filter((part) => part !== '')
                  .join(' · ')}
                value={item.collective ? <Badge text={TEXTS.collective} tone="hot" /> : undefined}
                onPress={() => openIncident(item.id)}
              />
            ))}
          </Card>
          <EndOfList
            more={asked.hasNextPage}
            loading={asked.isFetchingNextPage}
            error={asked.error ? errorText(asked.error) : undefined}
            onMore={() => void asked.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}
