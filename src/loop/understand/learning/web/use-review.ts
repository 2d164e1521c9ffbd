// The queue as one works through it: what is answered leaves at once, and can be taken back in the order it was done.
import { useMemo, useState } from 'react';
import type { SentimentLabel } from '../../../../text/judge.contract.ts';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  decideReviewRoute,
  getReviewProgressRoute,
  listReviewItemsRoute,
  type ReviewItemView,
  type ReviewSource,
  skipReviewRoute,
  undoReviewRoute,
} from '../core/label-review.contract.ts';

/** So few left, and the next page is fetched. */
const FETCH_AT = 8;

export function useReview(source: ReviewSource) {
  const toast = useToast();
  const list = useList(listReviewItemsRoute, { query: { source, limit: 40 } }, { freshMs: 600_000 });
  const [done, setDone] = useState<readonly ReviewItemView[]>([]);
  const gone = useMemo(() => new Set(done.map((item) => item.feedbackId)), [done]);
  const left = list.items.filter((item) => !gone.has(item.feedbackId));
  if (left.length < FETCH_AT && list.hasMore && !list.isLoadingMore && list.status === 'ready') list.loadMore();
  const back = (id: string) => setDone((before) => before.filter((item) => item.feedbackId !== id));
  const order = { refresh: [getReviewProgressRoute], turn: 'label-reviews' };
  const verb = {
    ...order,
    onProblem: (problem: unknown, input: { params: { id: string } }) => {
      back(input.params.id);
      toast.problem(problem as never);
    },
  };
  const decide = useVerb(decideReviewRoute, verb);
  const skip = useVerb(skipReviewRoute, verb);
  const undo = useVerb(undoReviewRoute, { ...order, onProblem: (problem) => toast.problem(problem) });
  const take = (item: ReviewItemView) => setDone((before) => [...before, item]);
  return {
    list,
    left,
    current: left[0] as ReviewItemView | undefined,
    canUndo: done.length > 0,
    answer(item: ReviewItemView, sentiment: SentimentLabel) {
      take(item);
      decide.mutate({ params: { id: item.feedbackId }, body: { sentiment, source } });
    },
    leave(item: ReviewItemView) {
      take(item);
      skip.mutate({ params: { id: item.feedbackId } });
    },
    takeBack() {
      const last = done.at(-1);
      if (!last) return;
      back(last.feedbackId);
      undo.mutate({ params: { id: last.feedbackId } });
    },
  };
}
