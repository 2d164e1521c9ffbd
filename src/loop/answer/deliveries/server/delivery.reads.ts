// Reads deliveries for the messages of a screen, a letter's state taken from the letter itself.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { DeliveryState, DeliveryView, Way, WayReason } from '../core/delivery.contract.ts';

interface DeliveryRow {
  id: string;
  message_id: string;
  way: Way;
  reason: WayReason | null;
  state: DeliveryState;
  channel: string;
  to_hint: string | null;
  mail_id: string | null;
  created_at: Date;
  settled_at: Date | null;
  error: string | null;
}

/** Message id → its delivery. */
export async function deliveriesOf(tx: Tx, messageIds: readonly string[]): Promise<Map<string, DeliveryView>> {
  if (messageIds.length === 0) return new Map();
  const rows = await tx.rows<DeliveryRow>(sql`
    SELECT id, message_id, way, reason, state, channel, to_hint, mail_id, created_at, settled_at, error
    FROM deliveries_facts WHERE workspace_id = ${tx.workspaceId} AND message_id = ANY(${messageIds}::text[])`);
  return new Map(rows.map((row) => [row.message_id, viewOf(row)]));
}

function viewOf(row: DeliveryRow): DeliveryView {
  return {
    id: row.id,
    way: row.way,
    reason: row.reason,
    state: row.state,
    channel: row.channel,
    toHint: row.to_hint,
    mailId: row.mail_id,
    at: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    error: row.error || null,
  };
}
