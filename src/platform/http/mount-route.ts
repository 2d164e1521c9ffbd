// Turns one described route into a Fastify route.
import type { FastifyInstance } from 'fastify';
import { languageOf } from '../i18n/translate.ts';
import type { Sealer } from '../secrets/seal.ts';
import { deny } from './deny.ts';
import type { HttpCaller } from './http-caller.ts';
import { hashRequest, type KeyClaim } from './idempotency.ts';
import { onceByKey } from './keyed.ts';
import { type MountedRoute, sent } from './mounted-route.ts';
import { takeSocket } from './take-socket.ts';

/** Mounts one route: input read by its schemas, repeats by key, the answer or the refusal. */
export function mount(
  app: FastifyInstance,
  mounted: MountedRoute<HttpCaller | null>,
  options: { now: () => Date; publicUrl: string | null; sealer: Sealer },
): void {
  const { spec } = mounted;
  const json = (spec.answer ?? 'json') === 'json';
  const own = async (instance: FastifyInstance) => {
    if (spec.bodyKind === 'raw') {
      // Signatures cover the bytes as they came.
      instance.removeAllContentTypeParsers();
      instance.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    }
    instance.route({
      method: spec.method,
      url: spec.path,
      config: { spec },
      ...(spec.bodyLimit ? { bodyLimit: spec.bodyLimit } : {}),
      schema: {
        operationId: spec.id,
        summary: spec.summary,
        tags: [spec.path.split('/')[3] ?? 'pages'],
        security: spec.access === 'public' ? [] : [{ key: [] }, { session: [] }],
        ...(spec.params ? { params: spec.params } : {}),
        ...(spec.query ? { querystring: spec.query } : {}),
        ...(spec.body && spec.bodyKind !== 'raw' && spec.bodyKind !== 'multipart' ? { body: spec.body } : {}),
        ...(json && spec.status !== 204 ? { response: { [spec.status ?? 200]: spec.ok } } : {}),
        // A browser's question before a call from another site is no call of its own.
        ...(spec.path.startsWith('/api/') && spec.method !== 'OPTIONS' ? {} : { hide: true }),
      } as never,
      ...(spec.answer === 'socket' ? { wsHandler: takeSocket(mounted, options) } : {}),
      handler: async (request, reply) => {
        if (spec.answer === 'socket') return deny(request, reply, 'wants_socket');
        const language = languageOf(request.headers['accept-language'] ?? request.caller?.locale ?? undefined);
        const origin = options.publicUrl ?? `${request.protocol}://${request.host}`;
        const call = {
          params: request.params,
          query: request.query,
          body: request.body,
          language,
          now: options.now(),
          request,
          reply,
          origin,
        } as never as object;
        const key = request.headers['idempotency-key'];
        const keyed = typeof key === 'string' && spec.method !== 'GET' && request.caller !== null && json;
        if (!keyed) return answer(await mounted.handle({ ...call, caller: request.caller } as never));
        if (key.length === 0 || key.length > 200)
          return deny(request, reply, 'invalid', [{ path: 'Idempotency-Key', code: 'bad_key' }]);
        const caller = request.caller!;
        const body = spec.bodyKind === 'multipart' ? request.headers['content-length'] : request.body;
        const claim: KeyClaim = {
          caller: caller.name,
          key,
          requestHash: hashRequest(request.method, request.url, body),
          now: options.now(),
        };
        const outcome = await onceByKey(caller.db, options.sealer, claim, spec.status ?? 200, (db) =>
          mounted.handle({ ...call, caller: caller.withDb(db) } as never),
        );
        if (outcome.kind === 'done') return answer(outcome.result);
        if (outcome.kind === 'refused') return deny(request, reply, outcome.code);
        return reply.header('idempotent-replayed', 'true').code(outcome.status).send(outcome.answer);

        function answer(result: Awaited<ReturnType<typeof mounted.handle>>) {
          if (result === sent) return reply;
          if (!result.ok) return deny(request, reply, result.reason, result.details, result.values);
          reply.code(spec.status ?? 200);
          return spec.status === 204 ? reply.send() : reply.send(result.value);
        }
      },
    });
  };
  app.register(own);
}
