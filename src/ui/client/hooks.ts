// Reads and verbs of a contract as React hooks; the cache key of a read is its route and its input.
import {
  keepPreviousData,
  type MutateOptions,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallOf, OkOf, RouteSpec } from '../../kit/route.ts';
import { call, callText } from './call.ts';
import { onLive } from './live.tsx';
import { OnePress } from './one-press.ts';
import type { Problem } from './problem.ts';

export interface ReadOptions {
  /** false waits, for example until an id is known */
  enabled?: boolean;
  /** event types that make this answer stale: `case.opened`, or `case.*` for a noun */
  on?: readonly string[];
  /** ask again every so many ms, for things no event tells about */
  everyMs?: number;
  /** how long an answer counts as fresh, ms */
  freshMs?: number;
}

/** Cache key of a read; the route alone names all of its answers. */
export function keyOf(spec: RouteSpec, input?: unknown): unknown[] {
  return input === undefined ? [spec.id] : [spec.id, input];
}

function useStaleOn(queryKey: unknown[], on: readonly string[] | undefined): void {
  const client = useQueryClient();
  const wanted = on?.join(' ') ?? '';
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (!wanted) return undefined;
    return onLive(wanted.split(' '), () => client.invalidateQueries({ queryKey: JSON.parse(key) as unknown[] }));
  }, [client, wanted, key]);
}

/** Reads a route; keeps showing the previous answer while the next one loads. */
export function useRead<R extends RouteSpec>(spec: R, input: CallOf<R> = {} as CallOf<R>, options: ReadOptions = {}) {
  const queryKey = keyOf(spec, input);
  useStaleOn(queryKey, options.on);
  return useQuery<OkOf<R>, Problem>({
    queryKey,
    queryFn: ({ signal }) => call(spec, input, { signal }),
    enabled: options.enabled ?? true,
    staleTime: options.freshMs ?? 10_000,
    refetchInterval: options.everyMs ?? false,
    placeholderData: keepPreviousData,
  });
}

/** Reads a route that answers with a text file. */
export function useText<R extends RouteSpec>(spec: R, input: CallOf<R> = {} as CallOf<R>) {
  return useQuery<string, Problem>({
    queryKey: [...keyOf(spec, input), 'text'],
    queryFn: ({ signal }) => callText(spec, input, { signal }),
    staleTime: 300_000,
  });
}

interface AnyPage<T> {
  items: T[];
  nextCursor: string | null;
  total?: number | null;
}
type RowOf<R extends RouteSpec> = OkOf<R> extends { items: (infer T)[] } ? T : never;

/** What DataList needs to know about a list that grows page by page. */
export interface ListRead<T> {
  items: T[];
  /** exact number of rows when the route tells it */
  total: number | null;
  status: 'loading' | 'error' | 'ready';
  error: Problem | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  /** true while a refresh or another filter is on its way and the shown rows are the old ones */
  isStale: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** Reads a cursor-paged list route as one growing list. Leave `cursor` out of the input. */
export function useList<R extends RouteSpec>(
  spec: R,
  input: CallOf<R> = {} as CallOf<R>,
  options: ReadOptions = {},
): ListRead<RowOf<R>> {
  const queryKey = [...keyOf(spec, input), 'list'];
  useStaleOn(queryKey, options.on);
  const parts = input as { query?: Record<string, unknown> };
  const read = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? { ...parts.query, cursor: pageParam } : parts.query;
      return (await call(spec, { ...parts, query } as CallOf<R>, { signal })) as AnyPage<RowOf<R>>;
    },
    getNextPageParam: (page: AnyPage<RowOf<R>>) => page.nextCursor,
    enabled: options.enabled ?? true,
    staleTime: options.freshMs ?? 10_000,
    refetchInterval: options.everyMs ?? false,
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => read.data?.pages.flatMap((page) => page.items) ?? [], [read.data]);
  return {
    items,
    total: read.data?.pages[0]?.total ?? null,
    status: read.status === 'pending' ? 'loading' : read.status === 'error' ? 'error' : 'ready',
    error: read.error as Problem | null,
    hasMore: read.hasNextPage,
    isLoadingMore: read.isFetchingNextPage,
    isStale: read.isPlaceholderData,
    loadMore: () => void (read.hasNextPage && !read.isFetchingNextPage && read.fetchNextPage()),
    retry: () => void read.refetch(),
  };
}

export interface VerbOptions<R extends RouteSpec> {
  /** reads that are stale after a yes */
  refresh?: readonly RouteSpec[];
  onDone?: (answer: OkOf<R>, input: CallOf<R>) => void;
  onProblem?: (problem: Problem, input: CallOf<R>) => void;
  /** Verbs of the same turn are sent one after the other, so that "take it back" never overtakes what it takes back. */
  turn?: string;
}

/** Marks all answers of these routes stale; those on screen are read again. @returns when they have been read */
export async function refreshReads(client: QueryClient, routes: readonly RouteSpec[]): Promise<void> {
  await Promise.all(routes.map((spec) => client.invalidateQueries({ queryKey: [spec.id] })));
}

/**
 * A verb: `const assign = useVerb(assignCase, {refresh: [listCases]}); assign.mutate({params, body})`. The same input is not
 * sent again before its answer has come and the refreshed reads show it, so that a double click is one call. Verbs
 * of a turn are sent as often as pressed: between two equal ones may lie a "take it back".
 */
export function useVerb<R extends RouteSpec>(spec: R, options: VerbOptions<R> = {}) {
  type Input = CallOf<R>;
  const client = useQueryClient();
  const [press] = useState(() => new OnePress<OkOf<R>>());
  const verb = useMutation<OkOf<R>, Problem, Input>({
    mutationFn: (input) => call(spec, input),
    ...(options.turn ? { scope: { id: options.turn } } : {}),
    onSuccess: (answer, input) => {
      void refreshReads(client, options.refresh ?? []).finally(() => press.free(input));
      options.onDone?.(answer, input);
    },
    onError: (problem, input) => {
      press.free(input);
      options.onProblem?.(problem, input);
    },
  });
  const send = verb.mutateAsync;
  const { turn } = options;
  const mutateAsync = useCallback(
    (input: Input, then?: MutateOptions<OkOf<R>, Problem, Input>) =>
      turn ? send(input, then) : press.send(input, () => send(input, then)),
    [press, send, turn],
  );
  const mutate = useCallback(
    (input: Input, then?: MutateOptions<OkOf<R>, Problem, Input>) =>
      void mutateAsync(input, then).catch(() => undefined),
    [mutateAsync],
  );
  return { ...verb, mutate, mutateAsync };
}
