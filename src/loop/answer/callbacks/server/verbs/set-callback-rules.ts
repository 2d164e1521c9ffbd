// Changes when call-backs are planned by themselves.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { callbackRulesChanged } from '../../core/callback.contract.ts';
import type { CallbackRules } from '../../core/callback-routes.contract.ts';
import { saveCallbackRules } from '../callback.store.ts';
import { readCallbackRules } from '../callback-rules.reads.ts';
import { listScripts } from '../script.reads.ts';
import { giveScripts } from '../script.store.ts';

export async function setCallbackRules(
  env: Env,
  rules: CallbackRules,
): Promise<Result<CallbackRules, 'forbidden' | 'unknown_script'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await giveScripts(tx, env.now);
    const before = await readCallbackRules(tx);
    const scripts = new Set((await listScripts(tx)).map((one) => one.id));
    // decide
    const stray = Object.entries(rules.reasons).find(([, one]) => one.scriptId !== null && !scripts.has(one.scriptId));
    if (stray) return refuse('unknown_script', [{ path: `reasons.${stray[0]}.scriptId`, code: 'unknown_script' }]);
    // save
    await saveCallbackRules(tx, rules, env.now);
    // tell
    await tell(tx, env, callbackRulesChanged, { subject: null, data: { from: before, to: rules } });
    return ok(rules);
  });
}
