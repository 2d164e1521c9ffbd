// Decides whom a reply goes to: one reporter, or all of them, each once.
import { ok, type Result, refuse } from '../../../../kit/result.ts';

/**
 * @param reporters the one who spoke last first
 * @param to a reporter's key, `all`, or nothing for the one who spoke last
 */
export function chooseReporters<R extends { key: string }>(
  reporters: readonly R[],
  to: string | undefined,
): Result<R[], 'unknown_reporter'> {
  if (to === 'all' && reporters.length > 0) return ok([...new Map(reporters.map((one) => [one.key, one])).values()]);
  const chosen = to === undefined ? reporters[0] : reporters.find((one) => one.key === to);
  return chosen ? ok([chosen]) : refuse('unknown_reporter', [{ path: 'to', code: 'unknown_reporter' }]);
}
