import './actions.scss';
import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { EstateId } from '../../../types/ids';
import { ACTION_STATES, ActionState } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { useEstates } from '../../services/estates';
import { usePages } from '../../services/query';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { ActionRow } from '../action/action-row';
import { TEXTS } from '../action/action-texts';
import { useRefresh } from '../list/refresh';
import { Tabs } from '../list/tabs';
import { Select } from '../register/select';

const ANY = 'any';
const STATE_OPTIONS = [
  { value: ANY, text: TEXTS.anyState },
  ...ActionState.options.map((value) => ({ value, text: ACTION_STATES[value] })),
] as const;

/** Corrective and preventive actions (CA): what I have to do, and all of an estate. */
export default function Actions() {
  const [show, setShow] = useState<'mine' | 'estate'>('mine');
  return (
    <Page title={TEXTS.title}>
      <Tabs
        label={TEXTS.list}
        value={show}
        onChange={setShow}
        tabs={[
          { value: 'mine', text: TEXTS.mine },
          { value: 'estate', text: TEXTS.estate },
        ]}
      />
      {show === 'mine' ? <Mine onShowAll={() => setShow('estate')} /> : <OfEstate />}
    </Page>
  );
}

function Mine({ onShowAll }: { onShowAll: () => void }) {
  const asked = usePages('myActions', 'all', (cursor) => (cursor === undefined ? {} : { cursor }));
  return (
    <Rows
      asked={asked}
      empty={
        <Empty
          picture="done"
          text={TEXTS.emptyMine}
          note={TEXTS.emptyMineNote}
          action={{ text: TEXTS.showAll, onPress: onShowAll }}
        />
      }
    />
  );
}

function OfEstate() {
  const estates = useEstates();
  const [state, setState] = useState<ActionState | typeof ANY>(ANY);
  const [picked, setPicked] = useState<EstateId | null>(null);
  const all = estates.data?.items ?? [];
  const estateId = picked ?? all[0]?.id;
  const asked = usePages(
    'actionsOfEstate',
    [estateId, state],
    (cursor) => ({
      ...(estateId === undefined ? {} : { estateId }),
      ...(state === ANY ? {} : { state }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    { enabled: estates.data !== undefined || estates.isError },
  );
  return (
    <>
      <View className="hs-actions-list__filters">
        {estateId !== undefined && all.length > 1 ? (
          <Select
            label={TEXTS.estateName}
            options={all.map(({ id, name }) => ({ value: id, text: name }))}
            value={estateId}
            onChange={setPicked}
            active={picked !== null}
          />
        ) : null}
        <Select label={TEXTS.state} options={STATE_OPTIONS} value={state} onChange={setState} active={state !== ANY} />
      </View>
      <Rows asked={asked} empty={<Empty picture="letters" text={TEXTS.emptyEstate} />} />
    </>
  );
}

interface RowsProps {
  asked: ReturnType<typeof usePages<'myActions'>> | ReturnType<typeof usePages<'actionsOfEstate'>>;
  empty: JSX.Element;
}

function Rows({ asked, empty }: RowsProps) {
  const more = () => {
    if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
  };
  useRefresh(() => asked.refetch());
  useReachBottom(more);
  if (asked.data === undefined)
    return asked.isError ? (
      <ErrorBlock text={errorText(asked.error)} busy={asked.isFetching} onRetry={() => void asked.refetch()} />
    ) : (
      <Skeleton cards={3} />
    );
  const items = asked.data.pages.flatMap((page) => page.items);
  return (
    <View className="hs-actions-list">
      {items.length === 0 && !asked.hasNextPage ? empty : null}
      {items.map((card) => (
        <ActionRow key={card.id} card={card} />
      ))}
      {items.length > 0 || asked.hasNextPage ? (
        <EndOfList
          more={asked.hasNextPage}
          loading={asked.isFetchingNextPage}
          error={asked.isFetchNextPageError ? errorText(asked.error) : undefined}
          onMore={more}
        />
      ) : null}
    </View>
  );
}
