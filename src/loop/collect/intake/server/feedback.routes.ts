// Binds the gate's routes.
import type { Env } from '../../../../ground/env.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/feedback.contract.ts';
import { draftOfHub } from '../core/hub-record.ts';
import { listHeld } from './feedback.reads.ts';
import type { GateDesk } from './gate-desk.ts';
import type { Gate } from './open-gate.ts';
import { recordBatch } from './record-feedback.ts';
import { releaseFeedback } from './verbs/release-feedback.ts';
import { revealFeedback } from './verbs/reveal-feedback.ts';

/** Routes that take feedback in, reveal it and let it through. */
export function feedbackRoutes(deps: { gate: Gate; desk: GateDesk }) {
  const { gate, desk } = deps;
  const record = (env: Env, items: readonly unknown[]) => env.db.write((tx) => recordBatch(gate, tx, env, items));
  return [
    on(contract.recordFeedbackRoute, async ({ env, body, request }) => {
      // A repeated request is the same voice, also where its channel has no id for it.
      const key = request.headers['idempotency-key'];
      const named =
        body.externalId === undefined && typeof key === 'string'
          ? { ...body, externalId: `key:${env.actor.id}:${key}`.slice(0, 300) }
          : body;
      const outcome = await desk.recordOne(env, named);
      if (outcome.outcome === 'rejected')
        return refuse('invalid', outcome.errors ?? [{ path: '', code: outcome.reason ?? 'other' }]);
      return ok(outcome);
    }),
    on(contract.recordFeedbackBatchRoute, async ({ env, body }) => ok(await record(env, body.items))),
    on(contract.recordHubRoute, async ({ env, body }) =>
      ok(await record(env, (Array.isArray(body) ? body : [body]).map(draftOfHub))),
    ),
    on(contract.revealFeedbackRoute, ({ env, params, body }) =>
      revealFeedback(env, gate.sealer, { feedbackId: params.id, reason: body.reason }),
    ),
    on(contract.listQuarantineRoute, async ({ env, query }) => ok(await env.db.read((tx) => listHeld(tx, query)))),
    on(contract.releaseFeedbackRoute, ({ env, params }) => releaseFeedback(env, { feedbackId: params.id })),
  ];
}
