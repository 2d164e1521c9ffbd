// One change for many cases: each goes through its own verb and answers for itself.
import type { Env } from '../../../../../ground/env.ts';
import type { Result } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { BulkChange } from '../../core/case-views.contract.ts';
import { assignCase } from './assign-case.ts';
import { closeCase } from './close-case.ts';
import { mergeCase } from './merge-case.ts';
import { resolveCase } from './resolve-case.ts';
import { setPriority } from './set-priority.ts';
import { setStatus } from './set-status.ts';
import { snoozeCase } from './snooze-case.ts';
import { triageCase } from './triage-case.ts';

export interface BulkResult {
  id: string;
  ok: boolean;
  reason: string | null;
}

/**
 * All changes share the transaction; a refusal changes nothing of its case and nothing of the others. Ids are worked through in their own
 * order, so that two bulk changes never wait for each other.
 */
export async function bulkChange(tx: Tx, env: Env, ids: readonly string[], change: BulkChange): Promise<BulkResult[]> {
  const results = new Map<string, BulkResult>();
  for (const id of [...new Set(ids)].sort()) {
    const result = await one(tx, env, id, change);
    results.set(id, { id, ok: result.ok, reason: result.ok ? null : result.reason });
  }
  return [...results.values()];
}

function one(tx: Tx, env: Env, caseId: string, change: BulkChange): Promise<Result<{ id: string }, string>> {
  switch (change.verb) {
    case 'assign':
      return assignCase(tx, env, { ...change, caseId });
    case 'status':
      return setStatus(tx, env, { caseId, status: change.status });
    case 'priority':
      return setPriority(tx, env, { caseId, priority: change.priority, reason: change.reason });
    case 'resolve':
      return resolveCase(tx, env, { ...change, caseId });
    case 'snooze':
      return snoozeCase(tx, env, { caseId, until: new Date(change.until) });
    case 'merge':
      return mergeCase(tx, env, { caseId, intoId: change.intoId });
    case 'triage':
      return triageCase(tx, env, { caseId });
    case 'close':
      return closeCase(tx, env, { caseId });
  }
}
