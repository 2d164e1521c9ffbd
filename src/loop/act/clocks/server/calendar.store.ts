// Keeps calendars; every change of their hours adds a version, so that the past can still be read by the old ones.
import sql from 'sql-template-tag';
import { type Calendar, calendarSchema } from '../../../../kit/calendar/calendar.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export interface CalendarRow {
  id: string;
  name: string;
  is_default: boolean;
  version_id: string;
  updated_at: Date;
}

/** Adds a version of a calendar's hours. @returns its id */
export async function addVersion(tx: Tx, calendarId: string, hours: Calendar, now: Date): Promise<string> {
  const id = newId('calv');
  await tx.run(sql`
    INSERT INTO calendar_versions (id, workspace_id, calendar_id, hours, created_at)
    VALUES (${id}, ${tx.workspaceId}, ${calendarId}, ${JSON.stringify(hours)}::jsonb, ${now})`);
  return id;
}

/** Adds or replaces a calendar's row. */
export async function saveCalendar(tx: Tx, row: CalendarRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO calendars (id, workspace_id, name, is_default, version_id, updated_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.name}, ${row.is_default}, ${row.version_id}, ${row.updated_at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, is_default = excluded.is_default,
      version_id = excluded.version_id, updated_at = excluded.updated_at`);
}

export async function lockCalendar(tx: Tx, id: string): Promise<CalendarRow | undefined> {
  return tx.maybe<CalendarRow>(sql`
    SELECT id, name, is_default, version_id, updated_at FROM calendars
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export async function calendarNameTaken(tx: Tx, name: string, exceptId: string | null): Promise<boolean> {
  const found = await tx.maybe(sql`
    SELECT 1 FROM calendars WHERE workspace_id = ${tx.workspaceId} AND name = ${name} AND id IS DISTINCT FROM ${exceptId}::text`);
  return found !== undefined;
}

export async function calendarExists(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.maybe(sql`SELECT 1 FROM calendars WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`)) !== undefined
  );
}

/** How many policies in force name this calendar. */
export async function countPoliciesOn(tx: Tx, calendarId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*) AS count FROM clock_policies
    WHERE workspace_id = ${tx.workspaceId} AND calendar_id = ${calendarId} AND removed_at IS NULL`);
  return count;
}

/** Makes one calendar the default and every other one not. */
export async function markDefault(tx: Tx, id: string): Promise<void> {
  await tx.run(
    sql`UPDATE calendars SET is_default = false WHERE workspace_id = ${tx.workspaceId} AND is_default AND id <> ${id}`,
  );
  await tx.run(sql`UPDATE calendars SET is_default = true WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Takes a calendar out of the list; its versions stay for the histories that name them. */
export async function deleteCalendar(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM calendars WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Versions never change, so each is read and compiled once; the engine remembers its work by object. */
const known = new Map<string, Calendar>();
const MOST_KNOWN = 2000;

/** Gives the hours of versions of this workspace. */
export async function hoursOf(tx: Tx, versionIds: Iterable<string>): Promise<(versionId: string) => Calendar> {
  const keyOf = (id: string) => `${tx.workspaceId} ${id}`;
  const wanted = new Set(versionIds);
  const found = new Map<string, Calendar>();
  const missing: string[] = [];
  for (const id of wanted) {
    const hours = known.get(keyOf(id));
    if (hours) found.set(id, hours);
    else missing.push(id);
  }
  if (missing.length > 0) {
    const rows = await tx.rows<{ id: string; hours: unknown }>(sql`
      SELECT id, hours FROM calendar_versions WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${missing}::text[])`);
    if (known.size + rows.length > MOST_KNOWN) known.clear();
    for (const row of rows) {
      const hours: Calendar = calendarSchema.parse(row.hours);
      known.set(keyOf(row.id), hours);
      found.set(row.id, hours);
    }
  }
  return (versionId) => {
    const hours = found.get(versionId);
    if (!hours) throw new Error(`No hours of version ${versionId}`);
    return hours;
  };
}
