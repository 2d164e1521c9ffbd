// The only way to the tables: every statement runs in a transaction that knows its workspace, or as the machine that serves all of them.
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { listenOn } from './listen.ts';
import { newPool } from './pool.ts';
import { machineStatements, transact } from './transaction.ts';

/** Running statements. Pass a JSON array for a jsonb column as `JSON.stringify(…)`: a bare JavaScript array becomes a PostgreSQL array. */
export interface Statements {
  /** All rows. int8 and numeric come as number, timestamptz as Date, date as `YYYY-MM-DD`, jsonb parsed. */
  rows<T>(q: Sql): Promise<T[]>;
  /** The one row; throws when there are none or several. */
  one<T>(q: Sql): Promise<T>;
  /** The first row, or `undefined`. */
  maybe<T>(q: Sql): Promise<T | undefined>;
  /** Runs a statement and gives the number of rows it touched. */
  run(q: Sql): Promise<number>;
}

/** An open transaction of the machine role, or (as `Tx`) of a workspace. */
export interface MachineTx extends Statements {
  /** The raw client, for COPY. Taking it ends pipelining for the rest of this transaction; take it with no statement under way. */
  client: pg.ClientBase;
}

/** An open transaction inside one workspace: row-level security shows and accepts only its rows. */
export interface Tx extends MachineTx {
  readonly workspaceId: string;
}

export interface WorkspaceDb {
  readonly workspaceId: string;
  /** A short READ ONLY transaction. */
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction; `fn` runs again (3 times at most) after a deadlock or a serialization failure, so it must do nothing but database work. */
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The role `huiyin_machine`: events, jobs, sessions, keys and look-ups across workspaces. Single statements commit by themselves. */
export interface MachineDb extends Statements {
  write<T>(fn: (tx: MachineTx) => Promise<T>): Promise<T>;
}

export interface PoolStats {
  total: number;
  idle: number;
  waiting: number;
}

export interface Database {
  workspace(id: string): WorkspaceDb;
  machine: MachineDb;
  /** Hears NOTIFY on a channel; survives lost connections (what was sent meanwhile is lost, so poll as well). Gives the way to stop. */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
  stats(): PoolStats;
}

export interface DatabaseOptions {
  /** `postgresql://…`, also with `?host=/socket/folder`. */
  url: string;
  /** Connections for workspaces, 10 when left out. */
  appPoolSize?: number;
  /** Connections for the machine, 5 when left out. */
  machinePoolSize?: number;
  /** Refuses a login that owns tables or is a superuser: for processes that must not be able to migrate. */
  ownerless?: boolean;
}

/** Opens both pools on a migrated database. Throws when it cannot be reached or was not migrated. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const arrays = await inspect(options);
  const app = newPool({ url: options.url, role: 'huiyin_app', size: options.appPoolSize ?? 10, arrays });
  const machine = newPool({ url: options.url, role: 'huiyin_machine', size: options.machinePoolSize ?? 8, arrays });
  const listener = listenOn(options.url);
  return {
    workspace: (workspaceId) => ({
      workspaceId,
      read: (fn) => transact(app, { workspaceId, readOnly: true }, fn),
      write: (fn) => transact(app, { workspaceId }, fn),
    }),
    machine: { ...machineStatements(machine), write: (fn) => transact(machine, {}, fn) },
    listen: listener.listen,
    close: async () => {
      await listener.close();
      await Promise.all([app.end(), machine.end()]);
    },
    stats: () => ({
      total: app.totalCount + machine.totalCount,
      idle: app.idleCount + machine.idleCount,
      waiting: app.waitingCount + machine.waitingCount,
    }),
  };
}

/** Looks once at the database: was it migrated, and which array types stand over domains (pg cannot know their numbers). */
async function inspect(options: DatabaseOptions): Promise<ReadonlySet<number>> {
  const client = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    const found = await client.query<{ migrated: boolean; owner: boolean }>(
      `SELECT to_regclass('huiyin.migrations') IS NOT NULL AND to_regtype('public.id') IS NOT NULL AS migrated,
              (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                OR EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                             AND relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)) AS owner`,
    );
    if (!found.rows[0]?.migrated) throw new Error('This database has not been migrated: open it with openStore first.');
    if (options.ownerless && found.rows[0].owner) {
      throw new Error(
        'This login owns tables or is a superuser; give this process a login that is only a member of huiyin_app and huiyin_machine.',
      );
    }
    const arrays = await client.query<{ oid: string }>(
      `SELECT typarray::int8 AS oid FROM pg_type WHERE typtype = 'd' AND typbasetype = 'text'::regtype AND typarray <> 0`,
    );
    return new Set(arrays.rows.map((row) => Number(row.oid)));
  } finally {
    await client.end();
  }
}
