// Puts the product together: the one place that knows every feature. Doors to the street (server, command line, tests) call it.
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createIdentifier } from '../ground/members/server/identify.ts';
import type { GroundCaller } from '../ground/serve.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import { createFileStore, type FileStore } from '../platform/files/file.store.ts';
import { createHttp } from '../platform/http/http-server.ts';
import type { Log } from '../platform/log/log.ts';
import { createMetrics, type Metrics } from '../platform/metrics/metrics.ts';
import { createEventStream, type EventStream } from '../platform/push/event-stream.ts';
import { createSealer, loadSecret, type Sealer } from '../platform/secrets/seal.ts';
import type { TextEngine } from '../text/judge.contract.ts';
import { demoJobs } from './demo/demo.jobs.ts';
import { demoRoutes } from './demo/demo.routes.ts';
import { createDemoKeeper, type DemoKeeper } from './demo/demo-keeper.ts';
import { mcpRoutes } from './mcp/mcp.routes.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { systemRoutes } from './system-routes.ts';
import { openWork, type Work } from './work.ts';

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
  /** The shop to look around in. */
  demo: DemoKeeper;
  /** Reactions, jobs and letters, as they run now. */
  readonly work: Work;
  /** Starts what works by itself: reactions, jobs, mail, the change stream. */
  start(): Promise<void>;
  /** Runs reactions and due jobs until nothing is left; for tests and the command line. */
  settle(): Promise<void>;
  /**
   * Stops what works by itself, runs something that must be alone with the store, and starts it again, whatever comes of it.
   * The routes stay up meanwhile.
   */
  alone<T>(doing: () => Promise<T>): Promise<T>;
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
  /** `start` follows at once: what takes long to get ready may begin beside the rest. */
  startsSoon?: boolean;
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
  let work: Work | undefined;
  const rooms = openRooms(tools, (name, eventId) => work!.reactions.replay(name, eventId));
  if (options.startsSoon)
    void rooms.hub.warm().catch((error: unknown) => log.warn({ error }, 'shows were not prepared'));
  const demo = createDemoKeeper(() => product);
  const duties = { ...rooms, jobs: [...rooms.jobs, ...demoJobs(demo)] };
  work = openWork(tools, duties);
  let isWorking = false;
  const app = await createHttp<GroundCaller>({
    log,
    metrics,
    sealer,
    now,
    trustedProxies: config.trustedProxies,
    publicUrl: config.publicUrl,
    authenticate: identifier,
    routes: [...rooms.routes, ...systemRoutes(tools), ...mcpRoutes(), ...demoRoutes(tools, demo)],
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.fallback ? { fallback: options.fallback } : {}),
  });
  const product: Product = {
    tools,
    rooms,
    app,
    demo,
    get work() {
      return work!;
    },
    async start() {
      await stream.start();
      // Rooms first: a job that closes a lucky bag needs the room it was played in, and would be put off again and again.
      await rooms.start();
      isWorking = true;
      await work!.start();
    },
    settle: () => work!.settle(),
    async alone(doing) {
      const wasWorking = isWorking;
      if (wasWorking) await work!.stop();
      isWorking = false;
      try {
        return await doing();
      } finally {
        // A runner that was stopped stays so: the work is opened anew.
        work = openWork(tools, duties);
        isWorking = wasWorking;
        if (wasWorking) await work.start();
      }
    },
    async stop() {
      await stream.stop();
      await app.close();
      await rooms.close();
      await work!.stop();
    },
  };
  return product;
}
