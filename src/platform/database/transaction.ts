// Transactions: BEGIN, the workspace and the first statement leave in one packet, and a lost race is run again.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Sql } from 'sql-template-tag';
import type { Statements, Tx } from './database.ts';

const RUN_AGAIN = new Set(['40001', '40P01']);
const WORKSPACE = /^[A-Za-z0-9_-]{1,64}$/;

/** Thrown by `one` when a statement gives no row or several. */
export class RowCountError extends Error {
  constructor(readonly count: number) {
    super(`Expected one row, got ${count}`);
  }
}

/** Runs `fn` in a transaction on a connection of the pool. Commits when it returns, rolls back when it throws. */
export async function transact<T>(
  pool: pg.Pool,
  options: { workspaceId?: string; readOnly?: boolean },
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (options.workspaceId !== undefined && !WORKSPACE.test(options.workspaceId)) {
    throw new Error('Not a workspace id');
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, options, fn);
    } catch (error) {
      if (attempt > 3 || !RUN_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
      await sleep(attempt * 10 + Math.random() * 40);
    }
  }
}

async function once<T>(
  pool: pg.Pool,
  options: { workspaceId?: string; readOnly?: boolean },
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = (await pool.connect()) as PipelinedClient;
  const tx = new OpenTransaction(client, options.workspaceId ?? '', beginText(options));
  let broken = false;
  try {
    const value = await fn(tx);
    await tx.end('COMMIT');
    return value;
  } catch (error) {
    // A connection that cannot even roll back is in an unknown state and must not serve anybody else.
    await tx.end('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.pipeline = true;
    client.release(broken);
  }
}

function beginText(options: { workspaceId?: string; readOnly?: boolean }): string {
  const begin = options.readOnly ? 'BEGIN READ ONLY' : 'BEGIN';
  // The id was checked to hold letters, digits, `_` and `-` only.
  return options.workspaceId === undefined
    ? begin
    : `${begin}; SELECT set_config('huiyin.workspace', '${options.workspaceId}', true)`;
}

interface PipelinedClient extends pg.PoolClient {
  pipeline: boolean;
}

class OpenTransaction implements Tx {
  readonly workspaceId: string;
  readonly #client: PipelinedClient;
  readonly #begin: string;
  #begun: Promise<unknown> | undefined;
  #underWay = new Set<Promise<unknown>>();
  #over = false;

  constructor(client: PipelinedClient, workspaceId: string, begin: string) {
    this.#client = client;
    this.workspaceId = workspaceId;
    this.#begin = begin;
  }

  rows = async <T>(q: Sql): Promise<T[]> => (await this.#query(q)).rows as T[];
  one = async <T>(q: Sql): Promise<T> => onlyRow((await this.#query(q)).rows as T[]);
  maybe = async <T>(q: Sql): Promise<T | undefined> => (await this.#query(q)).rows[0] as T | undefined;
  run = async (q: Sql): Promise<number> => (await this.#query(q)).rowCount ?? 0;

  get client(): pg.ClientBase {
    if (this.#over) throw new Error('This transaction is over');
    if (this.#underWay.size > 0) throw new Error('Wait for the running statements before taking the raw client');
    // COPY keeps the connection for itself, which pg refuses while pipelining; statements wait for each other from here on.
    this.#client.pipeline = false;
    void this.#start();
    return this.#client;
  }

  async end(verb: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await Promise.allSettled(this.#underWay);
    if (!this.#begun) return;
    const answer = await withinMs(this.#client.query(verb), verb === 'ROLLBACK' ? 5_000 : 120_000);
    // PostgreSQL answers COMMIT of a failed transaction with a quiet ROLLBACK: a swallowed error must not look like success.
    if (verb === 'COMMIT' && answer.command !== 'COMMIT') {
      throw new Error('Nothing was saved: a statement of this transaction failed and its error was swallowed');
    }
  }

  #start(): Promise<unknown> {
    this.#begun ??= this.#track(this.#client.query(this.#begin));
    return this.#begun;
  }

  async #query(q: Sql): Promise<pg.QueryResult> {
    if (this.#over) throw new Error('This transaction is over');
    const first = this.#begun === undefined;
    const begun = this.#start();
    const answer = this.#track(this.#client.query(q.text, q.values as unknown[]));
    if (first) await begun;
    return answer;
  }

  #track<R>(promise: Promise<R>): Promise<R> {
    this.#underWay.add(promise);
    const done = () => this.#underWay.delete(promise);
    promise.then(done, done);
    return promise;
  }
}

/** Rejects when an answer takes longer: a connection left in the middle of a COPY never answers a ROLLBACK. */
function withinMs<R>(promise: Promise<R>, limitMs: number): Promise<R> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database did not answer in time')), limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function onlyRow<T>(rows: T[]): T {
  if (rows.length !== 1) throw new RowCountError(rows.length);
  return rows[0]!;
}

/** Single statements on a pool, each committing by itself. */
export function machineStatements(pool: pg.Pool): Statements {
  const query = (q: Sql) => pool.query(q.text, q.values as unknown[]);
  return {
    rows: async <T>(q: Sql) => (await query(q)).rows as T[],
    one: async <T>(q: Sql) => onlyRow((await query(q)).rows as T[]),
    maybe: async <T>(q: Sql) => (await query(q)).rows[0] as T | undefined,
    run: async (q: Sql) => (await query(q)).rowCount ?? 0,
  };
}
