import './register.scss';
import { serverNow } from '../../services/server-clock';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { timeText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { InputOf } from '../../../types/procedures';
import { CATEGORIES, Category, KINDS, Kind, SEVERITIES, Severity, STATES, State } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { usePages, useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { TextInput } from '../../ui/TextInput';
import { useNow } from '../../ui/use-now';
import { openCase } from '../addresses';
import { useSettled } from '../intake/use-settled';
import { useWideScreen } from '../layout/wide-screen';
import { ComplaintRow } from '../list/complaint-row';
import { type Chosen, ListWithCase } from '../list/list-with-case';
import { LongList } from '../list/long-list';
import { useRefresh } from '../list/refresh';
import { openedWith } from './opened-with';
import { PERIODS, type Period, periodBounds } from './period';
import { TEXTS } from './register-texts';
import { Select } from './select';

const ANY = 'any';
type OrAny<T> = T | typeof ANY;

interface Filters {
  state: OrAny<State>;
  category: OrAny<Category>;
  severity: OrAny<Severity>;
  kind: OrAny<Kind>;
  period: Period;
}
const NO_FILTERS: Filters = { state: ANY, category: ANY, severity: ANY, kind: ANY, period: ANY };

const SETTLE_MS = 350;

const withAny = <T extends string>(
  what: string,
  words: Readonly<Record<T, string>>,
  codes: readonly T[],
): { value: OrAny<T>; text: string }[] => [
  { value: ANY, text: TEXTS.any(what) },
  ...codes.map((value) => ({ value, text: words[value] })),
];
const PERIOD_CODES = ['any', 'today', 'week', 'month', 'lastMonth'] as const satisfies readonly Period[];

/** What the register is asked for; filters that aren't set are left out. */
const queryOf = (q: string, filters: Filters, nowMs: number, zone: Zone): InputOf<'register'> => ({
  ...(q === '' ? {} : { q }),
  ...(filters.state === ANY ? {} : { state: filters.state }),
  ...(filters.category === ANY ? {} : { category: filters.category }),
  ...(filters.severity === ANY ? {} : { severity: filters.severity }),
  ...(filters.kind === ANY ? {} : { kind: filters.kind }),
  ...periodBounds(filters.period, nowMs, zone),
});

/** Before the estates are known: the zone of all of China. */
const CHINA: Zone = { utcOffsetMinutes: 480 };

/** RG-05: 《客户投诉一览表》, newest first. */
export default function Register() {
  const wide = useWideScreen();
  const estates = useProcedure('describeEstates', {});
  const zone = estates.data?.items[0] ?? CHINA;
  const now = useNow();
  const [q, setQ] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [opened, setOpened] = useState(openedWith(useRouter().params));
  const wanted = useSettled(q.trim(), SETTLE_MS);
  const asked = usePages('register', [wanted, filters, opened], (cursor) => ({
    ...opened.filter,
    ...queryOf(wanted, filters, Date.parse(serverNow()), zone),
    ...(cursor === undefined ? {} : { cursor }),
  }));
  useRefresh(asked.refetch);
  const set = (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part }));
  const narrowed = wanted !== '' || opened.said !== '' || Object.values(filters).some((value) => value !== ANY);
  const items = asked.data?.pages.flatMap((page) => page.items);

  return (
    <Page title={TEXTS.title} width="wide" flush>
      <ListWithCase
        head={
          <View className="hs-register__head">
            {opened.said === '' ? null : (
              <View className="hs-register__opened">
                <Text>{`${TEXTS.opened}：${opened.said}`}</Text>
                <Button text={TEXTS.showAll} tone="quiet" size="small" onPress={() => setOpened(openedWith({}))} />
              </View>
            )}
            <TextInput
              value={q}
              onChange={setQ}
              placeholder={TEXTS.search}
              kind="search"
              maxLength={60}
              label={TEXTS.search}
            />
            <View className="hs-register__filters">
              <Select
                label={TEXTS.state}
                options={withAny(TEXTS.state, STATES, State.options)}
                value={filters.state}
                onChange={(state) => set({ state })}
                active={filters.state !== ANY}
              />
              <Select
                label={TEXTS.category}
                options={withAny(TEXTS.category, CATEGORIES, Category.options)}
                value={filters.category}
                onChange={(category) => set({ category })}
                active={filters.category !== ANY}
              />
              <Select
                label={TEXTS.severity}
                options={withAny(TEXTS.severity, SEVERITIES, Severity.options)}
                value={filters.severity}
                onChange={(severity) => set({ severity })}
                active={filters.severity !== ANY}
              />
              <Select
                label={TEXTS.kind}
                options={withAny(TEXTS.kind, KINDS, Kind.options)}
                value={filters.kind}
                onChange={(kind) => set({ kind })}
                active={filters.kind !== ANY}
              />
              <Select
                label={TEXTS.period}
                options={PERIOD_CODES.map((value) => ({ value, text: PERIODS[value] }))}
                value={filters.period}
                onChange={(period) => set({ period })}
                active={filters.period !== ANY}
              />
            </View>
          </View>
        }
        list={
          items === undefined ? (
            asked.error ? (
              <ErrorBlock text={errorText(asked.error)} onRetry={() => void asked.refetch()} busy={asked.isFetching} />
            ) : (
              <Skeleton cards={4} />
            )
          ) : items.length === 0 ? (
            narrowed ? (
              <Empty
                picture="search"
                text={TEXTS.empty}
                note={TEXTS.emptyNote}
                action={{
                  text: TEXTS.clear,
                  onPress: () => {
                    setQ('');
                    setFilters(NO_FILTERS);
                    setOpened(openedWith({}));
                  },
                }}
              />
            ) : (
              <Empty picture="letters" text={TEXTS.noneYet} />
            )
          ) : (
            <>
              <LongList
                items={items}
                row={(card) => (
                  <ComplaintRow
                    key={card.id}
                    card={card}
                    chosen={wide && chosen?.id === card.id}
                    aside={<Text className="hs-register__when">{timeText(card.filedAt, now, zone)}</Text>}
                    onPress={() =>
                      wide
                        ? setChosen((before) => ({ id: card.id, press: (before?.press ?? 0) + 1 }))
                        : openCase(card.id)
                    }
                  />
                )}
                onNearEnd={() => {
                  if (asked.hasNextPage && !asked.isFetching && asked.error === null) void asked.fetchNextPage();
                }}
              />
              <EndOfList
                more={asked.hasNextPage}
                loading={asked.isFetchingNextPage}
                error={asked.error ? errorText(asked.error) : undefined}
                onMore={() => void asked.fetchNextPage()}
              />
            </>
          )
        }
        chosen={wide ? chosen : null}
        invite={TEXTS.pickOne}
        inviteNote={TEXTS.pickOneNote}
      />
    </Page>
  );
}
