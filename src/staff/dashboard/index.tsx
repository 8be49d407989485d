import './dashboard.scss';
import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { addMonths } from '../../../domain/clock/zone';
import type { DashboardView } from '../../../types/api/dashboard';
import { FIGURE_READERS } from '../../../types/contract';
import { BROKEN_DOWN, type BrokenDown, type Dimension, NONE } from '../../../types/figures';
import type { EstateId } from '../../../types/ids';
import { CLOCKS, SEVERITIES } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { useProcedure } from '../../services/query';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Page } from '../layout/page';
import { Pressable } from '../../ui/Pressable';
import { Segments } from '../../ui/Segments';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { useEstateChoice } from '../estate/use-estate-choice';
import { useRefresh } from '../list/refresh';
import { BarList } from './bar-list';
import { percent, TEXTS } from './dashboard-texts';
import { FigureButton } from './figure-button';
import { openNow, opensMonth } from './lists';
import { QuotaGauge } from './quota-gauge';

/** RP-04: how an estate stands now and did in a month; every number opens its list. */
export default function Dashboard() {
  const { estate, choice, instead } = useEstateChoice(FIGURE_READERS, TEXTS.noEstate);
  return (
    <Page title={TEXTS.title} width="wide">
      <View className="hs-dashboard">
        {estate === undefined ? (
          instead
        ) : (
          <Stack>
            {choice}
            <OfEstate key={estate.id} estateId={estate.id} />
          </Stack>
        )}
      </View>
    </Page>
  );
}

function OfEstate({ estateId }: { estateId: EstateId }) {
  const [month, setMonth] = useState<string | null>(null);
  const asked = useProcedure('dashboard', { estateId, ...(month === null ? {} : { month }) }, { fresh: true });
  useRefresh(asked.refetch);
  const { data } = asked;
  // While another month is on its way, or doesn't come, what stands above it stays.
  const last = useRef<DashboardView | null>(null);
  if (data !== undefined) last.current = data;
  const known = last.current;
  const problem = asked.error ? (
    <ErrorBlock
      text={data === undefined ? errorText(asked.error) : `${errorText(asked.error)} ${TEXTS.stale}`}
      onRetry={() => void asked.refetch()}
      busy={asked.isFetching}
    />
  ) : null;
  if (known === null) return problem ?? <Skeleton cards={3} />;
  return (
    <Stack>
      {data === undefined ? null : problem}
      <Now view={known} />
      <MonthSwitch month={month ?? known.thisMonth} thisMonth={known.thisMonth} onChange={setMonth} />
      {data === undefined ? (
        (problem ?? <Skeleton cards={2} />)
      ) : isEmpty(data) ? (
        <Empty picture="calm" text={TEXTS.emptyMonth(data.month)} note={TEXTS.emptyMonthNote} />
      ) : (
        <MonthOf view={data} />
      )}
    </Stack>
  );
}

const isEmpty = ({ filed, closed, clocks, rates, callbacks, reopened, by }: DashboardView): boolean =>
  [filed, closed, rates.resolution.whole, callbacks.ordinary.done.whole, callbacks.grave.done.whole, reopened.whole]
    .map(({ count }) => count)
    .every((count) => count === 0) &&
  clocks.length === 0 &&
  by.category.length === 0;

function Now({ view: { estateId, now } }: { view: DashboardView }) {
  return (
    <Card title={TEXTS.now}>
      <View className="hs-now">
        <View className="hs-figures">
          <FigureButton
            name={TEXTS.open}
            value={String(now.open)}
            onPress={() => openNow(estateId, TEXTS.open, { open: 'true' })}
          />
          <FigureButton
            name={TEXTS.late}
            value={String(now.late)}
            tone={now.late > 0 ? 'late' : 'plain'}
            onPress={() => openNow(estateId, TEXTS.late, { due: 'late' })}
          />
          <FigureButton
            name={TEXTS.soon}
            value={String(now.soon)}
            tone={now.soon > 0 ? 'warn' : 'plain'}
            onPress={() => openNow(estateId, TEXTS.soon, { due: 'soon' })}
          />
        </View>
        {now.open === 0 ? (
          <Text className="hs-dashboard__note">{TEXTS.nothingOpen}</Text>
        ) : (
          <BarList
            what={TEXTS.open}
            rows={now.bySeverity.map(({ severity, count }) => ({
              value: severity,
              name: severity === NONE ? TEXTS.noSeverity : SEVERITIES[severity],
              count,
            }))}
            onPress={({ value, name }) =>
              openNow(estateId, `${TEXTS.open} · ${name}`, { open: 'true', severity: value })
            }
          />
        )}
      </View>
    </Card>
  );
}

interface MonthSwitchProps {
  month: string;
  thisMonth: string;
  onChange: (month: string) => void;
}

function MonthSwitch({ month, thisMonth, onChange }: MonthSwitchProps) {
  const neighbour = (by: number): string => addMonths(`${month}-01`, by).slice(0, 7);
  return (
    <View className="hs-months">
      <Pressable className="hs-months__step" label={TEXTS.earlier} onPress={() => onChange(neighbour(-1))}>
        <Icon name="back" />
      </Pressable>
      <Heading level={2} className="hs-months__month">
        {TEXTS.month(month)}
      </Heading>
      <Pressable
        className="hs-months__step"
        label={TEXTS.later}
        disabled={month >= thisMonth}
        onPress={() => onChange(neighbour(1))}
      >
        <Icon name="forward" />
      </Pressable>
    </View>
  );
}

function MonthOf({ view }: { view: DashboardView }) {
  const { estateId, month, filed, closed, rates, reopened, callbacks, clocks } = view;
  const open = opensMonth(estateId, month);
  const said = (share: number | null): string => (share === null ? TEXTS.none : percent(share));
  const ofWhole = (part: number, whole: number) => `${part} / ${whole} ${TEXTS.unit}`;
  const { response, resolution, satisfaction } = rates;
  return (
    <View className="hs-dashboard__cards">
      <Card title={TEXTS.whole}>
        <View className="hs-figures">
          <FigureButton name={TEXTS.filed} value={String(filed.count)} onPress={() => open(filed.figure)} />
          <FigureButton name={TEXTS.closed} value={String(closed.count)} onPress={() => open(closed.figure)} />
          <FigureButton
            name={TEXTS.reopened}
            value={said(reopened.share)}
            note={ofWhole(reopened.part.count, reopened.whole.count)}
            onPress={() => open(reopened.part.figure)}
          />
        </View>
        <Heading level={3} className="hs-dashboard__part">
          {TEXTS.rates}
        </Heading>
        <Rate
          name={TEXTS.response}
          note={TEXTS.responseNote}
          value={said(response.share)}
          numbers={[
            { text: `${TEXTS.decided} ${response.whole.count}`, onPress: () => open(response.whole.figure) },
            { text: `${TEXTS.missed} ${response.part.count}`, onPress: () => open(response.part.figure) },
          ]}
        />
        <Rate
          name={TEXTS.resolution}
          note={TEXTS.resolutionNote}
          value={said(resolution.share)}
          numbers={[
            { text: `${TEXTS.done} ${resolution.whole.count}`, onPress: () => open(resolution.whole.figure) },
            { text: `${TEXTS.solved} ${resolution.part.count}`, onPress: () => open(resolution.part.figure) },
          ]}
        />
        <Rate
          name={TEXTS.satisfaction}
          note={TEXTS.satisfactionNote}
          value={said(satisfaction.share)}
          numbers={[
            { text: `${TEXTS.done} ${satisfaction.whole.count}`, onPress: () => open(satisfaction.whole.figure) },
            { text: `${TEXTS.satisfied} ${satisfaction.part.count}`, onPress: () => open(satisfaction.part.figure) },
          ]}
        />
      </Card>
      <Card title={TEXTS.callbacks}>
        <View className="hs-quotas">
          <QuotaGauge name={TEXTS.ordinary} quota={callbacks.ordinary} open={open} />
          <QuotaGauge name={TEXTS.grave} quota={callbacks.grave} open={open} />
        </View>
        <View className="hs-figures">
          <FigureButton
            name={TEXTS.unreached}
            value={String(callbacks.unreached.count)}
            onPress={() => open(callbacks.unreached.figure)}
          />
        </View>
      </Card>
      <Card title={TEXTS.clocks}>
        {clocks.length === 0 ? <Text className="hs-dashboard__note">{TEXTS.none}</Text> : null}
        {clocks.map(({ kind, share, whole, part }) => (
          <Rate
            key={kind}
            name={CLOCKS[kind]}
            value={said(share)}
            numbers={[
              { text: `${TEXTS.decided} ${whole.count}`, onPress: () => open(whole.figure) },
              { text: `${TEXTS.missed} ${part.count}`, onPress: () => open(part.figure) },
            ]}
          />
        ))}
      </Card>
      <Breakdown view={view} />
      <Text className="hs-dashboard__note">{TEXTS.note}</Text>
    </View>
  );
}

interface RateProps {
  name: string;
  note?: string;
  value: string;
  numbers: readonly { text: string; onPress: () => void }[];
}

function Rate({ name, note, value, numbers }: RateProps) {
  return (
    <View className="hs-rate">
      <View className="hs-rate__words">
        <Text className="hs-rate__name">{name}</Text>
        {note === undefined ? null : <Text className="hs-rate__note">{note}</Text>}
      </View>
      <Text className="hs-rate__value">{value}</Text>
      <View className="hs-rate__numbers">
        {numbers.map(({ text, onPress }) => (
          <Pressable
            key={text}
            className="hs-rate__number"
            label={`${name}，${text}，${TEXTS.opens}`}
            onPress={onPress}
          >
            {text}
          </Pressable>
        ))}
      </View>
    </View>
  );
}

function Breakdown({ view }: { view: DashboardView }) {
  const [measure, setMeasure] = useState<BrokenDown>('filed');
  const open = opensMonth(view.estateId, view.month);
  const dimensions = Object.keys(TEXTS.dimensions) as Dimension[];
  return (
    <Card title={TEXTS.by} className="hs-dashboard__by">
      <Segments
        label={TEXTS.measure}
        options={BROKEN_DOWN.map((value) => ({ value, text: TEXTS.measures[value] }))}
        value={measure}
        onChange={setMeasure}
      />
      <View className="hs-dashboard__dimensions">
        {dimensions.map((dimension) => {
          const rows = view.by[dimension]
            .map(({ value, name, counts }) => ({ value, name, count: counts[measure] }))
            .filter(({ count }) => count > 0)
            .sort((a, b) => b.count - a.count);
          return (
            <View key={dimension} className="hs-dashboard__dimension">
              <Heading level={3} className="hs-dashboard__part">
                {TEXTS.dimensions[dimension]}
              </Heading>
              {rows.length === 0 ? (
                <Text className="hs-dashboard__note">{TEXTS.nobody}</Text>
              ) : (
                <BarList
                  what={TEXTS.measures[measure]}
                  rows={rows}
                  onPress={({ value, name }) => open(measure, { dimension, value, name })}
                />
              )}
            </View>
          );
        })}
      </View>
    </Card>
  );
}
