// What can be done to one case or to many at once, and one way to do it: each case answers for itself.
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { Problem, problemText } from '../../../../ui/client/problem.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { getCaseRoute, getCaseTimelineRoute, listCasesRoute } from '../core/case-routes.contract.ts';
import { type BulkChange, bulkCasesRoute, listViewsRoute } from '../core/case-views.contract.ts';

export type DeedKind = 'assign' | 'resolve' | 'snooze' | 'priority' | 'merge' | 'verify';

/** What a dialog needs to know of the cases it is about. */
export interface DeedCase {
  id: string;
  number: number;
  title: string;
  team?: { id: string; name: string } | null;
  priority?: string;
}

/** Reads that any change of a case makes stale. */
export const CASE_READS = [getCaseRoute, listCasesRoute, listViewsRoute, getCaseTimelineRoute] as const;

/**
 * Changes cases in bulk and says what became of it, also of those that would not.
 * @param undo offered when all went well
 */
export function useBulkDeed(onDone: () => void) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const verb = useVerb(bulkCasesRoute, {
    refresh: CASE_READS,
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const run = (cases: readonly DeedCase[], change: BulkChange, undo?: { label: string; run: () => void }) =>
    verb.mutate(
      { body: { ids: cases.slice(0, 200).map((one) => one.id), change } },
      {
        onSuccess: ({ done, refused, results }) => {
          const first = results.find((one) => !one.ok)?.reason;
          const why = first ? problemText(t, new Problem({ code: first, status: 409 })) : '';
          if (refused === 0) toast.done(t(`done.${change.verb}`, { count: done }), undo);
          else if (done === 0) toast.problem(new Problem({ code: first ?? 'other', status: 409 }));
          else toast.done(t('done.some', { done, refused, why }));
          onDone();
        },
      },
    );
  return { run, isPending: verb.isPending };
}
