// Binds the routes of effects.
import { type GroundCaller, on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import * as routes from '../core/effect.contract.ts';
import { listEffects, readEffect, readVersion } from './effect.reads.ts';
import { askMeasure } from './verbs/ask-measure.ts';
import { planEffect } from './verbs/plan-effect.ts';

export function effectRoutes(): MountedRoute<GroundCaller | null>[] {
  return [
    on(routes.getEffectRoute, async ({ env, params }) => {
      const view = await env.db.read((tx) => readEffect(tx, params.actionId));
      return view ? ok(view) : refuse('not_found');
    }),
    on(routes.getEffectVersionRoute, async ({ env, params }) => {
      const result = await env.db.read((tx) => readVersion(tx, params.actionId, params.version));
      return result ? ok(result) : refuse('not_found');
    }),
    on(routes.listEffectsRoute, ({ env, query }) =>
      env.db.read(async (tx) => ok({ items: await listEffects(tx, query.problemId) })),
    ),
    on(routes.planEffectRoute, ({ env, params, body }) =>
      env.db.write(async (tx) => {
        const result = await planEffect(tx, env, { actionId: params.actionId, plan: body });
        return result.ok ? ok((await readEffect(tx, params.actionId))!) : result;
      }),
    ),
    on(routes.measureEffectRoute, ({ env, params }) => env.db.write((tx) => askMeasure(tx, env, params))),
  ];
}
