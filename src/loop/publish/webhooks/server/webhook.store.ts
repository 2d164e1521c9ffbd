// Rows of endpoints and messages.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface EndpointRow {
  id: string;
  url: string;
  note: string;
  types: string[];
  secretSealed: string;
  formerSecretSealed: string | null;
  formerUntil: Date | null;
  state: 'active' | 'paused' | 'failing';
  failingSince: Date | null;
  createdAt: Date;
  createdBy: string;
}

const columns = sql`id, url, note, types, secret_sealed AS "secretSealed", former_secret_sealed AS "formerSecretSealed",
  former_until AS "formerUntil", state, failing_since AS "failingSince", created_at AS "createdAt", created_by AS "createdBy"
  FROM webhook_endpoints`;

/** Locks one endpoint: its queue is filled and emptied by one at a time. */
export async function lockEndpoint(tx: Tx, id: string): Promise<EndpointRow | undefined> {
  return tx.maybe<EndpointRow>(sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

/** Locks the endpoints that may hear something now. */
export async function lockHearing(tx: Tx): Promise<EndpointRow[]> {
  return tx.rows<EndpointRow>(
    sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND state <> 'paused' ORDER BY id FOR UPDATE`,
  );
}

/** Writes an endpoint, new or changed. */
export async function saveEndpoint(tx: Tx, row: EndpointRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO webhook_endpoints (id, workspace_id, url, note, types, secret_sealed, former_secret_sealed, former_until, state,
      failing_since, created_at, created_by)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.url}, ${row.note}, ${row.types}::text[], ${row.secretSealed}, ${row.formerSecretSealed},
      ${row.formerUntil}, ${row.state}, ${row.failingSince}, ${row.createdAt}, ${row.createdBy})
    ON CONFLICT (id) DO UPDATE SET url = excluded.url, note = excluded.note, types = excluded.types,
      secret_sealed = excluded.secret_sealed, former_secret_sealed = excluded.former_secret_sealed,
      former_until = excluded.former_until, state = excluded.state, failing_since = excluded.failing_since`);
}

/** Removes an endpoint with its messages. */
export async function deleteEndpoint(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM webhook_endpoints WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export interface NewMessage {
  id: string;
  endpointId: string;
  eventId: string;
  type: string;
  body: string;
}

/** Plans messages, due at once; one an endpoint and event, however often the event is heard. */
export async function insertMessages(tx: Tx, messages: readonly NewMessage[], now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO webhook_messages (id, workspace_id, endpoint_id, event_id, type, body, state, next_at, created_at)
    SELECT id, ${tx.workspaceId}, endpoint_id, event_id, type, body, 'waiting', ${now}, ${now}
    FROM unnest(${messages.map((one) => one.id)}::text[], ${messages.map((one) => one.endpointId)}::text[],
      ${messages.map((one) => one.eventId)}::text[], ${messages.map((one) => one.type)}::text[],
      ${messages.map((one) => one.body)}::text[]) AS given (id, endpoint_id, event_id, type, body)
    ON CONFLICT (endpoint_id, event_id) DO NOTHING`);
}

export interface ClaimedMessage {
  id: string;
  body: string;
  attempts: number;
}

/** Takes due messages for one attempt; they come back by themselves when whoever took them is never heard of again. */
export async function claimMessages(
  tx: Tx,
  endpointId: string,
  input: { take: number; now: Date; backAt: Date },
): Promise<ClaimedMessage[]> {
  return tx.rows<ClaimedMessage>(sql`
    UPDATE webhook_messages m SET attempts = m.attempts + 1, next_at = ${input.backAt}
    FROM (SELECT id FROM webhook_messages WHERE workspace_id = ${tx.workspaceId} AND endpoint_id = ${endpointId} AND state = 'waiting'
      AND next_at <= ${input.now} ORDER BY next_at, id LIMIT ${input.take} FOR UPDATE SKIP LOCKED) due
    WHERE m.workspace_id = ${tx.workspaceId} AND m.id = due.id
    RETURNING m.id, m.body, m.attempts`);
}

export interface Attempt {
  id: string;
  state: 'waiting' | 'delivered' | 'gave_up';
  nextAt: Date | null;
  status: number | null;
  error: string | null;
}

/** Writes how attempts ended. */
export async function saveAttempts(tx: Tx, attempts: readonly Attempt[], now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE webhook_messages m SET state = a.state, next_at = a.next_at, last_status = a.status, last_error = a.error, last_at = ${now}
    FROM unnest(${attempts.map((one) => one.id)}::text[], ${attempts.map((one) => one.state)}::text[],
      ${attempts.map((one) => one.nextAt)}::timestamptz[], ${attempts.map((one) => one.status)}::int[],
      ${attempts.map((one) => one.error)}::text[]) AS a (id, state, next_at, status, error)
    WHERE m.workspace_id = ${tx.workspaceId} AND m.id = a.id AND m.state = 'waiting'`);
}

/** When the next message of an endpoint falls due; null when none waits. */
export async function nextDue(tx: Tx, endpointId: string): Promise<Date | null> {
  const row = await tx.one<{ at: Date | null }>(sql`
    SELECT min(next_at) AS at FROM webhook_messages
    WHERE workspace_id = ${tx.workspaceId} AND endpoint_id = ${endpointId} AND state = 'waiting'`);
  return row.at;
}

/** Makes given-up messages (or one, whatever became of it) due again. */
export async function replayRows(
  tx: Tx,
  endpointId: string,
  input: { messageId: string | null; now: Date },
): Promise<number> {
  return tx.run(sql`
    UPDATE webhook_messages SET state = 'waiting', attempts = 0, next_at = ${input.now}
    WHERE workspace_id = ${tx.workspaceId} AND endpoint_id = ${endpointId}
      AND CASE WHEN ${input.messageId}::text IS NULL THEN state = 'gave_up' ELSE id = ${input.messageId}::text END`);
}

/** Forgets delivered messages of before a moment, a bounded number at a time. */
export async function forgetDelivered(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`
    DELETE FROM webhook_messages WHERE workspace_id = ${tx.workspaceId} AND id IN (
      SELECT id FROM webhook_messages WHERE workspace_id = ${tx.workspaceId} AND state = 'delivered' AND created_at < ${before} LIMIT 5000)`);
}
