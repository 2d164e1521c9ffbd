// Binds the routes of latent rules.
import { on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import * as contract from '../core/latent.contract.ts';
import { listFindings, listRules } from './latent.reads.ts';
import { tryRule } from './try-rule.ts';
import { setLatentRule } from './verbs/set-latent-rule.ts';

export function latentMountedRoutes() {
  return [
    on(contract.listLatentRulesRoute, async ({ env }) => ok({ items: await env.db.read(listRules) })),
    on(contract.setLatentRuleRoute, ({ env, params, body }) => setLatentRule(env, { ...body, key: params.key })),
    on(contract.tryLatentRuleRoute, ({ env, params, body }) =>
      tryRule(env, { key: params.key, settings: body.settings }),
    ),
    on(contract.listLatentFindingsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listFindings(tx, query))),
    ),
  ];
}
