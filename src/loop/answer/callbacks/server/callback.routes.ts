// Binds the routes of call-backs, their rules and scripts.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Gate } from '../../../collect/intake/server/door.ts';
import { readCase } from '../../desk/server/door.ts';
import * as contract from '../core/callback-routes.contract.ts';
import { callbacksOfCase, listCallbacks, readCallback } from './callback.reads.ts';
import { phoneHints } from './callback-desk.ts';
import { callbackDetail } from './callback-detail.reads.ts';
import { readCallbackRules } from './callback-rules.reads.ts';
import { offerScripts } from './script.reads.ts';
import { assignCallback } from './verbs/assign-callback.ts';
import { dropCallback } from './verbs/drop-callback.ts';
import { planCall } from './verbs/plan-call.ts';
import { removeCallbackScript } from './verbs/remove-callback-script.ts';
import { revealCallbackPhone } from './verbs/reveal-callback-phone.ts';
import { saveCallbackScript } from './verbs/save-callback-script.ts';
import { setCallbackRules } from './verbs/set-callback-rules.ts';
import { settleCallback } from './verbs/settle-callback.ts';
import { tryCallback } from './verbs/try-callback.ts';

export function callbackMountedRoutes(gate: Gate) {
  return [
    on(contract.listCallbacksRoute, async ({ env, query }) => {
      const me = env.actor.kind === 'member' ? env.actor.id : null;
      return ok(await env.db.read((tx) => listCallbacks(tx, query, me, env.now, phoneHints)));
    }),
    on(contract.getCallbackRoute, ({ env, params, query }) =>
      env.db.read(async (tx) => {
        const found = await readCallback(tx, params.id, env.now, phoneHints);
        if (!found) return refuse('not_found');
        const agent = env.actor.kind === 'member' ? env.actor.name : null;
        return ok({ ...found, ...(await callbackDetail(tx, found, agent, query.language)) });
      }),
    ),
    on(contract.caseCallbacksRoute, ({ env, params }) =>
      env.db.read(async (tx) => {
        const found = await readCase(tx, params.id);
        return found ? ok({ items: await callbacksOfCase(tx, found.id, env.now, phoneHints) }) : refuse('not_found');
      }),
    ),
    on(contract.planCallbackRoute, ({ env, params, body }) => planCall(env, { ...body, caseId: params.id })),
    on(contract.assignCallbackRoute, ({ env, params, body }) =>
      assignCallback(env, { callbackId: params.id, memberId: body.memberId }),
    ),
    on(contract.tryCallbackRoute, ({ env, params, body }) =>
      tryCallback(env, { callbackId: params.id, note: body.note }),
    ),
    on(contract.settleCallbackRoute, ({ env, params, body }) =>
      settleCallback(env, { gate }, { ...body, callbackId: params.id }),
    ),
    on(contract.dropCallbackRoute, ({ env, params, body }) =>
      dropCallback(env, { callbackId: params.id, note: body.note }),
    ),
    on(contract.revealCallbackPhoneRoute, ({ env, params, body }) =>
      revealCallbackPhone(env, gate.sealer, { callbackId: params.id, reason: body.reason }),
    ),
    on(contract.getCallbackRulesRoute, async ({ env }) => ok(await env.db.read(readCallbackRules))),
    on(contract.setCallbackRulesRoute, ({ env, body }) => setCallbackRules(env, body)),
    on(contract.listScriptsRoute, async ({ env }) => ok({ items: await offerScripts(env) })),
    on(contract.createScriptRoute, ({ env, body }) => saveCallbackScript(env, { ...body, scriptId: null })),
    on(contract.changeScriptRoute, ({ env, params, body }) =>
      saveCallbackScript(env, { ...body, scriptId: params.id }),
    ),
    on(contract.removeScriptRoute, ({ env, params }) => removeCallbackScript(env, { scriptId: params.id })),
  ];
}
