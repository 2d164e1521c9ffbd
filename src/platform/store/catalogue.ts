// What the database consists of, read from its own catalogue, so that backups need no list kept by hand.
import type pg from 'pg';
import type { BackupHeader } from './backup-format.ts';

const TABLES = `
  SELECT c.oid::int8 AS oid, c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT coalesce(array_agg(DISTINCT f.confrelid::int8), '{}') FROM pg_constraint f
     WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
  ORDER BY c.relname`;

interface TableRow {
  oid: string;
  name: string;
  columns: string[] | null;
  needs: string[];
}

/** Tables of the product with their columns, those pointed to before those that point. */
export async function readTables(client: pg.ClientBase): Promise<{ name: string; columns: string[] }[]> {
  const found = await client.query<TableRow>(TABLES);
  return dependencyOrder(found.rows.map((row) => ({ ...row, needs: row.needs.map(String) }))).map((row) => ({
    name: row.name,
    columns: row.columns ?? [],
  }));
}

/** Orders tables so that each follows what it needs; tables that need each other come last, in the order given. */
export function dependencyOrder<T extends { oid: string; needs: string[] }>(tables: T[]): T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  const known = new Set(tables.map((table) => table.oid));
  let waiting = tables;
  while (waiting.length > 0) {
    const ready = waiting.filter((table) => table.needs.every((need) => placed.has(need) || !known.has(need)));
    const next = ready.length > 0 ? ready : waiting;
    for (const table of next) placed.add(table.oid);
    ordered.push(...next);
    waiting = waiting.filter((table) => !placed.has(table.oid));
  }
  return ordered;
}

/** Sequences with their positions. They move outside transactions, so they are never behind the rows of a snapshot. */
export async function readSequences(client: pg.ClientBase): Promise<BackupHeader['sequences']> {
  const found = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY 1`,
  );
  const sequences: BackupHeader['sequences'] = [];
  for (const { name } of found.rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value AS value, is_called AS called FROM public.${quoted(name)}`,
    );
    sequences.push({ name, value: Number(at.rows[0]!.value), called: at.rows[0]!.called });
  }
  return sequences;
}

/** Partitions, which may have been made while the product ran; parents before children. */
export async function readPartitions(client: pg.ClientBase): Promise<BackupHeader['partitions']> {
  const found = await client.query<{ name: string; parent: string; bound: string }>(
    `SELECT c.relname AS name, p.relname AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound
     FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition AND c.relkind IN ('r', 'p') ORDER BY c.oid`,
  );
  return found.rows;
}

/** A name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
