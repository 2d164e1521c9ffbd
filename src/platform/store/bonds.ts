// Takes keys, indexes and triggers off before rows are restored and puts them back after: exact, in any order, and much faster.
import type pg from 'pg';
import type { BackupHeader } from './backup-format.ts';
import { quoted } from './catalogue.ts';

/** What was taken off, as the statements that put it back. */
export interface Bonds {
  indexes: string[];
  foreignKeys: string[];
}

const FOREIGN_KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS loose,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS tie
  FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conparentid = 0`;

// Indexes behind primary keys and constraints stay: they catch a row that comes twice. Those of partitioned tables stay too.
const INDEXES = `
  SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS loose, pg_get_indexdef(i.indexrelid) AS tie
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'i' AND t.relkind = 'r' AND NOT t.relispartition
    AND NOT i.indisprimary AND NOT i.indisreplident AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`;

/** Empties the tables and frees them. Everything happens in the caller's transaction. */
export async function looseBonds(client: pg.ClientBase, header: BackupHeader): Promise<Bonds> {
  for (const { name, parent, bound } of header.partitions) {
    await client.query(`CREATE TABLE IF NOT EXISTS ${quoted(name)} PARTITION OF ${quoted(parent)} ${bound}`);
  }
  const names = header.tables.map((table) => quoted(table.name));
  // Migrations may have put first rows in; the backup has them too, perhaps changed.
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')} CASCADE`);
  const foreignKeys = await takeOff(client, FOREIGN_KEYS);
  const indexes = await takeOff(client, INDEXES);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  return { indexes, foreignKeys };
}

/** Mends what meant something only on the old server, then puts everything back; a row that breaks a rule throws here. */
export async function tieBonds(client: pg.ClientBase, header: BackupHeader, bonds: Bonds): Promise<void> {
  for (const { name, value, called } of header.sequences) {
    await client.query('SELECT setval($1::text::regclass, $2, $3)', [`public.${quoted(name)}`, value, called]);
  }
  // A feature adds a function huiyin.after_restore_<feature>() in its migration when its rows need mending.
  const mending = await client.query<{ call: string }>(
    `SELECT oid::regproc::text AS call FROM pg_proc
     WHERE pronamespace = 'huiyin'::regnamespace AND proname LIKE 'after\\_restore\\_%' ORDER BY 1`,
  );
  for (const { call } of mending.rows) await client.query(`SELECT ${call}()`);
  for (const statement of [...bonds.indexes, ...bonds.foreignKeys]) await client.query(statement);
  for (const table of header.tables) await client.query(`ALTER TABLE ${quoted(table.name)} ENABLE TRIGGER USER`);
}

async function takeOff(client: pg.ClientBase, found: string): Promise<string[]> {
  const bonds = await client.query<{ loose: string; tie: string }>(found);
  for (const bond of bonds.rows) await client.query(bond.loose);
  return bonds.rows.map((bond) => bond.tie);
}
