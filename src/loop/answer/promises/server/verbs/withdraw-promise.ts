// Takes a promise back with a reason, or says that a proposed one was none.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { type PromiseView, promiseWithdrawn } from '../../core/promise.contract.ts';
import { nextState } from '../../core/promise-state.ts';
import { readPromise } from '../promise.reads.ts';
import { lockPromise, savePromise } from '../promise.store.ts';

export async function withdrawPromise(
  env: Env,
  input: { promiseId: string; note: string },
): Promise<Result<PromiseView, 'forbidden' | 'not_found' | 'already_settled' | 'missing_note'>> {
  // permit
  if (!may(env.actor, 'promise.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockPromise(tx, input.promiseId);
    // decide
    if (!row) return refuse('not_found');
    if (!nextState(row.state, 'withdraw').ok) return refuse('already_settled');
    // The customer was told this one: somebody will ask why it is gone.
    if (row.state !== 'proposed' && input.note.length < 2)
      return refuse('missing_note', [{ path: 'note', code: 'missing_note' }]);
    const note = maskPersonalData(input.note).masked;
    // save
    await savePromise(tx, {
      ...row,
      state: 'withdrawn',
      next_look_at: null,
      settled_by: env.actor.name,
      settled_at: env.now,
      note: note || null,
    });
    // tell
    await tell(tx, env, promiseWithdrawn, {
      subject: row.case_id,
      data: { promiseId: row.id, text: row.text, dueAt: row.due_at?.toISOString() ?? null, note },
    });
    return ok((await readPromise(tx, row.id, env.now))!);
  });
}
