// Writes everything the product knows into one file: a single snapshot, streamed table by table, in constant memory.
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupHeader, FORMAT, FrameWriter } from './backup-format.ts';
import { quoted, readPartitions, readSequences, readTables } from './catalogue.ts';

export interface BackupOptions {
  /** Folder that `includeFiles` are named in. */
  dataDir?: string;
  /**
   * Files and folders below `dataDir` to take along, for example `files`. The key that opens sealed personal data
   * (`secret.key`) is left out unless it is named here: whoever holds it and the backup reads everything.
   */
  includeFiles?: string[];
  /**
   * Files and folders below `dataDir` that grow while the backup is made, and may be moved into the store: they are held before
   * the snapshot is taken and copied as long as they were then, so that what the rows do not know yet is in the files.
   */
  growingFiles?: string[];
  onProgress?: (progress: BackupProgress) => void;
}

export interface BackupProgress {
  table: string;
  /** Rows written so far and in all. */
  rows: number;
  rowsInAll: number;
}

export interface BackupResult {
  tables: number;
  rows: number;
  files: number;
  /** Before compression. */
  bytes: number;
}

/**
 * Backs up a database while it is in use.
 * @param target a path (written beside it first, then renamed) or a stream, which is ended
 */
export async function backup(
  store: { ownerUrl: string },
  target: string | Writable,
  options: BackupOptions = {},
): Promise<BackupResult> {
  if (typeof target !== 'string') return write(store.ownerUrl, target, options);
  const draft = `${target}.${process.pid}.part`;
  try {
    const result = await write(store.ownerUrl, createWriteStream(draft, { mode: 0o600 }), options);
    const handle = await open(draft, 'r+');
    await handle.sync();
    await handle.close();
    await rename(draft, target);
    return result;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function write(url: string, out: Writable, options: BackupOptions): Promise<BackupResult> {
  const client = new pg.Client({ connectionString: url, application_name: `huiyin backup ${process.pid}` });
  client.on('error', () => {});
  await client.connect();
  const gzip = createGzip({ level: 1 });
  // A full disk must end the work, not leave it waiting for a stream that never drains.
  const written = pipeline(gzip, out);
  written.catch(() => {});
  const held = await holdFiles(options);
  try {
    await client.query(`SET search_path = public; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres';
      SET extra_float_digits = 3; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET row_security = off`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const header = await readHeader(client);
    const frames = new FrameWriter(gzip);
    await frames.begin(header);
    const rows = await writeTables(client, frames, header, options);
    const files = (await writeHeld(frames, held)) + (await writeFiles(frames, options));
    await frames.end({ tables: header.tables.length, rows, files });
    gzip.end();
    await written;
    await client.query('COMMIT');
    return { tables: header.tables.length, rows, files, bytes: frames.bytes };
  } catch (error) {
    gzip.destroy();
    throw error;
  } finally {
    for (const { handle } of held) await handle.close().catch(() => {});
    await client.end().catch(() => {});
  }
}

interface HeldFile {
  name: string;
  handle: FileHandle;
  size: number;
  mode: number;
}

async function holdFiles(options: BackupOptions): Promise<HeldFile[]> {
  const held: HeldFile[] = [];
  for (const wanted of options.growingFiles ?? []) {
    if (!options.dataDir) throw new Error('growingFiles needs dataDir');
    for (const name of await walk(options.dataDir, wanted)) {
      const handle = await open(join(options.dataDir, ...name.split('/')), 'r').catch(() => undefined);
      if (!handle) continue;
      const { size, mode } = await handle.stat();
      held.push({ name, handle, size, mode: mode & 0o777 });
    }
  }
  return held;
}

async function writeHeld(frames: FrameWriter, held: readonly HeldFile[]): Promise<number> {
  for (const { name, handle, size, mode } of held) {
    await frames.frame('F', { name, mode });
    const content =
      size === 0 ? Readable.from([]) : handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
    await frames.part(content, () => 0);
  }
  return held.length;
}

async function readHeader(client: pg.Client): Promise<BackupHeader> {
  const facts = await client.query<{ at: Date; server: string }>(
    `SELECT now() AS at, current_setting('server_version') AS server`,
  );
  const migrations = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM huiyin.migrations ORDER BY name',
  );
  const tables: BackupHeader['tables'] = [];
  for (const table of await readTables(client)) {
    const counted = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM public.${quoted(table.name)}`);
    tables.push({ ...table, rows: Number(counted.rows[0]!.rows) });
  }
  return {
    product: 'huiyin',
    format: FORMAT,
    madeAt: facts.rows[0]!.at.toISOString(),
    server: facts.rows[0]!.server,
    migrations: migrations.rows,
    tables,
    sequences: await readSequences(client),
    partitions: await readPartitions(client),
  };
}

async function writeTables(
  client: pg.Client,
  frames: FrameWriter,
  header: BackupHeader,
  options: BackupOptions,
): Promise<number> {
  const rowsInAll = header.tables.reduce((sum, table) => sum + table.rows, 0);
  let rows = 0;
  for (const table of header.tables) {
    await frames.frame('T', { name: table.name });
    const columns = table.columns.map(quoted).join(', ');
    const source = client.query(copyTo(`COPY (SELECT ${columns} FROM public.${quoted(table.name)}) TO STDOUT`));
    const end = await frames.part(source, () => source.rowCount);
    rows += end.rows;
    options.onProgress?.({ table: table.name, rows, rowsInAll });
  }
  return rows;
}

async function writeFiles(frames: FrameWriter, options: BackupOptions): Promise<number> {
  let files = 0;
  for (const wanted of options.includeFiles ?? []) {
    if (!options.dataDir) throw new Error('includeFiles needs dataDir');
    for (const name of await walk(options.dataDir, wanted)) {
      const path = join(options.dataDir, ...name.split('/'));
      // A draft that was renamed meanwhile is no file any more.
      const found = await stat(path).catch(() => undefined);
      if (!found) continue;
      await frames.frame('F', { name, mode: found.mode & 0o777 });
      await frames.part(createReadStream(path), () => 0);
      files += 1;
    }
  }
  return files;
}

/** Names of the files at or below a path, with `/` between their parts; a path that does not exist has none. */
async function walk(dataDir: string, wanted: string): Promise<string[]> {
  const name = wanted.split(sep).join('/');
  const found = await stat(join(dataDir, wanted)).catch(() => undefined);
  if (found?.isFile()) return [name];
  if (!found?.isDirectory()) return [];
  const names: string[] = [];
  for (const entry of (await readdir(join(dataDir, wanted))).sort()) {
    names.push(...(await walk(dataDir, posix.join(name, entry))));
  }
  return names;
}
