// Writes webhook sources and what they delivered.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Channel } from '../../intake/core/feedback.contract.ts';
import type { SourceMapping } from '../core/source.contract.ts';

export interface SourceRow {
  id: string;
  workspace_id: string;
  name: string;
  channel: Channel;
  secret_sealed: string;
  mapping: SourceMapping;
  enabled: boolean;
  created_at: Date;
  last_delivery_at: Date | null;
}

const COLUMNS = sql`id, workspace_id, name, channel, secret_sealed, mapping, enabled, created_at, last_delivery_at`;

/** Finds a source before its workspace is known; the signature is the permission. */
export function findSource(database: Database, id: string): Promise<SourceRow | undefined> {
  return database.machine.maybe<SourceRow>(
    sql`SELECT ${COLUMNS} FROM webhook_sources WHERE id = ${id} AND workspace_id IS NOT NULL`,
  );
}

export function lockSource(tx: Tx, id: string): Promise<SourceRow | undefined> {
  return tx.maybe<SourceRow>(
    sql`SELECT ${COLUMNS} FROM webhook_sources WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function nameTaken(tx: Tx, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT 1 FROM webhook_sources WHERE workspace_id = ${tx.workspaceId} AND name = ${name} AND id <> ${exceptId}`,
  );
  return row !== undefined;
}

export async function saveSource(tx: Tx, source: SourceRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO webhook_sources (id, workspace_id, name, channel, secret_sealed, mapping, enabled, created_at)
    VALUES (${source.id}, ${tx.workspaceId}, ${source.name}, ${source.channel}, ${source.secret_sealed},
      ${JSON.stringify(source.mapping)}::jsonb, ${source.enabled}, ${source.created_at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, channel = excluded.channel, secret_sealed = excluded.secret_sealed,
      mapping = excluded.mapping, enabled = excluded.enabled`);
}

export interface Delivery {
  id: string;
  sourceId: string;
  messageId: string;
  now: Date;
}

/** Takes a message for this transaction; false when it was taken before. */
export async function takeMessage(tx: Tx, delivery: Delivery): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO webhook_deliveries (workspace_id, source_id, message_id, id, received_at, recorded, duplicates, quarantined, rejected, answer)
    VALUES (${tx.workspaceId}, ${delivery.sourceId}, ${delivery.messageId}, ${delivery.id}, ${delivery.now}, 0, 0, 0, 0, '{}')
    ON CONFLICT DO NOTHING`);
  return taken > 0;
}

/** Keeps what was answered, for the same message sent again. */
export async function saveAnswer(
  tx: Tx,
  delivery: Delivery,
  answer: { recorded: number; duplicates: number; quarantined: number; rejected: number },
): Promise<void> {
  await tx.run(sql`
    UPDATE webhook_deliveries SET recorded = ${answer.recorded}, duplicates = ${answer.duplicates}, quarantined = ${answer.quarantined},
      rejected = ${answer.rejected}, answer = ${JSON.stringify(answer)}::jsonb
    WHERE workspace_id = ${tx.workspaceId} AND source_id = ${delivery.sourceId} AND message_id = ${delivery.messageId}`);
  await tx.run(sql`
    UPDATE webhook_sources SET last_delivery_at = ${delivery.now} WHERE workspace_id = ${tx.workspaceId} AND id = ${delivery.sourceId}`);
}

export async function readAnswer<T>(tx: Tx, delivery: Delivery): Promise<T> {
  const row = await tx.one<{ answer: T }>(sql`
    SELECT answer FROM webhook_deliveries
    WHERE workspace_id = ${tx.workspaceId} AND source_id = ${delivery.sourceId} AND message_id = ${delivery.messageId}`);
  return row.answer;
}
