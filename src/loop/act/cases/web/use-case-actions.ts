// What the status machine lets a member do with a case, as one function for each.
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { CaseAction, CaseView } from '../core/case.contract.ts';
import { unmergeCaseRoute } from '../core/case-merge.contract.ts';
import {
  assignCaseRoute,
  closeCaseRoute,
  reopenCaseRoute,
  setStatusRoute,
  triageCaseRoute,
  wakeCaseRoute,
} from '../core/case-routes.contract.ts';
import { CASE_READS } from './deed.part.tsx';

/** Deeds of one case that need no dialog. */
export function useCaseActions(view: Pick<CaseView, 'id'>) {
  const { t } = useTranslation('deskcases');
  const { member } = useSession();
  const toast = useToast();
  const said = (sentence: string) => ({
    refresh: CASE_READS,
    onDone: () => toast.done(t(sentence)),
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const triage = useVerb(triageCaseRoute, said('done.triaged'));
  const status = useVerb(setStatusRoute, said('done.statusSet'));
  const reopen = useVerb(reopenCaseRoute, said('done.reopened'));
  const close = useVerb(closeCaseRoute, said('done.closed'));
  const wake = useVerb(wakeCaseRoute, said('done.awake'));
  const assign = useVerb(assignCaseRoute, said('done.assignedToMe'));
  const unmerge = useVerb(unmergeCaseRoute, said('done.unmerged'));
  const params = { id: view.id };
  const run: Record<Exclude<CaseAction, 'resolve' | 'verify'>, () => void> = {
    triage: () => triage.mutate({ params, body: {} }),
    continue: () => status.mutate({ params, body: { status: 'open' } }),
    wait_for_customer: () => status.mutate({ params, body: { status: 'pending' } }),
    wait_for_third_party: () => status.mutate({ params, body: { status: 'on_hold' } }),
    reopen: () => reopen.mutate({ params, query: {} }),
    close: () => close.mutate({ params }),
  };
  return {
    run,
    wake: () => wake.mutate({ params }),
    assignMe: () => assign.mutate({ params, body: { memberId: member.id } }),
    unmerge: (id: string) => unmerge.mutate({ params: { id } }),
    busy: [triage, status, reopen, close, wake, assign, unmerge].some((one) => one.isPending),
  };
}
