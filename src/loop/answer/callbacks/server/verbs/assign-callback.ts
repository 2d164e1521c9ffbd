// Gives a call to a member, or to nobody.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { CallbackView } from '../../core/callback.contract.ts';
import { readCallback } from '../callback.reads.ts';
import { lockCallback, saveCallback } from '../callback.store.ts';
import { mayBeGiven, phoneHints } from '../callback-desk.ts';

export async function assignCallback(
  env: Env,
  input: { callbackId: string; memberId: string | null },
): Promise<Result<CallbackView, 'forbidden' | 'not_found' | 'already_settled' | 'unknown_member'>> {
  // permit
  if (!may(env.actor, 'callback.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockCallback(tx, input.callbackId);
    const known = input.memberId === null || (await mayBeGiven(tx, input.memberId));
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'open') return refuse('already_settled');
    if (!known) return refuse('unknown_member', [{ path: 'memberId', code: 'unknown_member' }]);
    // save
    await saveCallback(tx, { ...row, assignee_id: input.memberId });
    // tell: whose turn it is is shown, and is no news of the case
    return ok((await readCallback(tx, row.id, env.now, phoneHints))!);
  });
}
