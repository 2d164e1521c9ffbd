// The routes that belong to no feature: health, readiness, metrics, the change stream and the API's description.
import sql from 'sql-template-tag';
import { z } from 'zod';
import { route } from '../ground/members/core/permission.contract.ts';
import { on, onPublic } from '../ground/serve.ts';
import { ok, refuse } from '../kit/result.ts';
import { productVersion } from '../platform/config/package-root.ts';
import { sent } from '../platform/http/mounted-route.ts';
import type { Tools } from './product.ts';

const healthRoute = route({
  id: 'health',
  method: 'GET',
  path: '/healthz',
  summary: 'The process is alive',
  access: 'public',
  perMinute: 6000,
  ok: z.object({ status: z.literal('alive'), version: z.string() }),
});
const readyRoute = route({
  id: 'ready',
  method: 'GET',
  path: '/readyz',
  summary: 'The store answers and work can be taken',
  access: 'public',
  perMinute: 6000,
  ok: z.object({ status: z.literal('ready') }),
  refusals: ['unavailable'],
});
const metricsRoute = route({
  id: 'metrics',
  method: 'GET',
  path: '/metrics',
  summary: 'Prometheus metrics: from this machine without a key, from elsewhere with an admin key',
  access: 'public',
  answer: 'stream',
  ok: z.null(),
});
const streamRoute = route({
  id: 'stream',
  method: 'GET',
  path: '/api/v1/stream',
  summary: 'Server-sent events: what has just changed (type and id)',
  access: 'member',
  answer: 'stream',
  ok: z.null(),
});
const openapiRoute = route({
  id: 'openapi',
  method: 'GET',
  path: '/api/v1/openapi.json',
  summary: 'This description, OpenAPI 3.1',
  access: 'public',
  answer: 'file',
  ok: z.null(),
});

/** Which permission lets somebody hear of an event, by the first word of its name. */
const HEARD_BY: Record<string, string> = {
  feedback: 'feedback.read',
  judgement: 'feedback.read',
  duplicate: 'feedback.read',
  visitor: 'feedback.read',
  widget_site: 'channel.read',
  portal: 'channel.read',
  theme: 'theme.read',
  import: 'import.read',
  case: 'case.read',
  clock: 'case.read',
  reply: 'case.read',
  message: 'case.read',
  mailbox: 'channel.read',
  mail: 'feedback.read',
  transcript: 'feedback.read',
  notice: 'case.read',
  task: 'case.read',
  notification: 'case.read',
  reporters: 'case.read',
  status_link: 'case.read',
  problem: 'problem.read',
  action: 'problem.read',
  effect: 'verify.read',
  rating: 'verify.read',
  fix: 'verify.read',
  repeat: 'verify.read',
  delivery_task: 'reply.send',
  template: 'template.read',
  taxonomy: 'theme.read',
  calendar: 'clock.read',
  policy: 'clock.read',
  rule: 'rule.read',
  team: 'team.read',
  member: 'member.read',
  insight: 'insight.read',
  review: 'review.read',
  person: 'person.read',
  report: 'report.read',
  roadmap: 'roadmap.read',
  thanks: 'person.read',
  signal: 'signal.read',
  signal_import: 'signal.read',
  shop_source: 'channel.read',
  latent: 'signal.read',
  latent_rule: 'signal.read',
  promise: 'promise.read',
  callback: 'callback.read',
  callback_rules: 'callback.read',
  callback_script: 'callback.read',
  form: 'form.read',
  learning: 'feedback.read',
  emerging: 'theme.read',
  evidence: 'evidence.read',
  webhook: 'webhook.read',
  live: 'live.read',
  live_room: 'live.read',
  live_alert: 'live.read',
  live_connector: 'live.edit',
  interaction: 'live.read',
  draw: 'live.read',
};

/** A store that takes longer to say one word is not ready. */
const READY_WITHIN_MS = 3000;

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), ms).unref();
  });
}

export function systemRoutes(tools: Tools) {
  return [
    onPublic(healthRoute, async () => ok({ status: 'alive' as const, version: productVersion })),
    onPublic(readyRoute, async () => {
      try {
        const answers = tools.database.machine.one(sql`SELECT 1 AS one`);
        await Promise.race([answers, rejectAfter(READY_WITHIN_MS)]);
        return ok({ status: 'ready' as const });
      } catch {
        return refuse('unavailable');
      }
    }),
    onPublic(metricsRoute, async ({ request, reply, caller }) => {
      // Behind a proxy on this machine every caller has this machine's address.
      const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => name in request.headers);
      const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip) && !forwarded;
      if (!local && !caller?.permits('workspace.edit')) return refuse('not_signed_in');
      reply.type(tools.metrics.registry.contentType).send(await tools.metrics.registry.metrics());
      return sent;
    }),
    on(streamRoute, async ({ env, caller, request, reply }) => {
      tools.stream.open(request, reply, {
        workspaceId: env.workspace,
        wants: (type) => caller.permits(HEARD_BY[type.split('.')[0] ?? ''] ?? 'audit.read'),
        still: async () => (await tools.identifier(request))?.name === caller.name,
      });
      return sent;
    }),
    onPublic(openapiRoute, async ({ request, reply }) => {
      reply.type('application/json; charset=utf-8').send(JSON.stringify(request.server.swagger()));
      return sent;
    }),
  ];
}
