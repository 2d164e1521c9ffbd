// Puts the product together: the one place that knows every feature. Doors to the street (server, command line, tests) call it.
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createIdentifier } from '../ground/members/server/identify.ts';
import type { GroundCaller } from '../ground/serve.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import { createReactionRunner, type ReactionRunner } from '../platform/events/reaction-runner.ts';
import { createFileStore, type FileStore } from '../platform/files/file.store.ts';
import { createHttp } from '../platform/http/http-server.ts';
import { keySweeps } from '../platform/http/idempotency.ts';
import { createJobRunner, type JobRunner } from '../platform/jobs/job-runner.ts';
import type { Log } from '../platform/log/log.ts';
import { createMailRunner, type MailRunner } from '../platform/mail/mail-runner.ts';
import { createMetrics, type Metrics } from '../platform/metrics/metrics.ts';
import { createEventStream, type EventStream } from '../platform/push/event-stream.ts';
import { createSealer, loadSecret, type Sealer } from '../platform/secrets/seal.ts';
import type { TextEngine } from '../text/judge.contract.ts';
import { mcpRoutes } from './mcp/mcp.routes.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { systemRoutes } from './system-routes.ts';

/** What every feature may be handed when it is opened. */
export interface Tools {
  config: Config;
  database: Database;
  engine: TextEngine;
  sealer: Sealer;
  files: FileStore;
  log: Log;
  metrics: Metrics;
  stream: EventStream;
  identifier: ReturnType<typeof createIdentifier>;
  /** True when no mail server is set: letters are kept to be read in the console. */
  keepMail: boolean;
  now: () => Date;
}

export interface Product {
  tools: Tools;
  rooms: Rooms;
  app: FastifyInstance;
  reactions: ReactionRunner;
  jobs: JobRunner;
  mail: MailRunner;
  /** Starts what works by itself: reactions, jobs, mail, the change stream. */
  start(): Promise<void>;
  /** Runs reactions and due jobs until nothing is left; for tests and the command line. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  config: Config;
  database: Database;
  engine: TextEngine;
  log: Log;
  now?: () => Date;
  /** Process metrics are global; tests leave them out. */
  processMetrics?: boolean;
  limits?: { stranger: number; caller: number };
  /** Answers addresses no route knows: the console's pages. */
  fallback?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;
}

export async function openProduct(options: ProductOptions): Promise<Product> {
  const { config, database, log } = options;
  const now = options.now ?? (() => new Date());
  const metrics = createMetrics(options.processMetrics ?? true);
  const sealer = createSealer(loadSecret(config.secret, config.dataDir));
  const identifier = createIdentifier(database, now);
  const stream = createEventStream({ database, log });
  const tools: Tools = {
    config,
    database,
    engine: options.engine,
    sealer,
    files: createFileStore(path.join(config.dataDir, 'files')),
    log,
    metrics,
    stream,
    identifier,
    keepMail: config.smtpUrl === null,
    now,
  };
  // Dead letters replay reactions, which are known only once every room is open.
  let reactions: ReactionRunner | undefined;
  const rooms = openRooms(tools, (name, eventId) => reactions!.replay(name, eventId));
  reactions = createReactionRunner({ database, reactions: rooms.reactions, log, metrics, now });
  const recurring = [...rooms.recurring, ...keySweeps(database)];
  const jobs = createJobRunner({ database, kinds: rooms.jobs, recurring, log, metrics, now });
  const mail = createMailRunner({
    database,
    sealer,
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    log,
    metrics,
    now,
  });
  const app = await createHttp<GroundCaller>({
    log,
    metrics,
    sealer,
    now,
    trustedProxies: config.trustedProxies,
    publicUrl: config.publicUrl,
    authenticate: identifier,
    routes: [...rooms.routes, ...systemRoutes(tools), ...mcpRoutes()],
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.fallback ? { fallback: options.fallback } : {}),
  });
  const running = reactions;
  return {
    tools,
    rooms,
    app,
    reactions: running,
    jobs,
    mail,
    async start() {
      await stream.start();
      await running.start();
      await jobs.start();
      await mail.start();
      await rooms.start();
    },
    async settle() {
      await running.drain();
      await jobs.drain();
      await running.drain();
    },
    async stop() {
      await stream.stop();
      await app.close();
      await rooms.close();
      await jobs.stop();
      await mail.stop();
      await running.stop();
    },
  };
}
