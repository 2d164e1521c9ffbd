// Writes or changes a call script; an unknown variable is refused by its name.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { callbackScriptSaved } from '../../core/callback.contract.ts';
import type { ScriptView } from '../../core/callback-routes.contract.ts';
import { unknownIn } from '../../core/fill-script.ts';
import { listScripts } from '../script.reads.ts';
import { giveScripts, saveScript, scriptNameTaken } from '../script.store.ts';

/** @param input.scriptId null for a new one */
export async function saveCallbackScript(
  env: Env,
  input: { scriptId: string | null; name: string; body: { 'zh-CN': string; en: string } },
): Promise<Result<ScriptView, 'forbidden' | 'not_found' | 'unknown_variable' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'template.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await giveScripts(tx, env.now);
    const known = input.scriptId === null || (await listScripts(tx)).some((one) => one.id === input.scriptId);
    const taken = await scriptNameTaken(tx, input.name, input.scriptId ?? '');
    // decide
    if (!known) return refuse('not_found');
    const strays = (['zh-CN', 'en'] as const).flatMap((language) =>
      unknownIn(input.body[language]).map((name) => ({
        path: `body.${language}`,
        code: 'unknown_variable',
        message: name,
      })),
    );
    if (strays.length > 0) return refuse('unknown_variable', strays);
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const script: ScriptView = {
      id: input.scriptId ?? newId('cbs'),
      name: input.name,
      body: input.body,
      updatedAt: env.now.toISOString(),
      updatedBy: env.actor.name,
    };
    // save
    await saveScript(tx, script);
    // tell
    await tell(tx, env, callbackScriptSaved, { subject: script.id, data: { name: script.name } });
    return ok(script);
  });
}
