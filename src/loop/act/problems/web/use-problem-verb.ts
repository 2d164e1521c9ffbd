// Every deed on a problem makes the same reads stale and says its trouble in the same way.
import type { RouteSpec } from '../../../../kit/route.ts';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { listActionsRoute } from '../core/action-routes.contract.ts';
import {
  getProblemRoute,
  getProblemTimelineRoute,
  listProblemCasesRoute,
  listProblemsRoute,
  suggestProblemCasesRoute,
} from '../core/problem-routes.contract.ts';

export const PROBLEM_READS = [
  getProblemRoute,
  getProblemTimelineRoute,
  listProblemsRoute,
  listProblemCasesRoute,
  suggestProblemCasesRoute,
  listActionsRoute,
] as const;

/** @param said told when it is done; nothing when left out */
export function useProblemVerb<R extends RouteSpec>(spec: R, said?: string, onDone?: () => void) {
  const toast = useToast();
  return useVerb(spec, {
    refresh: PROBLEM_READS,
    onDone: () => {
      if (said) toast.done(said);
      onDone?.();
    },
    onProblem: (problem) => toast.problem(problem),
  });
}
