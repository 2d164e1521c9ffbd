// Saves, changes and removes views of the inbox; a shared one belongs to those who may edit rules.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { ViewDraft } from '../../core/case-views.contract.ts';
import {
  countViews,
  deleteView,
  insertView,
  lockView,
  MOST_VIEWS,
  type StoredView,
  updateView,
} from '../view.store.ts';

export async function createView(
  tx: Tx,
  env: Env,
  draft: ViewDraft,
): Promise<Result<{ id: string }, 'forbidden' | 'too_many_views'>> {
  // permit
  if (!may(env.actor, 'case.read') || (draft.shared && !may(env.actor, 'rule.edit'))) return refuse('forbidden');
  // load
  const count = await countViews(tx, env.actor.id);
  // decide
  if (count >= MOST_VIEWS) return refuse('too_many_views');
  // save
  const id = await insertView(tx, env.actor.id, draft, env.now);
  // tell
  // A view is a way of looking; nothing has happened that others would want to know.
  return ok({ id });
}

export async function changeView(
  tx: Tx,
  env: Env,
  input: { id: string; draft: ViewDraft },
): Promise<Result<Record<string, never>, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'case.read') || (input.draft.shared && !may(env.actor, 'rule.edit'))) return refuse('forbidden');
  // load
  const view = await lockView(tx, input.id);
  // decide
  const allowed = mayKeep(env, view);
  if (!allowed.ok) return allowed;
  // save
  await updateView(tx, input.id, input.draft);
  // tell
  return ok({});
}

export async function removeView(
  tx: Tx,
  env: Env,
  input: { id: string },
): Promise<Result<Record<string, never>, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'case.read')) return refuse('forbidden');
  // load
  const view = await lockView(tx, input.id);
  // decide
  const allowed = mayKeep(env, view);
  if (!allowed.ok) return allowed;
  // save
  await deleteView(tx, input.id);
  // tell
  return ok({});
}

/** One's own; a shared one of somebody else's only with the permission to edit rules. A private one of somebody else's is not there. */
export function mayKeep(env: Env, view: StoredView | undefined): Result<StoredView, 'forbidden' | 'not_found'> {
  if (!view) return refuse('not_found');
  if (view.member_id === env.actor.id) return ok(view);
  if (!view.shared) return refuse('not_found');
  return may(env.actor, 'rule.edit') ? ok(view) : refuse('forbidden');
}
