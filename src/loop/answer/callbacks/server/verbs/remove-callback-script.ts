// Removes a call script; the last one stays, for a caller needs something to say.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { callbackScriptRemoved } from '../../core/callback.contract.ts';
import { listScripts } from '../script.reads.ts';
import { deleteScript } from '../script.store.ts';

export async function removeCallbackScript(
  env: Env,
  input: { scriptId: string },
): Promise<Result<null, 'forbidden' | 'not_found' | 'template_needed'>> {
  // permit
  if (!may(env.actor, 'template.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const scripts = await listScripts(tx);
    const found = scripts.find((one) => one.id === input.scriptId);
    // decide
    if (!found) return refuse('not_found');
    if (scripts.length === 1) return refuse('template_needed');
    // save
    await deleteScript(tx, found.id);
    // tell
    await tell(tx, env, callbackScriptRemoved, { subject: found.id, data: { name: found.name } });
    return ok(null);
  });
}
