// Decides whether a draft may be published.
import { ok, type Result, refuse } from '../../../../kit/result.ts';

export type PublishRefusal = 'no_draft' | 'stale_version' | 'period_not_over';

/** A period that is still running would be published with half its voices. */
export function mayPublish(state: {
  draft: number | null;
  wanted: number;
  to: string;
  today: string;
}): Result<null, PublishRefusal> {
  if (state.draft === null) return refuse('no_draft');
  if (state.draft !== state.wanted) return refuse('stale_version');
  if (state.to >= state.today) return refuse('period_not_over');
  return ok(null);
}
