// The house with a clock of its own: the same routes, reactions, jobs and sweeps as in real life, at the time the story tells.
import type { FastifyInstance } from 'fastify';
import sql from 'sql-template-tag';
import type { LiveHub } from '../../engage/live/rooms/server/door.ts';
import { type Env, systemEnv } from '../../ground/env.ts';
import { permissionsOf, type Role } from '../../ground/members/core/permission.contract.ts';
import { callerOf, type GroundCaller } from '../../ground/serve.ts';
import type { Id } from '../../kit/ids.ts';
import { fillPath, type RouteSpec } from '../../kit/route.ts';
import { recordBatch } from '../../loop/collect/intake/server/door.ts';
import type { WorkspaceDb } from '../../platform/database/database.ts';
import type { StoredEvent } from '../../platform/events/event.store.ts';
import { createHttp } from '../../platform/http/http-server.ts';
import type { JobKind } from '../../platform/jobs/job-runner.ts';
import { createMetrics } from '../../platform/metrics/metrics.ts';
import type { Tools } from '../product.ts';
import { openRooms } from '../rooms.ts';
import { openWork } from '../work.ts';

/** A member who works in the demo shop. */
export interface Worker {
  id: string;
  name: string;
  role: Role;
}

export interface CallInput {
  params?: object;
  query?: object;
  body?: unknown;
}

/** What a route answered; each chapter knows the routes it calls. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes stand in the contracts of a hundred routes
export type Answered = any;

export interface Stage {
  clock: { now: Date };
  db: WorkspaceDb;
  env(): Env;
  workers: Map<string, Worker>;
  /** The live rooms of the story, by its clock. */
  live: LiveHub;
  /** Calls a route as a member. @throws when it is refused */
  call(who: Worker, routeId: string, input?: CallInput): Promise<Answered>;
  /** The same; null when it is refused, for deeds that the story cannot foresee. */
  ask(who: Worker, routeId: string, input?: CallInput): Promise<Answered>;
  /** A customer or a visitor without a name: sends a form, a JSON text, or just looks. */
  visit(
    address: string,
    send?: { form?: Record<string, string>; json?: unknown },
  ): Promise<{ status: number; body: string }>;
  /** Hands voices to the gate. @returns how many it took in and how many it held back */
  record(items: readonly unknown[]): Promise<{ recorded: number; quarantined: number; ids: (string | null)[] }>;
  /** Lets every reaction catch up, each event at its own time. */
  react(): Promise<void>;
  /** Runs the jobs that are due at the clock's time. */
  work(): Promise<void>;
  /** Runs every sweep once, at the clock's time. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** A reaction wakes this long after what it hears of. */
const REACTION_MS = 20_000;
const HOUR_MS = 3_600_000;
/** What opens a case says when it was opened, so it hears of every bundle of voices by itself. */
const BY_THE_VOICE = /^(judgement|routing)\b/;
const NO_LIMIT = 100_000_000;

/** @param tools the running product's; nothing of it is changed */
export async function openStage(tools: Tools, workspaceId: string, clock: { now: Date }): Promise<Stage> {
  const staged: Tools = {
    ...tools,
    // In one thread, so that an evening is heard the same way every time it is told.
    config: { ...tools.config, liveThreads: 0 },
    database: {
      ...tools.database,
      workspace: (id) => (id === workspaceId ? inOneGo(tools.database.workspace(id)) : tools.database.workspace(id)),
    },
    metrics: createMetrics(false),
    keepMail: true,
    // What is told of ninety days in one minute would only make open windows flicker.
    stream: { ...tools.stream, send: async () => {} },
    now: () => clock.now,
  };
  const rooms = openRooms(staged, async () => {});
  const isOurs = (id: string) => id === workspaceId;
  const work = openWork(staged, {
    recurring: [],
    reactions: rooms.reactions.map((reaction) => ({
      ...reaction,
      // In life a reaction follows within seconds; here the work of half a day is caught up on, each event at its own time.
      run: async ({ tx, events }) => {
        if (!isOurs(tx.workspaceId)) return reaction.run({ tx, events, now: tools.now() });
        for (const group of byHour(events, BY_THE_VOICE.test(reaction.name) ? 0 : HOUR_MS))
          await reaction.run({ tx, events: group, now: new Date(group.at(-1)!.at.getTime() + REACTION_MS) });
      },
    })),
    jobs: rooms.jobs.map((kind) => ({
      ...kind,
      run: (job: Parameters<JobKind['run']>[0]) =>
        (kind as unknown as JobKind).run(isOurs(job.db.workspaceId) ? job : { ...job, now: tools.now() }),
    })) as unknown as JobKind<never>[],
  });
  const db = staged.database.workspace(workspaceId);
  const workers = new Map<string, Worker>();
  const app = await createHttp<GroundCaller>({
    log: tools.log,
    metrics: staged.metrics,
    sealer: tools.sealer,
    now: () => clock.now,
    trustedProxies: [],
    publicUrl: tools.config.publicUrl,
    // Nobody reaches this server from outside: it listens nowhere.
    authenticate: async (request) => {
      const worker = workers.get(String(request.headers['x-demo-member'] ?? ''));
      if (!worker) return null;
      const actor = {
        kind: 'member' as const,
        ...worker,
        id: worker.id as Id<'mem'>,
        permissions: permissionsOf(worker.role),
      };
      return callerOf({ name: `member:${worker.id}`, viaCookie: false, db, actor, locale: null });
    },
    routes: rooms.routes,
    limits: { stranger: NO_LIMIT, caller: NO_LIMIT },
  });
  await app.ready();
  let visitors = 0;
  const env = () => systemEnv(db, clock.now, 'huiyin');
  const specs = new Map(rooms.routes.map(({ spec }) => [spec.id, spec]));
  const specOf = (routeId: string) => {
    const spec = specs.get(routeId);
    if (!spec) throw new Error(`no route is called ${routeId}`);
    return spec;
  };
  const ask = async (who: Worker, routeId: string, input: CallInput = {}) => {
    const answer = await send(app, who, specOf(routeId), input);
    // A refusal is an answer; a failure is none, and would make the same seed tell another story.
    if (answer.statusCode >= 500 || answer.statusCode === 429)
      throw new Error(`${routeId}: ${answer.body.slice(0, 500)}`);
    return answer.statusCode < 300 ? bodyOf(answer.body) : null;
  };
  return {
    clock,
    db,
    env,
    workers,
    live: rooms.hub,
    ask,
    async call(who, routeId, input = {}) {
      const answer = await send(app, who, specOf(routeId), input);
      if (answer.statusCode >= 300) throw new Error(`${routeId}: ${answer.statusCode} ${answer.body.slice(0, 500)}`);
      return bodyOf(answer.body);
    },
    async visit(address, what = {}) {
      visitors += 1;
      const text = what.form
        ? new URLSearchParams(what.form).toString()
        : what.json
          ? JSON.stringify(what.json)
          : undefined;
      const answer = await app.inject({
        method: text === undefined ? 'GET' : 'POST',
        url: address,
        // Everybody comes from his own address, as in life.
        remoteAddress: `198.18.${(visitors >> 8) & 255}.${visitors & 255}`,
        headers: {
          'accept-language': 'zh-CN',
          'sec-fetch-site': 'same-origin',
          ...(what.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...(what.json ? { 'content-type': 'application/json' } : {}),
        },
        ...(text === undefined ? {} : { payload: text }),
      });
      return { status: answer.statusCode, body: answer.body };
    },
    async record(items) {
      if (items.length === 0) return { recorded: 0, quarantined: 0, ids: [] };
      const now = env();
      const done = await db.write((tx) => recordBatch(rooms.gate, tx, now, items));
      const bad = done.results.find((result) => result.outcome === 'rejected');
      if (bad) throw new Error(`the gate refused a voice of the demo: ${JSON.stringify(bad)}`);
      return { recorded: done.recorded, quarantined: done.quarantined, ids: done.results.map((result) => result.id) };
    },
    react: () => work.reactions.drain(),
    work: () => work.jobs.drain(),
    async sweep() {
      for (const recurring of rooms.recurring) await recurring.run(clock.now);
    },
    async close() {
      await app.close();
      await work.stop();
      await rooms.close();
    },
  };
}

function send(app: FastifyInstance, who: Worker, spec: RouteSpec, input: CallInput) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) query.append(key, String(value));
  const search = query.toString();
  return app.inject({
    method: spec.method,
    url: fillPath(spec.path, input.params as Record<string, unknown>) + (search ? `?${search}` : ''),
    headers: { 'accept-language': 'zh-CN', 'x-demo-member': who.id },
    ...(input.body === undefined ? {} : { payload: input.body as never }),
  });
}

function bodyOf(text: string): unknown {
  if (text === '') return true;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * A story that was cut off is told again from its first day, so no single page of it needs to wait for the disk: what is
 * written last, that it is finished, waits for all of them.
 */
function inOneGo(db: WorkspaceDb): WorkspaceDb {
  return {
    ...db,
    write: (fn) =>
      db.write(async (tx) => {
        await tx.run(sql`SET LOCAL synchronous_commit = off`);
        return fn(tx);
      }),
  };
}

/** Splits events, in their order, where one is later than the first of its group by more than this. */
function byHour(events: readonly StoredEvent[], spanMs: number): StoredEvent[][] {
  const groups: StoredEvent[][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    if (group && event.at.getTime() - group[0]!.at.getTime() <= spanMs && event.at >= group[0]!.at) group.push(event);
    else groups.push([event]);
  }
  return groups;
}
