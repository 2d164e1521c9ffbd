// Turns chosen cases and feedback into what joins a problem: feedback brings its case along, the rest stands for itself.
import { type Refused, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { casesOf } from '../../cases/server/door.ts';
import { refuseUnknown, type UnknownNamed } from './check-named.ts';
import { problemsOfCases } from './problem.store.ts';

export interface Gathered {
  caseIds: string[];
  feedbackIds: string[];
}

/** @param problemId the problem they are to join; null for one yet to be opened */
export async function gatherCases(
  tx: Tx,
  problemId: string | null,
  chosen: { caseIds: readonly string[]; feedbackIds: readonly string[] },
): Promise<Gathered | Refused<UnknownNamed | 'case_in_problem'>> {
  const unknown = await refuseUnknown(tx, chosen);
  if (unknown) return unknown;
  const inCases = await casesOf(tx, chosen.feedbackIds);
  const caseIds = [...new Set([...chosen.caseIds, ...inCases.values()])];
  for (const [caseId, other] of await problemsOfCases(tx, caseIds)) {
    if (other === problemId) continue;
    return refuse('case_in_problem', [{ path: 'caseIds', code: 'case_in_problem', message: caseId }]);
  }
  return { caseIds, feedbackIds: chosen.feedbackIds.filter((id) => !inCases.has(id)) };
}

export function isRefused<T extends object, R extends string>(value: T | Refused<R>): value is Refused<R> {
  return 'ok' in value && value.ok === false;
}
