// Says that a promise was kept, in time or late, and how.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { type PromiseView, promiseKept } from '../../core/promise.contract.ts';
import { nextState } from '../../core/promise-state.ts';
import { readPromise } from '../promise.reads.ts';
import { lockPromise, savePromise } from '../promise.store.ts';

export async function keepPromise(
  env: Env,
  input: { promiseId: string; note: string },
): Promise<Result<PromiseView, 'forbidden' | 'not_found' | 'not_made'>> {
  // permit
  if (!may(env.actor, 'promise.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockPromise(tx, input.promiseId);
    // decide
    if (!row) return refuse('not_found');
    if (!nextState(row.state, 'keep').ok) return refuse('not_made');
    // The sweep may not have come by yet.
    const late = row.missed_at ?? (row.due_at !== null && row.due_at < env.now ? row.due_at : null);
    const note = maskPersonalData(input.note).masked;
    // save
    await savePromise(tx, {
      ...row,
      state: 'kept',
      missed_at: late,
      next_look_at: null,
      settled_by: env.actor.name,
      settled_at: env.now,
      note,
    });
    // tell
    await tell(tx, env, promiseKept, {
      subject: row.case_id,
      data: { promiseId: row.id, text: row.text, dueAt: row.due_at?.toISOString() ?? null, late: late !== null, note },
    });
    return ok((await readPromise(tx, row.id, env.now))!);
  });
}
