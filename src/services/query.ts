/** Reading and changing through the API, with cache, retry and one commandId per act. */
import {
  focusManager,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import { call } from './api';
import { ApiError } from './api-error';
import { IS_H5 } from './browser';
import { newCommandId } from './command-id';

/** Asked again at most twice, and only where asking again can help. */
const mayRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiError && (error.code === 'network' || error.code === 'unavailable');

const FRESH_MS = 10_000;

// A mini program has no visibilitychange: coming back to it is WeChat's app-show.
if (!IS_H5) {
  focusManager.setEventListener((changed) => {
    const shown = () => changed();
    Taro.onAppShow(shown);
    return () => Taro.offAppShow(shown);
  });
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // The mini program has no online event: what is asked is always tried.
    queries: { networkMode: 'always', staleTime: FRESH_MS, retry: mayRetry, refetchOnWindowFocus: 'always' },
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * The answer of a query procedure; asked anew after every command. `fresh`: asked anew whenever it is opened, for what
 * must not be older than the list it was opened from.
 */
export function useProcedure<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
  options: { enabled?: boolean; refetchEveryMs?: number; fresh?: boolean } = {},
): UseQueryResult<OutputOf<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchEveryMs ?? false,
    refetchOnMount: options.fresh ? 'always' : true,
  });
}

interface Page {
  cursor: string | null;
}

/**
 * The pages of a list procedure, one after the other; `input` makes the input of the page at a cursor. `meanwhile`: the
 * part of it that is known from elsewhere, shown until the answer is there.
 */
export function usePages<N extends ProcedureName>(
  name: N,
  key: unknown,
  input: (cursor: string | undefined) => InputOf<N>,
  options: { enabled?: boolean; meanwhile?: OutputOf<N> | undefined } = {},
) {
  const { meanwhile } = options;
  return useInfiniteQuery({
    queryKey: [name, 'pages', key],
    queryFn: ({ pageParam }) => call(name, input(pageParam)),
    initialPageParam: noCursor(),
    getNextPageParam: (last: OutputOf<N>) => nextCursor(last),
    enabled: options.enabled ?? true,
    placeholderData: () => (meanwhile === undefined ? undefined : { pages: [meanwhile], pageParams: [noCursor()] }),
  });
}

const noCursor = (): string | undefined => undefined;
const hasCursor = (page: unknown): page is Page => typeof page === 'object' && page !== null && 'cursor' in page;
const nextCursor = (page: unknown): string | undefined => (hasCursor(page) ? (page.cursor ?? undefined) : undefined);

/**
 * A command. `run` takes a maker of the input, which gets the commandId: the same until it succeeds, so that a double
 * tap or a repeat after a lost answer has one effect (IN-06). Rejects with ApiError; `error` holds it for the screen.
 */
export function useCommand<N extends ProcedureName>(name: N) {
  const client = useQueryClient();
  const commandId = useRef<string | null>(null);
  const running = useRef<Promise<OutputOf<N>> | null>(null);
  const mutation = useMutation({
    mutationFn: (input: InputOf<N>) => call(name, input),
    onError: (error) => {
      // What was saved first stands; the next press is another act.
      if (error instanceof ApiError && error.code === 'alreadyDone') commandId.current = null;
    },
    onSuccess: () => {
      commandId.current = null;
      // Everything on the screen may have changed by it; nobody waits for that.
      void client.invalidateQueries();
    },
  });
  const run = (makeInput: (commandId: string) => InputOf<N>): Promise<OutputOf<N>> => {
    if (running.current !== null) return running.current;
    commandId.current ??= newCommandId();
    const work = mutation.mutateAsync(makeInput(commandId.current)).finally(() => {
      running.current = null;
    });
    running.current = work;
    return work;
  };
  return { run, busy: mutation.isPending, error: mutation.error, forgetError: mutation.reset };
}
