// Opens the store of the product: the built-in server in the data folder, or the one DATABASE_URL names; migrated either way.
import { resolve } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../database/database.ts';
import { type EmbeddedServer, launchEmbedded } from './launch-embedded.ts';
import { migrate } from './migrate.ts';

const NAME = 'huiyin';
const OLDEST_MAJOR = 15;

export interface Store {
  database: Database;
  kind: 'embedded' | 'external';
  /** Connection URL as the owner of the tables: for migrations, backup and restore. Holds a password: never log it. */
  ownerUrl: string;
  /** The built-in server, when `kind` is `embedded`. */
  server?: EmbeddedServer;
  /** Migrations applied by this start. */
  migrated: string[];
  /** Closes the connections; stops the built-in server when no other process uses it. */
  stop(): Promise<void>;
}

export interface StoreOptions {
  /** A PostgreSQL 15 or newer; the built-in server runs when it is left out. */
  databaseUrl?: string | undefined;
  /** Folder of all local data; made when it is missing. */
  dataDir: string;
  appPoolSize?: number;
  machinePoolSize?: number;
  log?: (message: string, details?: Record<string, unknown>) => void;
}

/** Opens, migrates and hands out the store. @throws with plain words when the server is missing, too old or too new */
export async function openStore(options: StoreOptions): Promise<Store> {
  const place = await openPlace(options);
  try {
    const migrated = await migrate({ url: place.ownerUrl });
    if (migrated.length > 0) options.log?.('database migrated', { count: migrated.length, last: migrated.at(-1) });
    const database = await openDatabase({
      url: place.ownerUrl,
      ...(options.appPoolSize === undefined ? {} : { appPoolSize: options.appPoolSize }),
      ...(options.machinePoolSize === undefined ? {} : { machinePoolSize: options.machinePoolSize }),
    });
    return {
      ...place,
      database,
      migrated,
      stop: async () => {
        await database.close();
        await place.stop();
      },
    };
  } catch (error) {
    await place.stop();
    throw error;
  }
}

/** A reachable database that may still be empty. */
export interface StorePlace {
  kind: 'embedded' | 'external';
  ownerUrl: string;
  server?: EmbeddedServer;
  stop(): Promise<void>;
}

/** The database alone, neither migrated nor opened: where a restore begins. */
export async function openPlace(options: StoreOptions): Promise<StorePlace> {
  if (options.databaseUrl) {
    await checkServer(options.databaseUrl);
    return { kind: 'external', ownerUrl: options.databaseUrl, stop: async () => {} };
  }
  const server = await launchEmbedded({
    dataDir: resolve(options.dataDir),
    ...(options.log ? { log: options.log } : {}),
  });
  try {
    await createDatabase(server.urlOf('postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    kind: 'embedded',
    ownerUrl: server.urlOf(NAME),
    server,
    stop: async () => {
      await server.stop();
    },
  };
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The database in DATABASE_URL cannot be reached: ${(error as Error).message}`, { cause: error });
  }
  try {
    const answer = await client.query<{ version: string; encoding: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`,
    );
    const { version, encoding } = answer.rows[0]!;
    if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
      throw new Error(`The database in DATABASE_URL is PostgreSQL ${version}; Huiyin needs ${OLDEST_MAJOR} or newer.`);
    }
    if (encoding !== 'UTF8') {
      throw new Error(
        `The database in DATABASE_URL stores ${encoding}; make one with ENCODING 'UTF8' (Chinese text needs it).`,
      );
    }
  } finally {
    await client.end();
  }
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME]);
    if (found.rowCount) return;
    await client.query(`CREATE DATABASE ${NAME} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    // Another start made it in the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
