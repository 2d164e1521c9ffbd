// Writes the shops that push orders, and what they delivered.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Platform } from '../core/shop-source.contract.ts';

export interface ShopSourceRow {
  id: string;
  workspace_id: string;
  name: string;
  platform: Platform;
  secret_sealed: string;
  enabled: boolean;
  created_at: Date;
  last_delivery_at: Date | null;
}

const COLUMNS = sql`id, workspace_id, name, platform, secret_sealed, enabled, created_at, last_delivery_at`;

/** Finds a source before its workspace is known; the signature is the permission. */
export function findShopSource(database: Database, id: string): Promise<ShopSourceRow | undefined> {
  return database.machine.maybe<ShopSourceRow>(
    sql`SELECT ${COLUMNS} FROM shop_sources WHERE id = ${id} AND workspace_id IS NOT NULL`,
  );
}

export function lockShopSource(tx: Tx, id: string): Promise<ShopSourceRow | undefined> {
  return tx.maybe<ShopSourceRow>(
    sql`SELECT ${COLUMNS} FROM shop_sources WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function shopNameTaken(tx: Tx, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT 1 AS one FROM shop_sources WHERE workspace_id = ${tx.workspaceId} AND name = ${name} AND id <> ${exceptId}`,
  );
  return row !== undefined;
}

export async function saveShopSource(tx: Tx, source: ShopSourceRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO shop_sources (id, workspace_id, name, platform, secret_sealed, enabled, created_at)
    VALUES (${source.id}, ${tx.workspaceId}, ${source.name}, ${source.platform}, ${source.secret_sealed}, ${source.enabled},
      ${source.created_at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, secret_sealed = excluded.secret_sealed, enabled = excluded.enabled`);
}

export interface ShopDelivery {
  id: string;
  sourceId: string;
  deliveryId: string;
  topic: string;
  now: Date;
}

/** Takes a delivery for this transaction; false when it was taken before. */
export async function takeDelivery(tx: Tx, delivery: ShopDelivery): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO shop_deliveries (workspace_id, source_id, delivery_id, id, topic, received_at)
    VALUES (${tx.workspaceId}, ${delivery.sourceId}, ${delivery.deliveryId}, ${delivery.id}, ${delivery.topic}, ${delivery.now})
    ON CONFLICT DO NOTHING`);
  return taken > 0;
}

export async function saveDelivered(
  tx: Tx,
  delivery: ShopDelivery,
  counts: { recorded: number; duplicates: number; rejected: number },
): Promise<void> {
  await tx.run(sql`
    UPDATE shop_deliveries SET recorded = ${counts.recorded}, duplicates = ${counts.duplicates}, rejected = ${counts.rejected}
    WHERE workspace_id = ${tx.workspaceId} AND source_id = ${delivery.sourceId} AND delivery_id = ${delivery.deliveryId}`);
  await tx.run(sql`
    UPDATE shop_sources SET last_delivery_at = ${delivery.now} WHERE workspace_id = ${tx.workspaceId} AND id = ${delivery.sourceId}`);
}
