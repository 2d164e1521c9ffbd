// Writes down what a member promised the customer of a case, with its own due date.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { shopHours } from '../../../../act/clocks/server/door.ts';
import { readCase, readReporters } from '../../../desk/server/door.ts';
import { type PromiseDue, type PromiseView, promiseMade } from '../../core/promise.contract.ts';
import { dueOf, warnAt } from '../../core/promise-due.ts';
import { readPromise } from '../promise.reads.ts';
import { insertPromise, type PromiseRow } from '../promise.store.ts';

type Refusal = 'forbidden' | 'not_found' | 'case_merged' | 'unknown_person' | 'due_in_past' | 'no_working_time';

export async function makePromise(
  env: Env,
  input: { caseId: string; text: string; due: PromiseDue; personId?: string | undefined; replyId?: string | undefined },
): Promise<Result<PromiseView, Refusal>> {
  // permit
  if (!may(env.actor, 'promise.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await readCase(tx, input.caseId);
    if (!found) return refuse('not_found');
    const people = (await readReporters(tx, found.id)).flatMap((reporter) => reporter.personId ?? []);
    const hours = await shopHours(tx);
    // decide
    if (found.mergedIntoId) return refuse('case_merged');
    if (input.personId && !people.includes(input.personId))
      return refuse('unknown_person', [{ path: 'personId', code: 'unknown_person' }]);
    const due = dueOf(input.due, env.now.getTime(), hours);
    if (!due.ok) return due;
    const dueAt = new Date(due.value);
    const warned = new Date(warnAt(env.now.getTime(), due.value));
    const id = newId('prm');
    const row: PromiseRow = {
      id,
      case_id: found.id,
      // One who alone reported it is meant without being named.
      person_id: input.personId ?? (people.length === 1 ? people[0]! : null),
      feedback_id: null,
      reply_id: input.replyId ?? null,
      transcript_id: null,
      source: 'member',
      text: maskPersonalData(input.text).masked,
      quote: null,
      state: 'made',
      due_at: dueAt,
      warn_at: warned,
      warned_at: null,
      missed_at: null,
      next_look_at: warned,
      made_by: env.actor.name,
      made_by_id: env.actor.id,
      made_at: env.now,
      settled_by: null,
      settled_at: null,
      note: null,
      dedupe: id,
      created_at: env.now,
    };
    // save
    await insertPromise(tx, row);
    // tell
    await tell(tx, env, promiseMade, {
      subject: found.id,
      data: { promiseId: id, text: row.text, dueAt: dueAt.toISOString() },
    });
    return ok((await readPromise(tx, id, env.now))!);
  });
}
