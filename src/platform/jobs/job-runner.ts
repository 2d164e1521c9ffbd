// Runs waiting jobs: claims with SKIP LOCKED, holds a lease, retries with growing pauses, sets aside what never works.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import sql from 'sql-template-tag';
import type { Database, Tx, WorkspaceDb } from '../database/database.ts';
import { saveDeadLetter } from '../events/dead-letter.store.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { JOBS_CHANNEL } from './job.store.ts';

export interface JobRun<P = unknown> {
  payload: P;
  db: WorkspaceDb;
  now: Date;
  attempt: number;
  /** Makes "done" part of the job's own transaction: after it commits the job is gone and never runs twice. */
  finish(tx: Tx): Promise<void>;
  /** Puts the job off without counting a failed try. */
  again(at: Date): void;
  /** Long jobs call this between batches; answers false when the product is stopping and the job should pause. */
  alive(): Promise<boolean>;
}

export interface JobKind<P = unknown> {
  kind: string;
  run(job: JobRun<P>): Promise<void>;
  /** How many of this kind may run at once in this process; 1 when left out. */
  parallel?: number;
}

/** Work that recurs in every installation, whatever the workspace: sweeps. One process does it at a time. */
export interface Recurring {
  name: string;
  everyMs: number;
  run(now: Date): Promise<void>;
}

export interface JobRunner {
  start(): Promise<void>;
  /** Runs every job that is due at `now()` until none is left; for tests. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

interface ClaimedJob {
  id: string;
  workspace_id: string;
  kind: string;
  payload: unknown;
  attempts: number;
  max_attempts: number;
}

const LEASE_SECONDS = 60;
const SWEEPS_AT_ONCE = 2;

export function createJobRunner(options: {
  database: Database;
  kinds: readonly JobKind<never>[];
  recurring?: readonly Recurring[];
  log: Log;
  metrics: Metrics;
  now: () => Date;
  pollMs?: number;
}): JobRunner {
  const { database, log, metrics, now } = options;
  const kinds = options.kinds as readonly JobKind[];
  const me = `${hostname()} ${process.pid} ${randomUUID()}`;
  const running = new Map<string, Promise<void>>();
  const busy = new Map<string, number>();
  const timers: NodeJS.Timeout[] = [];
  let stopping = false;
  let unlisten: (() => Promise<void>) | undefined;
  let rest: (() => void) | undefined;
  let isWoken = false;
  let mainLoop: Promise<void> | undefined;
  const sweeps = new Set<Promise<void>>();
  const turns: (() => void)[] = [];
  let sweeping = 0;

  const freeKinds = () =>
    kinds.filter((kind) => (busy.get(kind.kind) ?? 0) < (kind.parallel ?? 1)).map((kind) => kind.kind);

  async function claim(): Promise<ClaimedJob | undefined> {
    const free = freeKinds();
    if (free.length === 0) return undefined;
    // The lease is real time even where the product's clock is a test's: it guards against dead processes.
    return database.machine.maybe<ClaimedJob>(sql`
      UPDATE jobs SET locked_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}), locked_by = ${me}, attempts = attempts + 1
      WHERE id = (
        SELECT id FROM jobs
        WHERE kind = ANY(${free}::text[]) AND run_at <= ${now()} AND (locked_until IS NULL OR locked_until < clock_timestamp())
        ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, workspace_id, kind, payload, attempts, max_attempts`);
  }

  async function run(job: ClaimedJob): Promise<void> {
    const kind = kinds.find((candidate) => candidate.kind === job.kind)!;
    const end = metrics.job(job.kind);
    let putOff: Date | undefined;
    let renewedAt = Date.now();
    try {
      await kind.run({
        payload: job.payload,
        db: database.workspace(job.workspace_id),
        now: now(),
        attempt: job.attempts,
        finish: async (tx) => {
          await tx.run(sql`DELETE FROM jobs WHERE workspace_id = ${tx.workspaceId} AND id = ${job.id}`);
        },
        again: (at) => {
          putOff = at;
        },
        alive: async () => {
          if (stopping) return false;
          if (Date.now() - renewedAt > (LEASE_SECONDS * 1000) / 4) {
            renewedAt = Date.now();
            const held = await database.machine.run(
              sql`UPDATE jobs SET locked_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}) WHERE id = ${job.id} AND locked_by = ${me}`,
            );
            return held > 0;
          }
          return true;
        },
      });
      if (putOff) {
        await database.machine.run(sql`UPDATE jobs SET run_at = ${putOff}, attempts = attempts - 1, locked_until = NULL, locked_by = NULL
          WHERE id = ${job.id} AND locked_by = ${me}`);
      } else if (stopping) {
        await database.machine.run(sql`UPDATE jobs SET locked_until = NULL, locked_by = NULL, attempts = attempts - 1
          WHERE id = ${job.id} AND locked_by = ${me}`);
      } else {
        await database.machine.run(sql`DELETE FROM jobs WHERE id = ${job.id} AND locked_by = ${me}`);
      }
      end('done');
    } catch (error) {
      const message = String(error instanceof Error ? error.message : error);
      if (job.attempts >= job.max_attempts) {
        end('dead');
        log.error({ job: job.id, kind: job.kind, error }, 'job set aside as a dead letter');
        await database.machine.write(async (tx) => {
          await saveDeadLetter(tx, {
            workspaceId: job.workspace_id,
            source: 'job',
            name: job.kind,
            payload: job.payload,
            error: message,
            attempts: job.attempts,
            now: now(),
          });
          await tx.run(sql`DELETE FROM jobs WHERE id = ${job.id}`);
        });
        return;
      }
      end('failed');
      log.warn({ job: job.id, kind: job.kind, attempt: job.attempts, error }, 'job failed, will try again');
      const pauseMs = Math.min(1000 * 2 ** job.attempts, 15 * 60_000);
      await database.machine.run(sql`UPDATE jobs SET run_at = ${new Date(now().getTime() + pauseMs)}, locked_until = NULL,
        locked_by = NULL, last_error = ${message.slice(0, 2000)} WHERE id = ${job.id} AND locked_by = ${me}`);
    }
  }

  async function startOne(): Promise<boolean> {
    const job = await claim();
    if (!job) return false;
    busy.set(job.kind, (busy.get(job.kind) ?? 0) + 1);
    const task = run(job)
      .catch((error: unknown) => {
        // The lease runs out and somebody takes the job again.
        if (!stopping) log.error({ job: job.id, error }, 'job could not be settled');
      })
      .finally(() => {
        busy.set(job.kind, busy.get(job.kind)! - 1);
        running.delete(job.id);
        wake();
      });
    running.set(job.id, task);
    return true;
  }

  /** Heard also while a claim is being asked, which may have been too early to see what woke us. */
  function wake(): void {
    isWoken = true;
    rest?.();
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      let started = false;
      isWoken = false;
      try {
        started = await startOne();
      } catch (error) {
        if (!stopping) log.warn({ error }, 'jobs could not be read');
      }
      if (started || stopping || isWoken) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.pollMs ?? 1000);
        rest = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      rest = undefined;
    }
  }

  /** A sweep holds one connection and works on others: all at once they would leave none to work on. */
  async function inTurn<T>(doing: () => Promise<T>): Promise<T> {
    while (sweeping >= SWEEPS_AT_ONCE) await new Promise<void>((resolve) => turns.push(resolve));
    sweeping += 1;
    try {
      return await doing();
    } finally {
      sweeping -= 1;
      turns.shift()?.();
    }
  }

  function sweep(recurring: Recurring): void {
    const task = inTurn(() => sweepOnce(recurring))
      .catch((error: unknown) => {
        if (!stopping) log.warn({ sweep: recurring.name, error }, 'sweep failed, will try again');
      })
      .finally(() => {
        sweeps.delete(task);
        if (!stopping) timers.push(setTimeout(() => sweep(recurring), recurring.everyMs));
      });
    sweeps.add(task);
  }

  async function sweepOnce(recurring: Recurring): Promise<void> {
    if (stopping) return;
    await database.machine.write(async (tx) => {
      // Held while the sweep runs on other connections: one process at a time does it.
      const lock = await tx.one<{ got: boolean }>(
        sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`sweep:${recurring.name}`}, 0)) AS got`,
      );
      if (lock.got) await recurring.run(now());
    });
  }

  /** Jobs held by a process of this machine that is gone need not wait for their lease. */
  async function takeFromTheDead(): Promise<void> {
    const holders = await database.machine.rows<{ by: string }>(
      sql`SELECT DISTINCT locked_by AS by FROM jobs WHERE locked_until > clock_timestamp() AND locked_by IS NOT NULL`,
    );
    const dead = holders.map((holder) => holder.by).filter((by) => by !== me && isDead(by));
    if (dead.length === 0) return;
    await database.machine.run(
      sql`UPDATE jobs SET locked_until = NULL, locked_by = NULL WHERE locked_by = ANY(${dead}::text[])`,
    );
  }

  return {
    async start() {
      await takeFromTheDead();
      unlisten = await database.listen(JOBS_CHANNEL, () => wake());
      mainLoop = loop();
      for (const recurring of options.recurring ?? []) sweep(recurring);
    },
    async drain() {
      for (;;) {
        // A job that ends while the claim is asked frees its kind too late for it: only a claim made at rest proves that none is left.
        const atRest = running.size === 0;
        if (await startOne()) continue;
        if (atRest) return;
        if (running.size > 0) await Promise.race(running.values());
      }
    },
    async stop() {
      stopping = true;
      await unlisten?.();
      for (const timer of timers) clearTimeout(timer);
      wake();
      await mainLoop;
      await Promise.all(running.values());
      await Promise.all(sweeps);
    },
  };
}

function isDead(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || !pid) return false;
  // The same number means that we live in its place.
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
