// Brings a backup back into an empty database: all of it, checked to the last byte, or nothing.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  BackupError,
  type BackupHeader,
  FORMAT,
  type Frame,
  type PartEnd,
  parse,
  readFrames,
  type Trailer,
} from './backup-format.ts';
import { looseBonds, tieBonds } from './bonds.ts';
import { quoted } from './catalogue.ts';
import { applyWithin, type Migration, readMigrations } from './migrate.ts';

export interface RestoreOptions {
  /** Where files of the backup go; they are left out when it is missing. */
  dataDir?: string;
  migrations?: Migration[];
  onProgress?: (progress: { table: string; rows: number; rowsInAll: number }) => void;
}

export interface RestoreResult {
  tables: number;
  rows: number;
  files: number;
  /** Instant the backup shows. */
  madeAt: string;
}

/**
 * Restores into a database that holds nothing yet. Schema, rows and checks are one transaction; files are put in place after it.
 * @throws BackupError when the backup is damaged, cut short, changed or newer than this program, or the database is not empty
 */
export async function restore(
  place: { ownerUrl: string },
  source: string | Readable,
  options: RestoreOptions = {},
): Promise<RestoreResult> {
  const input = typeof source === 'string' ? createReadStream(source) : source;
  const gunzip = createGunzip();
  input.on('error', (error: Error) => gunzip.destroy(error));
  // Whoever reads the frames gets the error; without a listener it would end the process before that.
  gunzip.on('error', () => {});
  input.pipe(gunzip);
  const client = new pg.Client({ connectionString: place.ownerUrl, application_name: `huiyin restore ${process.pid}` });
  client.on('error', () => {});
  const landed: { draft: string; path: string }[] = [];
  try {
    await client.connect();
    const result = await load(client, readFrames(gunzip), options, landed);
    for (const file of landed) await rename(file.draft, file.path);
    // Plans made without statistics can be very slow; the data is safe already.
    await client.query('ANALYZE').catch(() => {});
    return result;
  } catch (error) {
    for (const file of landed) await rm(file.draft, { force: true });
    throw error;
  } finally {
    input.destroy();
    gunzip.destroy();
    await client.end().catch(() => {});
  }
}

async function load(
  client: pg.Client,
  frames: AsyncGenerator<Frame>,
  options: RestoreOptions,
  landed: { draft: string; path: string }[],
): Promise<RestoreResult> {
  const first = (await frames.next()).value as Frame | undefined;
  if (first?.kind !== 'H') throw new BackupError('The backup is damaged.');
  const header = parse<BackupHeader>(first.body);
  const { before, after } = splitMigrations(header, options.migrations ?? readMigrations());
  await client.query(`SET search_path = public; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres';
    SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET client_min_messages = warning; SET maintenance_work_mem = '128MB'`);
  await client.query('BEGIN');
  try {
    await refuseUsed(client);
    await applyWithin(client, before);
    const bonds = await looseBonds(client, header);
    const totals = { tables: 0, rows: 0, files: 0 };
    const rowsInAll = header.tables.reduce((sum, table) => sum + table.rows, 0);
    let trailer: Trailer | undefined;
    for await (const frame of frames) {
      if (frame.kind === 'T') {
        const table = header.tables[totals.tables];
        if (!table || parse<{ name: string }>(frame.body).name !== table.name)
          throw new BackupError('The backup is damaged.');
        totals.rows += await loadTable(client, frames, table);
        totals.tables += 1;
        options.onProgress?.({ table: table.name, rows: totals.rows, rowsInAll });
      } else if (frame.kind === 'F') {
        await loadFile(frames, parse(frame.body), options.dataDir, landed);
        totals.files += 1;
      } else if (frame.kind === 'Z') trailer = parse<Trailer>(frame.body);
      else throw new BackupError('The backup is damaged.');
    }
    if (
      !trailer ||
      trailer.rows !== totals.rows ||
      trailer.files !== totals.files ||
      totals.tables !== header.tables.length
    ) {
      throw new BackupError('The backup is incomplete.');
    }
    await tieBonds(client, header, bonds);
    await applyWithin(client, after);
    await client.query('SELECT huiyin.check_walls()');
    await client.query('COMMIT');
    return { ...totals, files: landed.length, madeAt: header.madeAt };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Migrations the backup was made with, and those that came later and will change the restored rows. */
function splitMigrations(header: BackupHeader, known: Migration[]): { before: Migration[]; after: Migration[] } {
  if (header.product !== 'huiyin') throw new BackupError('This file is not a backup made by Huiyin.');
  if (header.format > FORMAT) throw new BackupError('The backup was made by a newer Huiyin; restore it with that one.');
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const before = header.migrations.map((used) => {
    const migration = byName.get(used.name);
    if (!migration)
      throw new BackupError(`The backup was made by a newer Huiyin (${used.name}); restore it with that one.`);
    if (migration.checksum !== used.checksum)
      throw new BackupError(`The backup was made with another ${used.name} than this program has.`);
    return migration;
  });
  const used = new Set(before.map((migration) => migration.name));
  return { before, after: known.filter((migration) => !used.has(migration.name)) };
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const found = await client.query<{ used: boolean }>(
    `SELECT to_regnamespace('huiyin') IS NOT NULL OR EXISTS (SELECT FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS used`,
  );
  if (found.rows[0]!.used) {
    throw new BackupError('The database is not empty. Restore into a new data folder or a new, empty database.');
  }
}

async function loadTable(
  client: pg.Client,
  frames: AsyncGenerator<Frame>,
  table: BackupHeader['tables'][number],
): Promise<number> {
  const columns = table.columns.map(quoted).join(', ');
  const target = client.query(copyFrom(`COPY ${quoted(table.name)} (${columns}) FROM STDIN`));
  const end = await drainPart(frames, target).catch((error) => {
    // Rows the server cannot read (class 22) or that break a rule (class 23) were not written by a backup.
    const code = String((error as { code?: string }).code ?? '');
    throw /^2[23]/.test(code)
      ? new BackupError(`The backup is damaged in ${table.name}: ${error.message}`, { cause: error })
      : error;
  });
  if (target.rowCount !== end.rows || end.rows !== table.rows) {
    throw new BackupError(
      `The backup is incomplete: ${table.name} has ${target.rowCount} rows instead of ${table.rows}.`,
    );
  }
  return end.rows;
}

async function loadFile(
  frames: AsyncGenerator<Frame>,
  file: { name: string; mode: number },
  dataDir: string | undefined,
  landed: { draft: string; path: string }[],
): Promise<void> {
  const parts = file.name.split('/');
  const safe = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part));
  if (!safe) throw new BackupError('The backup holds a file that would land outside the data folder.');
  if (dataDir === undefined) {
    await drainPart(frames, undefined);
    return;
  }
  const path = join(dataDir, ...parts);
  const draft = `${path}.restoring`;
  await mkdir(dirname(path), { recursive: true });
  landed.push({ draft, path });
  await drainPart(frames, createWriteStream(draft, { mode: file.mode & 0o700 }));
}

/** Passes data frames on until the end of the part and checks its hash. */
async function drainPart(frames: AsyncGenerator<Frame>, target: NodeJS.WritableStream | undefined): Promise<PartEnd> {
  const hash = createHash('sha256');
  let bytes = 0;
  let end: PartEnd | undefined;
  async function* data(): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await frames.next();
      const frame = next.value as Frame | undefined;
      if (frame?.kind === 'E') {
        end = parse<PartEnd>(frame.body);
        return;
      }
      if (frame?.kind !== 'D') throw new BackupError('The backup is damaged.');
      hash.update(frame.body);
      bytes += frame.body.length;
      yield frame.body;
    }
  }
  await pour(data(), target);
  if (!end || end.bytes !== bytes || end.sha256 !== hash.digest('hex'))
    throw new BackupError('The backup was changed after it was made.');
  return end;
}

async function pour(data: AsyncGenerator<Buffer>, target: NodeJS.WritableStream | undefined): Promise<void> {
  if (!target) {
    for await (const _ of data);
    return;
  }
  await pipeline(Readable.from(data, { objectMode: false, highWaterMark: 256 * 1024 }), target);
}
