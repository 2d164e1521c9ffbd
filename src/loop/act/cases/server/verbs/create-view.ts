// Saves a view of the inbox; a shared one needs the permission to edit rules.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { ViewDraft } from '../../core/case-views.contract.ts';
import { countViews, insertView, MOST_VIEWS } from '../view.store.ts';

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
