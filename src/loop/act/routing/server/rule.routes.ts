// Binds the routes of rules.
import { type GroundCaller, on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import * as routes from '../core/rule.contract.ts';
import { dryRun } from './dry-run.reads.ts';
import { readRuleList, ruleView, type StoredRule } from './rule.reads.ts';
import { changeRule } from './verbs/change-rule.ts';
import { createRule } from './verbs/create-rule.ts';
import { removeRule } from './verbs/remove-rule.ts';
import { reorderRules } from './verbs/reorder-rules.ts';
import { setRuleSettings } from './verbs/set-rule-settings.ts';

export function ruleRoutes(): MountedRoute<GroundCaller | null>[] {
  return [
    on(routes.listRulesRoute, async ({ env }) =>
      // A writing transaction: the first look gives a workspace its default rules.
      env.db.write(async (tx) => ok(await readRuleList(tx))),
    ),
    on(routes.createRuleRoute, async ({ env, body }) => shown(await env.db.write((tx) => createRule(tx, env, body)))),
    on(routes.changeRuleRoute, async ({ env, params, body }) =>
      shown(await env.db.write((tx) => changeRule(tx, env, { id: params.id, draft: body }))),
    ),
    on(routes.removeRuleRoute, async ({ env, params }) => env.db.write((tx) => removeRule(tx, env, params))),
    on(routes.reorderRulesRoute, async ({ env, body }) => env.db.write((tx) => reorderRules(tx, env, body))),
    on(routes.setRuleSettingsRoute, async ({ env, body }) => env.db.write((tx) => setRuleSettings(tx, env, body))),
    on(routes.dryRunRulesRoute, async ({ env, body }) =>
      env.db.write(async (tx) => ok(await dryRun(tx, { ...body, now: env.now }))),
    ),
  ];
}

function shown<F extends { ok: false }>(result: { ok: true; value: StoredRule } | F) {
  return result.ok ? ok(ruleView(result.value, result.value.position)) : (result as F);
}
