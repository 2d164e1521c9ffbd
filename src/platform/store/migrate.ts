// Brings a database forward to the code: numbered SQL files, each applied once, under a lock, as the owner.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface Migration {
  /** File name without `.sql`, for example `0001-ground-rules`. */
  name: string;
  sql: string;
  /** SHA-256 of the text with line ends as `\n`, hexadecimal. */
  checksum: string;
}

/** Thrown when code and database do not fit together; the message says what to do. */
export class MigrationError extends Error {}

const FILE = /^\d{4}-[a-z0-9-]+\.sql$/;
// Any fixed number does: it only has to differ from other advisory locks.
const LOCK = 4_812_077_001;

/** The folder `migrations` of the product, found from this file upwards (also from a bundle in `dist/`). */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations', '0001-ground-rules.sql'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new MigrationError('The folder "migrations" is missing from this installation.');
    folder = parent;
  }
  return join(folder, 'migrations');
}

/** Reads the migrations of a folder in order of their numbers. */
export function readMigrations(folder = migrationsFolder()): Migration[] {
  const seen = new Map<string, string>();
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      if (!FILE.test(file)) throw new MigrationError(`The name of the migration ${file} is not NNNN-some-words.sql.`);
      if (!sql.startsWith('-- feature: '))
        throw new MigrationError(`The first line of ${file} must be "-- feature: <folder>".`);
      const number = file.slice(0, 4);
      if (seen.has(number)) throw new MigrationError(`${file} and ${seen.get(number)} have the same number.`);
      seen.set(number, file);
      return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies what is missing, each file in its own transaction, and checks the walls between workspaces after them.
 * Several processes may call this together: one works, the others wait and find nothing to do.
 * @returns the names applied now
 * @throws MigrationError when an applied file was changed or the database is newer than the code
 */
export async function migrate(options: { url: string; migrations?: Migration[] }): Promise<string[]> {
  const migrations = options.migrations ?? readMigrations();
  const client = new pg.Client({ connectionString: options.url, application_name: `huiyin migrate ${process.pid}` });
  client.on('error', () => {});
  await client.connect();
  try {
    // A login named like our schema would otherwise put the tables there.
    await client.query(
      `SET search_path = public; SET TimeZone = 'UTC'; SET client_min_messages = warning; SET statement_timeout = 0`,
    );
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const applied = await appliedMigrations(client);
    checkFit(migrations, applied);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    if (missing.length > 0 && migrations.length > 0) await client.query('SELECT huiyin.check_walls()');
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS huiyin;
    CREATE TABLE IF NOT EXISTS huiyin.migrations (
      name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  await prepare(client);
  const rows = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM huiyin.migrations');
  return new Map(rows.rows.map((row) => [row.name, row.checksum]));
}

function checkFit(migrations: Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    const own = known.get(name);
    if (own === undefined) {
      throw new MigrationError(
        `The database is newer than this program: it holds the migration ${name}. Start the newer Huiyin, or restore a backup made by this one.`,
      );
    }
    if (own !== checksum) {
      throw new MigrationError(
        `The migration ${name} was changed after it had been applied. Put the file back as it was and write the change as a new migration.`,
      );
    }
  }
}

/** Applies migrations inside the caller's open transaction: for a restore, which is all or nothing. */
export async function applyWithin(client: pg.ClientBase, migrations: Migration[]): Promise<void> {
  await prepare(client);
  for (const migration of migrations) await run(client, migration);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await run(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function run(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
    await client.query('INSERT INTO huiyin.migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
  } catch (error) {
    const { message, hint, position } = error as { message: string; hint?: string; position?: string };
    const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '';
    throw new MigrationError(`The migration ${name}${line} failed: ${message}${hint ? `\n${hint}` : ''}`, {
      cause: error,
    });
  }
}
