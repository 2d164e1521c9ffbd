// Sets how old feedback may be and what happens to people we do not know.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { RuleSettings } from '../../core/rule.contract.ts';
import { ruleSettingsChanged } from '../../core/rule-events.contract.ts';
import { saveSettings, settingsOf } from '../rule.store.ts';

export async function setRuleSettings(
  tx: Tx,
  env: Env,
  settings: RuleSettings,
): Promise<Result<RuleSettings, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  // load
  const before = await settingsOf(tx);
  // decide
  // Any settings the contract lets through are good ones.
  // save
  await saveSettings(tx, settings);
  // tell
  await tell(tx, env, ruleSettingsChanged, { subject: null, data: { from: before, to: settings } });
  return ok(settings);
}
