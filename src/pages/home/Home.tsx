import './home.scss';
import { Text, View } from '@tarojs/components';
import { type Estate, useEstates, zoneOf } from '../../services/estates';
import { errorText } from '../../services/api-error';
import { callPhone, goToTab, openComplaint, openFile, openProfile } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import type { Me } from '../../../types/views';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Icon } from '../../ui/Icon';
import { KindIcon } from '../../ui/KindIcon';
import { MatterRow } from '../../ui/MatterRow';
import { Page } from '../../ui/Page';
import { Pressable } from '../../ui/Pressable';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { MonthFigures } from './MonthFigures';
import { WORDS } from './words';

const OTHER_KINDS = ['repair', 'inquiry', 'suggestion', 'praise'] as const;

export function Home({ me }: { me: Me }) {
  const home = me.homes[0];
  const estates = useEstates();
  const estate = estates.data?.items.find((each) => each.id === home?.estateId) ?? estates.data?.items[0];
  return (
    <Page title={estate?.name ?? WORDS.title} tab="home">
      <Stack gap="large">
        {home ? (
          <Entries home={home.text} />
        ) : (
          <Card>
            <Empty
              picture="calm"
              text={WORDS.noHome.text}
              note={WORDS.noHome.note}
              action={{ text: WORDS.noHome.act, onPress: openProfile }}
            />
          </Card>
        )}
        <Overview estateId={home?.estateId ?? estate?.id} estates={estates.data?.items} />
        {estate ? <EstateFacts estate={estate} /> : null}
      </Stack>
    </Page>
  );
}

function Entries({ home }: { home: string }) {
  return (
    <View>
      <Pressable className="hy-entry" onPress={() => openFile('complaint')}>
        <View className="hy-entry__inside">
          <View className="hy-entry__words">
            <Text className="hy-entry__title">{WORDS.entry.title}</Text>
            <Text className="hy-entry__note">{WORDS.entry.note}</Text>
            <View className="hy-entry__home">
              <Icon name="home" size="small" />
              <Text>{home}</Text>
            </View>
          </View>
          <View className="hy-entry__picture">
            <Icon name="complaint" size="large" />
          </View>
        </View>
      </Pressable>
      <View className="hy-others">
        {OTHER_KINDS.map((kind) => (
          <Pressable key={kind} className="hy-other" label={WORDS.others[kind]} onPress={() => openFile(kind)}>
            <View className="hy-other__inside">
              <KindIcon kind={kind} />
              <Text>{WORDS.others[kind]}</Text>
            </View>
          </Pressable>
        ))}
      </View>
    </View>
  );
}

interface OverviewProps {
  estateId: Estate['id'] | undefined;
  estates: readonly Estate[] | undefined;
}

function Overview({ estateId, estates }: OverviewProps) {
  const overview = useProcedure('homeOverview', estateId === undefined ? {} : { estateId }, {
    // Whose home is known needn't wait for the estates.
    enabled: estateId !== undefined || estates !== undefined,
  });
  if (overview.data === undefined)
    return overview.isError ? (
      <ErrorBlock text={errorText(overview.error)} busy={overview.isFetching} onRetry={() => void overview.refetch()} />
    ) : (
      <Skeleton cards={2} />
    );
  const { mine, figures } = overview.data;
  return (
    <>
      <Card
        title={WORDS.mine.title}
        flush
        aside={
          mine.length > 0 ? (
            <Button text={WORDS.mine.all} tone="quiet" size="small" onPress={() => goToTab('mine')} />
          ) : undefined
        }
      >
        {mine.length === 0 ? (
          <Empty picture="calm" text={WORDS.mine.empty} />
        ) : (
          mine.map((card) => (
            <MatterRow
              key={card.id}
              card={card}
              zone={zoneOf(estates, card.estateId)}
              onPress={() => openComplaint(card.id)}
            />
          ))
        )}
      </Card>
      {figures ? <MonthFigures figures={figures} /> : null}
    </>
  );
}

function EstateFacts({ estate }: { estate: Estate }) {
  const service = { label: WORDS.service, phone: estate.servicePhone };
  const phones = estate.emergency.some(({ phone }) => phone === service.phone)
    ? estate.emergency
    : [...estate.emergency, service];
  return (
    <>
      {estate.promises.length > 0 ? (
        <Card title={WORDS.promise.title}>
          <View className="hy-promises">
            {estate.promises.map((promise) => (
              <View key={promise.label} className="hy-promise">
                <Text className="hy-promise__value">{promise.value}</Text>
                <Text className="hy-promise__label">{promise.label}</Text>
              </View>
            ))}
          </View>
        </Card>
      ) : null}
      <Card title={WORDS.emergency.title} flush>
        <Text className="hy-emergency__note">{WORDS.emergency.note}</Text>
        {phones.map(({ label, phone }) => (
          <Cell
            key={`${label}${phone}`}
            icon="phone"
            title={label}
            value={<Text className="hy-emergency__phone">{phone}</Text>}
            label={`${WORDS.emergency.call(label)} ${phone}`}
            onPress={() => callPhone(phone)}
          />
        ))}
      </Card>
    </>
  );
}
