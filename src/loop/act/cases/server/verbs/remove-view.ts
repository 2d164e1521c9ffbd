// Removes a saved view of the inbox.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { deleteView, lockView } from '../view.store.ts';
import { mayKeep } from '../view-permit.ts';

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
