// Plans a call to a reporter of a case by hand.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { readCase, readReporters } from '../../../desk/server/door.ts';
import type { CallbackView } from '../../core/callback.contract.ts';
import { readCallback } from '../callback.reads.ts';
import { mayBeGiven, phoneHints } from '../callback-desk.ts';
import { planCallback } from '../plan-callback.ts';
import { listScripts } from '../script.reads.ts';

type Refusal =
  | 'forbidden'
  | 'not_found'
  | 'case_merged'
  | 'unknown_person'
  | 'unknown_member'
  | 'unknown_script'
  | 'due_in_past'
  | 'already_planned';

export async function planCall(
  env: Env,
  input: { caseId: string; personId?: string; dueAt?: string; assigneeId?: string; scriptId?: string; note?: string },
): Promise<Result<CallbackView, Refusal>> {
  // permit
  if (!may(env.actor, 'callback.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await readCase(tx, input.caseId);
    if (!found) return refuse('not_found');
    const people = (await readReporters(tx, found.id)).flatMap((reporter) => reporter.personId ?? []);
    const scripts = input.scriptId ? await listScripts(tx) : [];
    const known = input.assigneeId ? await mayBeGiven(tx, input.assigneeId) : true;
    // decide
    if (found.mergedIntoId) return refuse('case_merged');
    const personId = input.personId ?? people[0];
    if (!personId || !people.includes(personId))
      return refuse('unknown_person', [{ path: 'personId', code: 'unknown_person' }]);
    if (!known) return refuse('unknown_member', [{ path: 'assigneeId', code: 'unknown_member' }]);
    if (input.scriptId && !scripts.some((one) => one.id === input.scriptId))
      return refuse('unknown_script', [{ path: 'scriptId', code: 'unknown_script' }]);
    const dueAt = input.dueAt ? new Date(input.dueAt) : undefined;
    if (dueAt && dueAt <= env.now) return refuse('due_in_past', [{ path: 'dueAt', code: 'due_in_past' }]);
    // save and tell
    const assigneeId = input.assigneeId ?? (env.actor.kind === 'member' ? env.actor.id : null);
    const { scriptId, note } = input;
    const id = await planCallback(tx, env, {
      caseId: found.id,
      personId,
      reason: 'hand',
      dueAt,
      assigneeId,
      scriptId,
      note,
    });
    if (id === null) return refuse('already_planned');
    return ok((await readCallback(tx, id, env.now, phoneHints))!);
  });
}
