// Writes items of the roadmap, what they are linked to, and the changelog.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RoadmapDraft, RoadmapLink, RoadmapStage } from '../core/roadmap.contract.ts';

export interface StoredItem {
  id: string;
  stage: RoadmapStage;
  position: number;
  isPublic: boolean;
}

/** Locks an item for a change. */
export function lockItem(tx: Tx, itemId: string): Promise<StoredItem | undefined> {
  return tx.maybe<StoredItem>(sql`
    SELECT id, stage, position, published_at IS NOT NULL AS "isPublic" FROM roadmap_items
    WHERE workspace_id = ${tx.workspaceId} AND id = ${itemId} FOR UPDATE`);
}

/** One writer of places at a time. @returns how many items there are */
export async function lockRoadmap(tx: Tx): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`roadmap:${tx.workspaceId}`}, 0))`);
  const row = await tx.one<{ items: number }>(
    sql`SELECT count(*)::int AS items FROM roadmap_items WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row.items;
}

/** Places around a spot: in front of an item, or at the end of a stage. Undefined when the item is not of that stage. */
export async function placesAround(
  tx: Tx,
  stage: RoadmapStage,
  before: string | null,
  exceptId: string,
): Promise<{ before: number | null; after: number | null } | undefined> {
  const rows = await tx.rows<{ id: string; position: number }>(sql`
    SELECT id, position FROM roadmap_items
    WHERE workspace_id = ${tx.workspaceId} AND stage = ${stage} AND id <> ${exceptId} ORDER BY position, id`);
  if (before === null) return { before: rows.at(-1)?.position ?? null, after: null };
  const index = rows.findIndex((row) => row.id === before);
  if (index < 0) return undefined;
  return { before: rows[index - 1]?.position ?? null, after: rows[index]!.position };
}

export async function insertItem(
  tx: Tx,
  item: RoadmapDraft & { id: string; position: number },
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO roadmap_items (id, workspace_id, kind, stage, position, title_zh, title_en, text_zh, text_en, stage_at, created_at,
      updated_at, updated_by_name)
    VALUES (${item.id}, ${tx.workspaceId}, ${item.kind}, ${item.stage}, ${item.position}, ${item.title['zh-CN']}, ${item.title.en},
      ${item.text['zh-CN']}, ${item.text.en}, ${now}, ${now}, ${now}, ${by})`);
  await saveLinks(tx, item.id, item.links);
}

export async function updateItem(
  tx: Tx,
  itemId: string,
  item: Omit<RoadmapDraft, 'stage'>,
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE roadmap_items SET kind = ${item.kind}, title_zh = ${item.title['zh-CN']}, title_en = ${item.title.en},
      text_zh = ${item.text['zh-CN']}, text_en = ${item.text.en}, updated_at = ${now}, updated_by_name = ${by}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${itemId}`);
  await saveLinks(tx, itemId, item.links);
}

async function saveLinks(tx: Tx, itemId: string, links: readonly RoadmapLink[]): Promise<void> {
  await tx.run(sql`DELETE FROM roadmap_links WHERE workspace_id = ${tx.workspaceId} AND item_id = ${itemId}`);
  await tx.run(sql`
    INSERT INTO roadmap_links (workspace_id, item_id, kind, target_id)
    SELECT ${tx.workspaceId}, ${itemId}, l.kind, l.target FROM unnest(${links.map((link) => link.kind)}::text[],
      ${links.map((link) => link.id)}::text[]) AS l(kind, target)
    ON CONFLICT DO NOTHING`);
}

export async function saveStage(
  tx: Tx,
  itemId: string,
  to: { stage: RoadmapStage; position: number; isNewStage: boolean },
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE roadmap_items SET stage = ${to.stage}, position = ${to.position},
      stage_at = CASE WHEN ${to.isNewStage} THEN ${now} ELSE stage_at END, updated_at = ${now}, updated_by_name = ${by}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${itemId}`);
}

/** @param by null hides it */
export async function savePublished(tx: Tx, itemId: string, by: string | null, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE roadmap_items SET published_at = ${by === null ? null : now}, published_by_name = ${by}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${itemId}`);
}

export async function deleteItem(tx: Tx, itemId: string): Promise<void> {
  await tx.run(sql`DELETE FROM roadmap_items WHERE workspace_id = ${tx.workspaceId} AND id = ${itemId}`);
}

export async function insertEntry(
  tx: Tx,
  entry: { id: string; itemId: string; stage: 'complete' | 'verified'; text: { 'zh-CN': string; en: string } },
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO changelog_entries (id, workspace_id, item_id, stage, text_zh, text_en, at, by_name)
    VALUES (${entry.id}, ${tx.workspaceId}, ${entry.itemId}, ${entry.stage}, ${entry.text['zh-CN']}, ${entry.text.en}, ${now}, ${by})`);
}

export function deleteEntry(tx: Tx, itemId: string, entryId: string): Promise<number> {
  return tx.run(sql`
    DELETE FROM changelog_entries WHERE workspace_id = ${tx.workspaceId} AND item_id = ${itemId} AND id = ${entryId}`);
}
