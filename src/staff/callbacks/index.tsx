import './callbacks.scss';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { errorText, isGone } from '../../services/api-error';
import { callPhone, WAY_TO_DESK } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Countdown } from '../../ui/Countdown';
import { Empty } from '../../ui/Empty';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Heading } from '../../ui/Heading';
import { Page } from '../layout/page';
import { Pressable } from '../../ui/Pressable';
import { SeverityBadge } from '../../ui/SeverityBadge';
import { Skeleton } from '../../ui/Skeleton';
import { openCase, openVisit } from '../addresses';
import { useRefresh } from '../list/refresh';
import { openAhead } from '../visit/open-ahead';
import { PendingVisits } from '../visit/pending-visits';
import { sweepPhone } from '../visit/sweep-phone';
import { useKeepRoute, useKeptRoute } from '../visit/use-kept-route';
import { usePendingVisits } from '../visit/use-pending-visits';
import { TEXTS } from './callbacks-texts';
import { buildingText, routeOf, type Stop } from './route';

/** What is opened from here must also open where there is no signal (CB-04). */
const OPENED_FROM_HERE = ['staff/visit/index', 'staff/case/index', 'staff/desk/index'];

/** The patrol's day: buildings from the top floor down, then calls, then surveys that wait. */
export default function Callbacks() {
  // Asked anew whenever it is opened: what colleagues have done since is no longer to be walked to.
  const asked = useProcedure('callbackRoute', {}, { fresh: true });
  useRefresh(asked.refetch);
  const pending = usePendingVisits((state) => state.visits);
  useKeepRoute(asked.data?.visits);
  const kept = useKeptRoute();
  const online = asked.data !== undefined;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (online) void openAhead(OPENED_FROM_HERE).then(setReady);
  }, [online]);
  useEffect(() => void sweepPhone(Date.now()), []);
  const stops = asked.data?.visits ?? (asked.error && !isGone(asked.error) ? kept : null);
  if (stops === null)
    return (
      <Page title={TEXTS.title}>
        <PendingVisits />
        {asked.error ? (
          <ErrorBlock
            text={errorText(asked.error)}
            onRetry={() => void asked.refetch()}
            busy={asked.isFetching}
            way={isGone(asked.error) ? WAY_TO_DESK : undefined}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  // What is recorded but not confirmed yet is done for the one who walks.
  const route = routeOf(stops.filter((stop) => !pending.some((visit) => visit.complaintId === stop.card.id)));
  const visits = route.buildings.reduce((sum, { stops }) => sum + stops.length, 0);
  const none = visits + route.phone.length + route.surveys.length === 0;
  return (
    <Page title={TEXTS.title} width="wide">
      <View className="hs-route">
        <PendingVisits />
        {asked.isError ? (
          <ErrorBlock text={TEXTS.kept} onRetry={() => void asked.refetch()} busy={asked.isFetching} />
        ) : null}
        {none ? (
          <Empty picture="done" text={TEXTS.empty} note={TEXTS.emptyNote} />
        ) : (
          <View>
            <Text className="hs-route__summary">{TEXTS.summary(visits, route.phone.length, route.surveys.length)}</Text>
            {ready ? <Text className="hs-route__ready">{TEXTS.ready}</Text> : null}
          </View>
        )}
        <View className="hs-route__columns">
          <View className="hs-route__column">
            {route.buildings.map(({ estateName, building, stops }) => (
              <View key={`${estateName}${building}`} className="hs-route__building">
                <View className="hs-route__head">
                  <Heading level={2}>{building === '' ? TEXTS.noHome : buildingText(building)}</Heading>
                  <Text className="hs-route__soft">{`${estateName} · ${TEXTS.households(stops.length)}`}</Text>
                </View>
                {stops.map((stop) => (
                  <StopCard key={stop.card.id} stop={stop} />
                ))}
              </View>
            ))}
          </View>
          <View className="hs-route__column">
            {route.phone.length > 0 ? (
              <View className="hs-route__building">
                <Heading level={2}>{TEXTS.phone}</Heading>
                {route.phone.map((stop) => (
                  <StopCard key={stop.card.id} stop={stop} />
                ))}
              </View>
            ) : null}
            {route.surveys.length > 0 ? (
              <View className="hs-route__building">
                <Heading level={2}>{TEXTS.surveys}</Heading>
                <Text className="hs-route__soft">{TEXTS.surveysNote}</Text>
                {route.surveys.map((stop) => (
                  <StopCard key={stop.card.id} stop={stop} />
                ))}
              </View>
            ) : null}
          </View>
        </View>
      </View>
    </Page>
  );
}

function StopCard({ stop }: { stop: Stop }) {
  const { card, form } = stop;
  return (
    <Card>
      <Pressable className="hs-stop" onPress={() => openCase(card.id)} label={`${card.homeText}，${card.summary}`}>
        <View className="hs-stop__head">
          <Text className="hs-stop__home">{card.homeText || TEXTS.noHome}</Text>
          {stop.floor > 0 && form === 'visit' ? (
            <Text className="hs-route__soft">{TEXTS.floor(stop.floor)}</Text>
          ) : null}
          {card.severity ? <SeverityBadge severity={card.severity} /> : null}
        </View>
        <Text className="hs-stop__summary">{card.summary}</Text>
        {stop.result === '' ? null : <Text className="hs-stop__result">{stop.result}</Text>}
        <View className="hs-stop__line">
          <Text className="hs-route__soft">
            {[stop.residentName, stop.attempts > 0 ? TEXTS.attempts(stop.attempts) : '']
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
          {card.due ? <Countdown dueAt={card.due.dueAt} warnAt={card.due.warnAt} /> : null}
        </View>
      </Pressable>
      <View className="hs-stop__buttons">
        {stop.phone === '' || form === 'survey' ? null : (
          <Button
            text={TEXTS.call}
            tone={form === 'phone' ? 'primary' : 'secondary'}
            icon="phone"
            block
            onPress={() => callPhone(stop.phone)}
            label={`${TEXTS.call} ${stop.residentName}`}
          />
        )}
        {form === 'survey' ? (
          <Button text={TEXTS.look} tone="secondary" size="small" block onPress={() => openCase(card.id)} />
        ) : (
          <Button
            text={form === 'visit' ? TEXTS.start : TEXTS.record}
            tone={form === 'visit' ? 'primary' : 'secondary'}
            block
            onPress={() => openVisit(card.id)}
            label={`${TEXTS.start} ${card.homeText}`}
          />
        )}
      </View>
    </Card>
  );
}
