// Switches a rule on or off and changes its thresholds.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type LatentRuleKey, type LatentRuleView, latentRuleSet, latentSettings } from '../../core/latent.contract.ts';
import { listRules } from '../latent.reads.ts';
import { readRules, saveRule } from '../rule.store.ts';

export async function setLatentRule(
  env: Env,
  input: { key: LatentRuleKey; on: boolean; settings: Record<string, number> },
): Promise<Result<LatentRuleView, 'forbidden' | 'invalid_settings'>> {
  // permit
  if (!may(env.actor, 'signal.edit')) return refuse('forbidden');
  const settings = latentSettings[input.key].safeParse(input.settings);
  if (!settings.success) {
    const field = String(settings.error.issues[0]?.path[0] ?? '');
    return refuse('invalid_settings', [{ path: `settings.${field}`, code: 'invalid_settings' }]);
  }
  return env.db.write(async (tx) => {
    // load
    const before = (await readRules(tx)).find((rule) => rule.key === input.key)!;
    // decide
    const next = { key: input.key, on: input.on, settings: settings.data };
    // save
    await saveRule(tx, next, env.actor.name, env.now);
    // tell
    const from = { on: before.on, settings: before.settings };
    await tell(tx, env, latentRuleSet, {
      subject: null,
      data: { key: input.key, from, to: { on: next.on, settings: next.settings } },
    });
    return ok((await listRules(tx)).find((rule) => rule.key === input.key)!);
  });
}
