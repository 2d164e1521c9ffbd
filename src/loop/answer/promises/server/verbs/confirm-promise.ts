// Says that a proposed promise was indeed made; from now on its clock runs.
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

type Refusal = 'forbidden' | 'not_found' | 'not_proposed' | 'due_in_past' | 'missing_due' | 'no_working_time';

export async function confirmPromise(
  env: Env,
  input: { promiseId: string; text?: string | undefined; due?: PromiseDue | undefined },
): Promise<Result<PromiseView, Refusal>> {
  // permit
  if (!may(env.actor, 'promise.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockPromise(tx, input.promiseId);
    if (!row) return refuse('not_found');
    const hours = await shopHours(tx);
    // decide
    if (!nextState(row.state, 'confirm').ok) return refuse('not_proposed');
    const wanted = input.due ? dueOf(input.due, env.now.getTime(), hours) : null;
    if (wanted && !wanted.ok) return wanted;
    // What was heard may be due already: then it is late from the first moment, and that is the truth.
    const dueMs = wanted?.value ?? row.due_at?.getTime();
    if (dueMs === undefined) return refuse('missing_due', [{ path: 'due', code: 'missing_due' }]);
    const warned = new Date(warnAt(env.now.getTime(), Math.max(dueMs, env.now.getTime())));
    const next = {
      ...row,
      state: 'made' as const,
      text: input.text === undefined ? row.text : maskPersonalData(input.text).masked,
      due_at: new Date(dueMs),
      warn_at: warned,
      next_look_at: warned,
      made_by: env.actor.name,
      made_by_id: env.actor.id,
      made_at: env.now,
    };
    // save
    await savePromise(tx, next);
    // tell
    await tell(tx, env, promiseMade, {
      subject: row.case_id,
      data: { promiseId: row.id, text: next.text, dueAt: next.due_at.toISOString() },
    });
    return ok((await readPromise(tx, row.id, env.now))!);
  });
}
