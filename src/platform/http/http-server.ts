// Mounts described routes on Fastify: who calls, may he, is the input right, what does the refusal look like.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
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
import { productVersion } from '../config/package-root.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Sealer } from '../secrets/seal.ts';
import { lookAtBody, plainAddress } from './body-guard.ts';
import { codeOfError, deny } from './deny.ts';
import type { HttpCaller } from './http-caller.ts';
import { mount } from './mount-route.ts';
import type { MountedRoute } from './mounted-route.ts';
import { isForeign, isForeignSocket } from './origin-guard.ts';
import { detailsOfIssues } from './problem.ts';

export interface HttpOptions<C extends HttpCaller> {
  log: Log;
  metrics: Metrics;
  /** Seals answers kept for repeats. */
  sealer: Sealer;
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

const MEBIBYTE = 1024 * 1024;
/** A page of the console is about so many files: an office behind one address opens it in the same minute. */
const FILES_A_PAGE = 60;
/** Files of ours are no routes with a contract; what nobody knows is no file. */
const isFile = ({ routeOptions }: FastifyRequest) => routeOptions.url !== undefined && !routeOptions.config.spec;

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
    // An upload of 2 GB over a slow line takes long; a body that drips in for ever is cut.
    requestTimeout: 2 * 3_600_000,
    connectionTimeout: 10 * 60_000,
    frameworkErrors: (error, request, reply) => {
      deny(request, reply, codeOfError(error) === 'bad_json' ? 'no_such_route' : codeOfError(error));
    },
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
  // Frames of ours are small; what a viewer sends is smaller still. Compression costs 300 KB a connection.
  await app.register(websocket, {
    options: { maxPayload: 64 * 1024, perMessageDeflate: false },
    // Anybody can send a frame that is too large: that is his affair, not a fault of ours.
    errorHandler: (error, socket, request) => {
      request.log.debug({ error }, 'a socket was let go');
      socket.terminate();
    },
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
    const { spec } = request.routeOptions.config;
    // A customer's page refuses in its own words, and a signed message proves itself whoever brings it.
    const guardsItself = spec?.access === 'public' && ['form', 'raw', 'multipart'].includes(spec.bodyKind ?? 'json');
    if (!guardsItself && isForeign(request, Boolean(request.cookies.huiyin_session)))
      return deny(request, reply, 'foreign_origin');
    if (!spec) return;
    if (spec.answer === 'socket' && spec.access !== 'public' && isForeignSocket(request))
      return deny(request, reply, 'foreign_origin');
    const known = options.authenticate(request);
    // What is open to anyone stays open when nobody can be looked up: health above all.
    request.caller = await (spec.access === 'public' ? known.catch(() => null) : known);
  });
  await app.register(rateLimit, {
    global: true,
    // Before a body is read: who asks too often is not listened to.
    hook: 'onRequest',
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request) =>
      `${isFile(request) ? 'file' : request.routeOptions.config.spec?.perMinute ? request.routeOptions.url : ''}|${request.caller?.name ?? request.ip}`,
    max: (request) =>
      isFile(request)
        ? limits.stranger * FILES_A_PAGE
        : (request.routeOptions.config.spec?.perMinute ?? (request.caller ? limits.caller : limits.stranger)),
    errorResponseBuilder: (request, context) =>
      Object.assign(new Error('too many requests'), {
        statusCode: 429,
        code: 'too_many_requests',
        retryAfter: context.ttl,
        id: request.id,
      }),
  });
  app.addHook('preParsing', async (request, reply) => {
    const spec = request.routeOptions.config.spec;
    if (!spec || spec.access === 'public') return;
    if (!request.caller) return deny(request, reply, 'not_signed_in');
    if (spec.access !== 'member' && !request.caller.permits(spec.access)) return deny(request, reply, 'forbidden');
  });
  app.addHook('preValidation', async (request, reply) => {
    const { spec } = request.routeOptions.config;
    if (!spec) return;
    const wrong = lookAtBody(request, spec);
    if (wrong) return deny(request, reply, wrong);
    plainAddress(request);
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
    if (code === 'internal' || code === 'unavailable' || (error.statusCode === undefined && code === 'invalid'))
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
