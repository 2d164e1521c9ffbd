// Nobody answered: the next try is planned; after the last one the customer counts as unreachable.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { type CallbackView, callbackDone, callbackTried } from '../../core/callback.contract.ts';
import { readCallback } from '../callback.reads.ts';
import { insertAttempt, lockCallback, saveCallback } from '../callback.store.ts';
import { phoneHints } from '../callback-desk.ts';
import { readCallbackRules } from '../callback-rules.reads.ts';
import { afterWorking } from '../plan-callback.ts';

export async function tryCallback(
  env: Env,
  input: { callbackId: string; note?: string | undefined },
): Promise<Result<CallbackView, 'forbidden' | 'not_found' | 'already_settled'>> {
  // permit
  if (!may(env.actor, 'callback.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockCallback(tx, input.callbackId);
    if (!row) return refuse('not_found');
    const rules = await readCallbackRules(tx);
    const nextAt = await afterWorking(tx, env.now, rules.spacingHours);
    // decide
    if (row.state !== 'open') return refuse('already_settled');
    const number = row.attempts + 1;
    const last = number >= row.max_attempts;
    const note = input.note ? maskPersonalData(input.note).masked : null;
    // save
    await insertAttempt(tx, {
      callbackId: row.id,
      number,
      at: env.now,
      by: env.actor.name,
      outcome: 'no_answer',
      note,
    });
    await saveCallback(
      tx,
      last
        ? {
            ...row,
            attempts: number,
            state: 'done',
            outcome: 'unreachable',
            note,
            done_at: env.now,
            done_by: env.actor.name,
          }
        : { ...row, attempts: number, next_at: nextAt },
    );
    // tell
    if (last) {
      const data = {
        callbackId: row.id,
        outcome: 'unreachable' as const,
        personId: row.person_id,
        resolution: row.resolution,
        note,
        feedbackId: null,
      };
      await tell(tx, env, callbackDone, { subject: row.case_id, data });
    } else {
      await tell(tx, env, callbackTried, {
        subject: row.case_id,
        data: { callbackId: row.id, attempt: number, nextAt: nextAt.toISOString() },
      });
    }
    return ok((await readCallback(tx, row.id, env.now, phoneHints))!);
  });
}
