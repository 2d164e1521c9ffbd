// Who may change a saved view.
import type { Env } from '../../../../ground/env.ts';
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { StoredView } from './view.store.ts';

/** One's own; a shared one of somebody else's only with the permission to edit rules. A private one of somebody else's is not there. */
export function mayKeep(env: Env, view: StoredView | undefined): Result<StoredView, 'forbidden' | 'not_found'> {
  if (!view) return refuse('not_found');
  if (view.member_id === env.actor.id) return ok(view);
  if (!view.shared) return refuse('not_found');
  return may(env.actor, 'rule.edit') ? ok(view) : refuse('forbidden');
}
