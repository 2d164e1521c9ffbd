// Agrees on another due date: the promise stands, its clock starts anew.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { shopHours } from '../../../../act/clocks/server/door.ts';
import { type PromiseDue, type PromiseView, promiseMade } from '../../core/promise.contract.ts';
import { dueOf, warnAt } from '../../core/promise-due.ts';
import { nextState } from '../../core/promise-state.ts';
import { readPromise } from '../promise.reads.ts';
import { lockPromise, savePromise } from '../promise.store.ts';

export async function movePromise(
  env: Env,
  input: { promiseId: string; due: PromiseDue; note: string },
): Promise<Result<PromiseView, 'forbidden' | 'not_found' | 'not_made' | 'due_in_past' | 'no_working_time'>> {
  // permit
  if (!may(env.actor, 'promise.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockPromise(tx, input.promiseId);
    if (!row) return refuse('not_found');
    const hours = await shopHours(tx);
    // decide
    if (!nextState(row.state, 'move').ok) return refuse('not_made');
    const due = dueOf(input.due, env.now.getTime(), hours);
    if (!due.ok) return due;
    const warned = new Date(warnAt(env.now.getTime(), due.value));
    // save
    await savePromise(tx, {
      ...row,
      state: 'made',
      due_at: new Date(due.value),
      warn_at: warned,
      warned_at: null,
      next_look_at: warned,
      note: maskPersonalData(input.note).masked,
    });
    // tell
    await tell(tx, env, promiseMade, {
      subject: row.case_id,
      data: { promiseId: row.id, text: row.text, dueAt: new Date(due.value).toISOString() },
    });
    return ok((await readPromise(tx, row.id, env.now))!);
  });
}
