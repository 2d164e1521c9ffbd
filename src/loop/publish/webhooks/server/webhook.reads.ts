// Reads endpoints and messages for the screen.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { EndpointView, MessageView } from '../core/webhook.contract.ts';

interface EndpointLine {
  id: string;
  url: string;
  note: string;
  types: string[];
  state: EndpointView['state'];
  failing_since: Date | null;
  former_until: Date | null;
  created_at: Date;
  created_by: string;
  waiting: number;
  gave_up: number;
  last_delivered_at: Date | null;
}

const MOST_COUNTED = 1000;

function endpoints(tx: Tx, which: Sql, limit: number): Sql {
  const count = (state: string) =>
    sql`(SELECT count(*)::int FROM (SELECT FROM webhook_messages m WHERE m.workspace_id = e.workspace_id AND m.endpoint_id = e.id
      AND m.state = ${state} LIMIT ${MOST_COUNTED}) counted)`;
  return sql`
    SELECT e.id, e.url, e.note, e.types, e.state, e.failing_since, e.former_until, e.created_at, e.created_by,
      ${count('waiting')} AS waiting, ${count('gave_up')} AS gave_up,
      (SELECT m.last_at FROM webhook_messages m WHERE m.workspace_id = e.workspace_id AND m.endpoint_id = e.id AND m.state = 'delivered'
        ORDER BY m.id DESC LIMIT 1) AS last_delivered_at
    FROM webhook_endpoints e WHERE e.workspace_id = ${tx.workspaceId} ${which} ORDER BY e.id DESC LIMIT ${limit}`;
}

/** Newest first. */
export async function listEndpoints(tx: Tx, query: { cursor?: string; limit: number }): Promise<Page<EndpointView>> {
  const after = decodeCursor(query.cursor, 1);
  const rows = await tx.rows<EndpointLine>(
    endpoints(tx, after ? sql`AND e.id < ${String(after[0])}` : empty, query.limit + 1),
  );
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

export async function readEndpoint(tx: Tx, id: string): Promise<EndpointView | undefined> {
  const row = await tx.maybe<EndpointLine>(endpoints(tx, sql`AND e.id = ${id}`, 1));
  return row && viewOf(row);
}

function viewOf(row: EndpointLine): EndpointView {
  return {
    id: row.id,
    url: row.url,
    note: row.note,
    types: row.types,
    state: row.state,
    failingSince: row.failing_since?.toISOString() ?? null,
    formerSecretUntil: row.former_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    waiting: row.waiting,
    gaveUp: row.gave_up,
    lastDeliveredAt: row.last_delivered_at?.toISOString() ?? null,
  };
}

interface MessageLine {
  id: string;
  event_id: string;
  type: string;
  state: MessageView['state'];
  attempts: number;
  next_at: Date | null;
  last_status: number | null;
  last_error: string | null;
  last_at: Date | null;
  created_at: Date;
}

/** Messages of an endpoint, newest first. */
export async function listMessages(
  tx: Tx,
  endpointId: string,
  query: { state?: MessageView['state']; cursor?: string; limit: number; id?: string },
): Promise<Page<MessageView>> {
  const after = decodeCursor(query.cursor, 1);
  const rows = await tx.rows<MessageLine>(sql`
    SELECT id, event_id, type, state, attempts, next_at, last_status, last_error, last_at, created_at FROM webhook_messages
    WHERE workspace_id = ${tx.workspaceId} AND endpoint_id = ${endpointId}
      ${query.state ? sql`AND state = ${query.state}` : empty} ${query.id ? sql`AND id = ${query.id}` : empty}
      ${after ? sql`AND id < ${String(after[0])}` : empty}
    ORDER BY id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  const items = page.items.map((row) => ({
    id: row.id,
    eventId: row.event_id,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.state === 'waiting' ? (row.next_at?.toISOString() ?? null) : null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    lastAt: row.last_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }));
  return { items, nextCursor: page.nextCursor };
}
