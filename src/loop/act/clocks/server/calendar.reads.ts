// Reads calendars for screens.
import sql, { type Sql } from 'sql-template-tag';
import { aroundTheClock, type Calendar } from '../../../../kit/calendar/calendar.ts';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type CalendarView, calendarDraft } from '../core/calendar.contract.ts';

interface Row {
  id: string;
  name: string;
  is_default: boolean;
  hours: unknown;
  policy_count: number;
  updated_at: Date;
}

/** The default calendar also counts the policies that name none. */
const select = (tx: Tx, where: Sql) => sql`
  SELECT c.id, c.name, c.is_default, v.hours, c.updated_at,
    (SELECT count(*) FROM clock_policies p WHERE p.workspace_id = ${tx.workspaceId} AND p.removed_at IS NULL
       AND (p.calendar_id = c.id OR p.calendar_id IS NULL AND c.is_default)) AS policy_count
  FROM calendars c JOIN calendar_versions v ON v.workspace_id = c.workspace_id AND v.id = c.version_id
  WHERE c.workspace_id = ${tx.workspaceId} AND ${where}`;

export async function listCalendars(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<CalendarView>> {
  const after = decodeCursor(input.cursor, 2);
  const rows = await tx.rows<Row>(
    select(
      tx,
      sql`(${after === null} OR (c.name, c.id) > (${String(after?.[0] ?? '')}, ${String(after?.[1] ?? '')}))
        ORDER BY c.name, c.id LIMIT ${input.limit + 1}`,
    ),
  );
  const page = cutPage(rows, input.limit, (row) => [row.name, row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

export async function readCalendar(tx: Tx, id: string): Promise<CalendarView | undefined> {
  const row = await tx.maybe<Row>(select(tx, sql`c.id = ${id}`));
  return row && viewOf(row);
}

function viewOf(row: Row): CalendarView {
  const { name, hours } = calendarDraft.parse({ name: row.name, hours: row.hours });
  return {
    id: row.id as CalendarView['id'],
    name,
    hours,
    isDefault: row.is_default,
    policyCount: row.policy_count,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The hours of the default calendar; around the clock in the shop's zone where there is none yet. */
export async function shopHours(tx: Tx): Promise<Calendar> {
  const row = await tx.maybe<Row>(select(tx, sql`c.is_default`));
  if (row) return viewOf(row).hours;
  const { zone } = await tx.one<{ zone: string }>(
    sql`SELECT time_zone AS zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
  );
  return aroundTheClock(zone);
}
