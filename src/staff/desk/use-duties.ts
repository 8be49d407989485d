/** The person's duties: pages, counts, and which ones colleagues took off the list. */
import { useEffect, useRef } from 'react';
import type { InputOf } from '../../../types/procedures';
import type { ComplaintCard } from '../../../types/views';
import { errorText } from '../../services/api-error';
import { usePages } from '../../services/query';
import { toast } from '../../ui/toast';
import { doneByMe } from '../list/done-by-me';
import { useRefresh } from '../list/refresh';
import { departed, departedText } from './departed';

export type Only = NonNullable<InputOf<'desk'>['only']>;

/** The first page stands soon; a long list is then got, and asked again, in few calls. */
const FURTHER = 50;

export function useDuties(only: Only) {
  const pages = usePages('desk', only, (cursor) =>
    cursor === undefined ? { only } : { only, cursor, withCounts: false, limit: FURTHER },
  );
  useRefresh(pages.refetch);
  const before = useRef<{ only: Only; items: readonly ComplaintCard[] }>({ only, items: [] });
  const items = pages.data?.pages.flatMap((page) => page.items);
  const complete = !pages.hasNextPage;

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per answer of the server
  useEffect(() => {
    if (items === undefined) return;
    if (before.current.only === only) {
      const text = departedText(departed(before.current.items, items, doneByMe, complete));
      if (text !== '') toast(text);
    }
    before.current = { only, items };
  }, [pages.dataUpdatedAt]);

  return {
    items,
    counts: pages.data?.pages[0]?.counts ?? undefined,
    error: pages.error ? errorText(pages.error) : '',
    loading: pages.isFetchingNextPage,
    more: pages.hasNextPage,
    showMore: () => void pages.fetchNextPage(),
    /** The end has come near: what follows is fetched by itself, unless that failed before. */
    nearEnd: () => {
      if (pages.hasNextPage && !pages.isFetching && pages.error === null) void pages.fetchNextPage();
    },
    retry: () => void pages.refetch(),
  };
}
