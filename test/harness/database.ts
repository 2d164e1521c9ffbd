// A fresh, migrated database for one test file, cloned from the template in a few hundredths of a second.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase, type WorkspaceDb } from '../../src/platform/database/database.ts';
import { CLUSTER_VARIABLE, TEMPLATE } from './cluster.ts';

/** Two workspaces that must never see each other. */
export const WORKSPACE_A = `ws_${'a'.padStart(26, '0')}`;
export const WORKSPACE_B = `ws_${'b'.padStart(26, '0')}`;

const CLONE_LOCK = 4_812_077_003;

export interface TestDatabase {
  database: Database;
  /** URL of this database as its owner, who stands above the walls. */
  url: string;
  workspaceA: string;
  workspaceB: string;
  /** Workspace A, where a test that needs only one works. */
  a: WorkspaceDb;
  b: WorkspaceDb;
  workspace(id: string): WorkspaceDb;
  /** Runs SQL as the owner, past all walls: to arrange and to look, never what is tested. */
  asOwner<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** Closes and removes the database. */
  drop(): Promise<void>;
}

/** Clones the template. Call in `beforeAll`, `drop()` in `afterAll`. */
export async function testDatabase(
  options: { appPoolSize?: number; machinePoolSize?: number } = {},
): Promise<TestDatabase> {
  const { url, remove } = await emptyDatabase(TEMPLATE);
  const database = await openDatabase({ url, appPoolSize: 5, machinePoolSize: 5, ...options });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on('error', () => {});
  const asOwner = async <T>(text: string, values?: unknown[]) => (await owner.query(text, values)).rows as T[];
  await addWorkspaces(asOwner);
  return {
    database,
    url,
    workspaceA: WORKSPACE_A,
    workspaceB: WORKSPACE_B,
    a: database.workspace(WORKSPACE_A),
    b: database.workspace(WORKSPACE_B),
    workspace: (id) => database.workspace(id),
    asOwner,
    drop: async () => {
      await database.close();
      await owner.end();
      await remove();
    },
  };
}

/** Makes a database, from a template or without anything in it. */
export async function emptyDatabase(template = 'template0'): Promise<{ url: string; remove: () => Promise<void> }> {
  const cluster = process.env[CLUSTER_VARIABLE];
  if (!cluster)
    throw new Error('No test cluster: run this file through vitest with its project (db, routes or journeys)');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await maintain(cluster, async (client) => {
    // A template can be cloned by one at a time.
    await client.query('SELECT pg_advisory_lock($1)', [CLONE_LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`);
  });
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: () =>
      maintain(cluster, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

async function maintain(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Adds the two workspaces, with `2026-01-01` for whatever instant the table asks for. */
async function addWorkspaces(asOwner: TestDatabase['asOwner']): Promise<void> {
  const columns = await asOwner<{ name: string; type: string; needed: boolean }>(
    `SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AND column_default IS NULL AS needed
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'workspaces'`,
  );
  if (columns.length === 0) return;
  const has = new Set(columns.map((column) => column.name));
  const instants = columns.filter((column) => column.needed && column.type.startsWith('timestamp'));
  for (const [id, slug, name] of [
    [WORKSPACE_A, 'shop-a', '甲店'],
    [WORKSPACE_B, 'shop-b', '乙店'],
  ]) {
    const known = Object.entries({ id, slug, name }).filter(([column]) => has.has(column));
    const values = [...known, ...instants.map((column) => [column.name, new Date('2026-01-01T00:00:00Z')] as const)];
    await asOwner(
      `INSERT INTO workspaces (${values.map(([column]) => column).join(', ')})
       VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
      values.map(([, value]) => value),
    );
  }
}
