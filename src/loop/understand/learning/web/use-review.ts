// The queue as one works through it: what is answered leaves at once, and can be taken back in the order it was done.
import { useEffect, useRef, useState } from 'react';
import type { SentimentLabel } from '../../../../text/judge.contract.ts';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useSession } from '../../../../ui/client/session.tsx';
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
import { answeredIn, keepTrail, type ReviewStep, readTrail, trailKey } from './review-trail.ts';

/** So few left, and the next page is fetched. */
const FETCH_AT = 8;
/** The voice is settled or gone: asking again would change nothing. */
const SETTLED = ['set_by_another', 'not_found'];

/** @param round names a round of ten, so that its answers can be counted; empty for the whole queue */
export function useReview(source: ReviewSource, round = '') {
  const toast = useToast();
  const { member, workspace } = useSession();
  const key = trailKey(workspace.id, member.id, source);
  const list = useList(listReviewItemsRoute, { query: { source, limit: 40 } }, { on: ['judgement.corrected'] });
  const [done, setDone] = useState<readonly ReviewStep[]>(() => readTrail(key));
  const [settled, setSettled] = useState<readonly string[]>([]);
  const [returned, setReturned] = useState<readonly ReviewItemView[]>([]);
  useEffect(() => keepTrail(key, done), [key, done]);
  /** Every voice this page has shown, for those that are taken back at once. */
  const known = useRef(new Map<string, ReviewItemView>());
  /** The voice that is being read keeps its place when the list is read anew. */
  const reading = useRef('');

  /** Voices taken back: false until the service has said yes. */
  const again = useRef(new Map<string, boolean>());
  // Once the list names it again, the list alone says how long it waits.
  useEffect(() => {
    const listed = new Set(list.items.map((item) => item.feedbackId));
    setReturned((before) => {
      const kept = before.filter(({ feedbackId }) => !(again.current.get(feedbackId) && listed.has(feedbackId)));
      return kept.length === before.length ? before : kept;
    });
  }, [list.items]);

  const gone = new Set([...settled, ...done.map((step) => step.feedbackId)]);
  const isBack = new Set(returned.map((item) => item.feedbackId));
  const waiting = [...returned, ...list.items.filter((item) => !isBack.has(item.feedbackId))].filter(
    (item) => !gone.has(item.feedbackId),
  );
  const current = waiting.find((item) => item.feedbackId === reading.current) ?? waiting[0];
  reading.current = current?.feedbackId ?? '';
  const left = current ? [current, ...waiting.filter((item) => item !== current)] : [];
  if (left.length < FETCH_AT && list.hasMore && !list.isLoadingMore && list.status === 'ready') list.loadMore();

  const forget = (id: string) => setDone((before) => before.filter((step) => step.feedbackId !== id));
  const order = { refresh: [getReviewProgressRoute], turn: 'label-reviews' };
  const verb = {
    ...order,
    onProblem: (problem: Problem, input: { params: { id: string } }) => {
      if (SETTLED.includes(problem.code)) setSettled((before) => [...before, input.params.id]);
      forget(input.params.id);
      toast.problem(problem);
    },
  };
  const giveBack = (item: ReviewItemView) => {
    reading.current = item.feedbackId;
    setReturned((before) => [item, ...before.filter((one) => one.feedbackId !== item.feedbackId)]);
  };
  const decide = useVerb(decideReviewRoute, verb);
  const skip = useVerb(skipReviewRoute, verb);
  const undo = useVerb(undoReviewRoute, {
    ...order,
    onDone: ({ feedbackId, item }) => {
      if (again.current.has(feedbackId)) again.current.set(feedbackId, true);
      if (item && !known.current.has(feedbackId)) giveBack(item);
    },
    onProblem: (problem, input) => {
      if (SETTLED.includes(problem.code)) setSettled((before) => [...before, input.params.id]);
      toast.problem(problem);
    },
  });
  const take = (item: ReviewItemView, kind: ReviewStep['kind']) => {
    known.current.set(item.feedbackId, item);
    again.current.delete(item.feedbackId);
    setReturned((before) => before.filter((one) => one.feedbackId !== item.feedbackId));
    setDone((before) => [...before, { feedbackId: item.feedbackId, kind, round }]);
  };
  return {
    list,
    left,
    current,
    /** The reader has seen it before: he took it back himself. */
    isAgain: current !== undefined && again.current.has(current.feedbackId),
    answered: answeredIn(done, round),
    canUndo: done.length > 0,
    answer(item: ReviewItemView, sentiment: SentimentLabel) {
      take(item, 'answer');
      decide.mutate({ params: { id: item.feedbackId }, body: { sentiment, source } });
    },
    leave(item: ReviewItemView) {
      take(item, 'skip');
      skip.mutate({ params: { id: item.feedbackId } });
    },
    takeBack() {
      const last = done.at(-1);
      if (!last) return;
      forget(last.feedbackId);
      again.current.set(last.feedbackId, false);
      const item = known.current.get(last.feedbackId);
      if (item) giveBack(item);
      undo.mutate({ params: { id: last.feedbackId }, query: { source } });
    },
  };
}
