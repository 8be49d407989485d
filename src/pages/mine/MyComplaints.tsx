import { useReachBottom } from '@tarojs/taro';
import type { OutputOf } from '../../../types/procedures';
import { errorText } from '../../services/api-error';
import { useEstates, zoneOf } from '../../services/estates';
import { openComplaint, openFile } from '../../services/navigate';
import { queryClient, usePages } from '../../services/query';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { MatterRow } from '../../ui/MatterRow';
import { Skeleton } from '../../ui/Skeleton';
import { WORDS } from './words';

interface MyComplaintsProps {
  show: 'open' | 'ended';
  canFile: boolean;
}

/** The first page has shown some of what is open already. */
function shownAtHome(): OutputOf<'myComplaints'> | undefined {
  const [[, home] = []] = queryClient.getQueriesData<OutputOf<'homeOverview'>>({ queryKey: ['homeOverview'] });
  return home === undefined || home.mine.length === 0 ? undefined : { items: home.mine, cursor: null };
}

export function MyComplaints({ show, canFile }: MyComplaintsProps) {
  const estates = useEstates();
  const list = usePages('myComplaints', show, (cursor) => ({ show, cursor }), {
    meanwhile: show === 'open' ? shownAtHome() : undefined,
  });
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  useReachBottom(more);
  if (list.data === undefined) {
    return list.isError ? (
      <ErrorBlock text={errorText(list.error)} busy={list.isFetching} onRetry={() => void list.refetch()} />
    ) : (
      <Skeleton />
    );
  }
  const cards = list.data.pages.flatMap((page) => page.items);
  if (cards.length === 0) {
    return show === 'open' ? (
      <Empty
        picture="calm"
        text={WORDS.open.text}
        note={WORDS.open.note}
        action={canFile ? { text: WORDS.open.act, onPress: () => openFile('complaint') } : undefined}
      />
    ) : (
      <Empty picture="done" text={WORDS.ended.text} />
    );
  }
  return (
    <>
      <Card flush>
        {cards.map((card) => (
          <MatterRow
            key={card.id}
            card={card}
            zone={zoneOf(estates.data?.items, card.estateId)}
            onPress={() => openComplaint(card.id)}
          />
        ))}
      </Card>
      <EndOfList
        more={list.hasNextPage || list.isPlaceholderData}
        loading={list.isFetchingNextPage || list.isPlaceholderData}
        error={list.isFetchNextPageError ? errorText(list.error) : undefined}
        onMore={more}
      />
    </>
  );
}
