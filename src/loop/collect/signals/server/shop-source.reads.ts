// Reads connected shops and their deliveries for the console.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type ShopSourceView, type shopDeliveryView, TOPICS } from '../core/shop-source.contract.ts';
import type { ShopSourceRow } from './shop-source.store.ts';

interface Asked {
  cursor?: string | undefined;
  limit: number;
}

export function shopSourceViewOf(row: ShopSourceRow): ShopSourceView {
  return {
    id: row.id,
    name: row.name,
    platform: row.platform,
    enabled: row.enabled,
    path: `/api/v1/shop-hooks/${row.id}`,
    topics: [...TOPICS[row.platform]],
    createdAt: row.created_at.toISOString(),
    lastDeliveryAt: row.last_delivery_at?.toISOString() ?? null,
  };
}

export async function listShopSources(tx: Tx, input: Asked): Promise<Page<ShopSourceView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<ShopSourceRow>(sql`
    SELECT id, workspace_id, name, platform, enabled, created_at, last_delivery_at FROM shop_sources
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(shopSourceViewOf), nextCursor: page.nextCursor };
}

export async function listShopDeliveries(
  tx: Tx,
  sourceId: string,
  input: Asked,
): Promise<Page<z.output<typeof shopDeliveryView>>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<
    Omit<z.output<typeof shopDeliveryView>, 'receivedAt'> & { id: string; receivedAt: Date }
  >(sql`
    SELECT id, delivery_id AS "deliveryId", topic, received_at AS "receivedAt", recorded, duplicates, rejected FROM shop_deliveries
    WHERE workspace_id = ${tx.workspaceId} AND source_id = ${sourceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return {
    items: page.items.map(({ id: _id, receivedAt, ...rest }) => ({ ...rest, receivedAt: receivedAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}
