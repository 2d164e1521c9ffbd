// Mounts described routes on Fastify: who calls, may he, is the input right, what does the refusal look like.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { RefusalDetail } from '../../kit/result.ts';
import type { RouteSpec } from '../../kit/route.ts';
import { productVersion } from '../config/package-root.ts';
import type { WorkspaceDb } from '../database/database.ts';
import { languageOf } from '../i18n/translate.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { hashRequest, type KeyClaim, KeyTaken, readAnswer, saveAnswer, withKey } from './idempotency.ts';
import { type MountedRoute, sent } from './mounted-route.ts';
import { isForeign } from './origin-guard.ts';
import { detailsOfIssues, problemOf } from './problem.ts';

/** What the server must know about a caller; ground decides who that is. */
export interface HttpCaller {
  /** Stable name for rate limits and idempotency: `key:key_…`, `member:mem_…`. */
  name: string;
  viaCookie: boolean;
  db: WorkspaceDb;
  /** The same caller, writing through another database handle. */
  withDb(db: WorkspaceDb): HttpCaller;
  permits(access: string): boolean;
  locale: string | null;
}

export interface HttpOptions<C extends HttpCaller> {
  log: Log;
  metrics: Metrics;
  now: () => Date;
  trustedProxies: string[];
  publicUrl: string | null;
  /** Reads session cookie or bearer key; null for a stranger. */
  authenticate(request: FastifyRequest): Promise<C | null>;
  routes: readonly MountedRoute<C | null>[];
  /** Requests a minute: by IP for strangers, by caller for the rest. */
  limits?: { stranger: number; caller: number };
  /** Answers an address no route knows, for example with the console's page; null leaves the usual refusal. */
  fallback?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: HttpCaller | null;
  }
  interface FastifyContextConfig {
    spec?: RouteSpec;
  }
}

const MEBIBYTE = 1024 * 1024;

/** Builds the server without listening; `app.inject` drives it in tests. */
export async function createHttp<C extends HttpCaller>(options: HttpOptions<C>): Promise<FastifyInstance> {
  const limits = options.limits ?? { stranger: 600, caller: 60_000 };
  const app = Fastify({
    // An aborted event stream would otherwise keep close() waiting for ever.
    forceCloseConnections: true,
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    bodyLimit: MEBIBYTE,
    loggerInstance: options.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 300 },
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('caller', null);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, {
    limits: { files: 1, fields: 20, fieldSize: 64 * 1024, fileSize: 2 * 1024 * MEBIBYTE },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: options.publicUrl?.startsWith('https:') ? { maxAge: 15_552_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Huiyin API',
        version: productVersion,
        description: 'Closed-loop feedback: collect, understand, act, answer. Errors are RFC 9457 problem documents.',
        license: { name: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key: hyk_…' },
          session: { type: 'apiKey', in: 'cookie', name: 'huiyin_session' },
        },
      },
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
    transformObject: createJsonSchemaTransformObject({}),
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const hasCookie = Boolean(request.cookies.huiyin_session);
    if (isForeign(request, hasCookie) && !request.headers.authorization) {
      if (request.routeOptions.config.spec?.access !== 'public') return deny(request, reply, 'foreign_origin');
    }
    if (!request.routeOptions.config.spec) return;
    request.caller = await options.authenticate(request);
  });
  await app.register(rateLimit, {
    global: true,
    hook: 'preValidation',
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request) =>
      `${request.routeOptions.config.spec?.perMinute ? request.routeOptions.url : ''}|${request.caller?.name ?? request.ip}`,
    max: (request) => request.routeOptions.config.spec?.perMinute ?? (request.caller ? limits.caller : limits.stranger),
    errorResponseBuilder: (request, context) =>
      Object.assign(new Error('too many requests'), {
        statusCode: 429,
        code: 'too_many_requests',
        retryAfter: context.ttl,
        id: request.id,
      }),
  });
  app.addHook('preValidation', async (request, reply) => {
    const spec = request.routeOptions.config.spec;
    if (!spec || spec.access === 'public') return;
    if (!request.caller) return deny(request, reply, 'not_signed_in');
    if (spec.access !== 'member' && !request.caller.permits(spec.access)) return deny(request, reply, 'forbidden');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    options.metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    options.log.debug(
      { id: request.id, method: request.method, route, status: reply.statusCode, ms: reply.elapsedTime },
      'answered',
    );
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issues = error.validation.map((item) => ({
        path: item.instancePath
          .split('/')
          .slice(1)
          .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        code: item.keyword,
        message: item.message ?? '',
      }));
      return deny(request, reply, 'invalid', detailsOfIssues(issues));
    }
    const code = codeOfError(error);
    if (code === 'internal')
      options.log.error({ error, id: request.id, route: request.routeOptions.url }, 'request failed');
    return deny(request, reply, code);
  });
  app.setNotFoundHandler(
    (request, reply) => options.fallback?.(request, reply) ?? deny(request, reply, 'no_such_route'),
  );

  app.addContentTypeParser(['application/octet-stream', 'text/plain'], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  for (const mounted of options.routes) mount(app, mounted as MountedRoute<HttpCaller | null>, options);
  return app;
}

function mount(
  app: FastifyInstance,
  mounted: MountedRoute<HttpCaller | null>,
  options: { now: () => Date; publicUrl: string | null },
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
        ...(spec.path.startsWith('/api/') ? {} : { hide: true }),
      } as never,
      handler: async (request, reply) => {
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
        const claim: KeyClaim = {
          caller: caller.name,
          key,
          requestHash: hashRequest(request.method, request.url, request.body),
          now: options.now(),
        };
        const before = await readAnswer(caller.db, caller.name, key);
        if (before) return repeat(before, claim);
        try {
          const result = await mounted.handle({ ...call, caller: caller.withDb(withKey(caller.db, claim)) } as never);
          if (result !== sent && result.ok) await saveAnswer(caller.db, claim, spec.status ?? 200, result.value);
          return answer(result);
        } catch (error) {
          const first = error instanceof KeyTaken ? await readAnswer(caller.db, caller.name, key) : undefined;
          if (first) return repeat(first, claim);
          throw error;
        }

        function repeat(saved: { requestHash: string; status: number | null; answer: unknown }, own: KeyClaim) {
          if (saved.requestHash !== own.requestHash) return deny(request, reply, 'key_used_for_another_request');
          if (saved.status === null) return deny(request, reply, 'already_processed');
          return reply.header('idempotent-replayed', 'true').code(saved.status).send(saved.answer);
        }
        function answer(result: Awaited<ReturnType<typeof mounted.handle>>) {
          if (result === sent) return reply;
          if (!result.ok) return deny(request, reply, result.reason, result.details);
          reply.code(spec.status ?? 200);
          return spec.status === 204 ? reply.send() : reply.send(result.value);
        }
      },
    });
  };
  app.register(own);
}

function codeOfError(error: FastifyError): string {
  if (error.statusCode === 413) return 'payload_too_large';
  if (error.statusCode === 415) return 'unsupported_media_type';
  if (error.statusCode === 429) return 'too_many_requests';
  if (error.statusCode === 400) return 'bad_json';
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'invalid';
  return 'internal';
}

function deny(request: FastifyRequest, reply: FastifyReply, code: string, details?: RefusalDetail[]): FastifyReply {
  const language = languageOf(request.headers['accept-language'] ?? request.caller?.locale ?? undefined);
  const problem = problemOf(code, language, { requestId: request.id, details });
  // The problem is sent as text: the route's answer schema describes only its yes.
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
