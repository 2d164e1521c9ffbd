// Drops a call that is not needed, with a reason.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { type CallbackView, callbackDropped } from '../../core/callback.contract.ts';
import { readCallback } from '../callback.reads.ts';
import { lockCallback, saveCallback } from '../callback.store.ts';
import { phoneHints } from '../callback-desk.ts';

export async function dropCallback(
  env: Env,
  input: { callbackId: string; note: string },
): Promise<Result<CallbackView, 'forbidden' | 'not_found' | 'already_settled'>> {
  // permit
  if (!may(env.actor, 'callback.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockCallback(tx, input.callbackId);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'open') return refuse('already_settled');
    const note = maskPersonalData(input.note).masked;
    // save
    await saveCallback(tx, { ...row, state: 'dropped', note, done_at: env.now, done_by: env.actor.name });
    // tell
    await tell(tx, env, callbackDropped, { subject: row.case_id, data: { callbackId: row.id, note } });
    return ok((await readCallback(tx, row.id, env.now, phoneHints))!);
  });
}
