// Reads webhook sources and their deliveries for the console.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { deliveryView, sourceView } from '../core/source.contract.ts';
import type { SourceRow } from './source.store.ts';

interface Asked {
  cursor?: string | undefined;
  limit: number;
}

export function sourceViewOf(row: SourceRow): z.output<typeof sourceView> {
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    mapping: row.mapping,
    enabled: row.enabled,
    path: `/api/v1/hooks/${row.id}`,
    createdAt: row.created_at.toISOString(),
    lastDeliveryAt: row.last_delivery_at?.toISOString() ?? null,
  };
}

export async function listSources(tx: Tx, input: Asked): Promise<Page<z.output<typeof sourceView>>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<SourceRow>(sql`
    SELECT id, workspace_id, name, channel, mapping, enabled, created_at, last_delivery_at FROM webhook_sources
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(sourceViewOf), nextCursor: page.nextCursor };
}

export async function listDeliveries(
  tx: Tx,
  sourceId: string,
  input: Asked,
): Promise<Page<z.output<typeof deliveryView>>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<{
    id: string;
    messageId: string;
    receivedAt: Date;
    recorded: number;
    duplicates: number;
    quarantined: number;
    rejected: number;
  }>(sql`
    SELECT id, message_id AS "messageId", received_at AS "receivedAt", recorded, duplicates, quarantined, rejected FROM webhook_deliveries
    WHERE workspace_id = ${tx.workspaceId} AND source_id = ${sourceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return {
    items: page.items.map(({ id: _id, receivedAt, ...rest }) => ({ ...rest, receivedAt: receivedAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}
