// Opens the number to ring, and leaves a trace of who looked and why.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { contactOf } from '../../../../../ground/people/server/door.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { callbackPhoneRevealed } from '../../core/callback.contract.ts';
import { lockCallback } from '../callback.store.ts';

export async function revealCallbackPhone(
  env: Env,
  sealer: Sealer,
  input: { callbackId: string; reason: string },
): Promise<Result<{ phone: string }, 'forbidden' | 'not_found' | 'nothing_known'>> {
  // permit
  if (!may(env.actor, 'feedback.reveal')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockCallback(tx, input.callbackId);
    if (!row) return refuse('not_found');
    const contact = row.person_id ? await contactOf(tx, sealer, row.person_id) : null;
    // decide
    if (!contact?.phone) return refuse('nothing_known');
    // save · tell: the trace is all that is written
    await tell(tx, env, callbackPhoneRevealed, {
      subject: row.case_id,
      data: { callbackId: row.id, reason: input.reason },
    });
    return ok({ phone: contact.phone });
  });
}
