// Writes rooms, shows and shelves, and locks their rows.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ShelfProduct } from '../core/room.contract.ts';

export interface RoomRow {
  id: string;
  workspace_id: string;
  title: string;
  slug: string;
  cover_url: string | null;
  video_url: string | null;
  is_open: boolean;
  is_simulated: boolean;
  created_at: Date;
}

export interface ShowRow {
  id: string;
  workspace_id: string;
  room_id: string;
  title: string;
  state: 'live' | 'ended';
  started_at: Date;
  ended_at: Date | null;
  events: number;
  comments: number;
  completeness: number;
  last_event_at: Date | null;
  journal_gone_at: Date | null;
}

export function lockRoom(tx: Tx, roomId: string): Promise<RoomRow | undefined> {
  return tx.maybe<RoomRow>(
    sql`SELECT * FROM live_rooms WHERE workspace_id = ${tx.workspaceId} AND id = ${roomId} FOR UPDATE`,
  );
}

/** @returns false when another room of the installation has this public name */
export async function insertRoom(tx: Tx, room: RoomRow): Promise<boolean> {
  const count = await tx.run(sql`
    INSERT INTO live_rooms (id, workspace_id, title, slug, cover_url, video_url, is_open, is_simulated, created_at)
    VALUES (${room.id}, ${tx.workspaceId}, ${room.title}, ${room.slug}, ${room.cover_url}, ${room.video_url},
      ${room.is_open}, ${room.is_simulated}, ${room.created_at}) ON CONFLICT (slug) DO NOTHING`);
  return count === 1;
}

export async function saveRoom(tx: Tx, room: RoomRow): Promise<void> {
  await tx.run(sql`
    UPDATE live_rooms SET title = ${room.title}, cover_url = ${room.cover_url}, video_url = ${room.video_url}, is_open = ${room.is_open}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${room.id}`);
}

export function lockRunningShow(tx: Tx, roomId: string): Promise<ShowRow | undefined> {
  return tx.maybe<ShowRow>(sql`
    SELECT * FROM live_shows WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} AND state = 'live' FOR UPDATE`);
}

export async function insertShow(tx: Tx, show: Pick<ShowRow, 'id' | 'room_id' | 'title' | 'started_at'>) {
  await tx.run(sql`
    INSERT INTO live_shows (id, workspace_id, room_id, title, state, started_at)
    VALUES (${show.id}, ${tx.workspaceId}, ${show.room_id}, ${show.title}, 'live', ${show.started_at})`);
}

export async function saveShowEnded(tx: Tx, showId: string, endedAt: Date): Promise<void> {
  await tx.run(sql`
    UPDATE live_shows SET state = 'ended', ended_at = ${endedAt} WHERE workspace_id = ${tx.workspaceId} AND id = ${showId}`);
}

/** How far a show has come, for lists; the journal is the truth. */
export interface ShowProgress {
  events: number;
  comments: number;
  completeness: number;
  lastEventAt: Date | null;
}

export async function saveShowProgress(tx: Tx, showId: string, progress: ShowProgress): Promise<void> {
  await tx.run(sql`
    UPDATE live_shows SET events = ${progress.events}, comments = ${progress.comments},
      completeness = ${progress.completeness}, last_event_at = ${progress.lastEventAt}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${showId}`);
}

export async function replaceShelf(tx: Tx, roomId: string, items: readonly ShelfProduct[]): Promise<void> {
  await tx.run(sql`DELETE FROM live_shelf WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId}`);
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    link_no: item.index,
    product_id: item.productId,
    title: item.title,
    sku: item.sku,
    price_minor: item.price?.minor ?? null,
    list_price_minor: item.listPrice?.minor ?? null,
    currency: item.price?.currency ?? item.listPrice?.currency ?? null,
    stock: item.stock,
    aliases: item.aliases,
    facts: item.facts,
  }));
  await tx.run(sql`
    INSERT INTO live_shelf (workspace_id, room_id, link_no, product_id, title, sku, price_minor, list_price_minor, currency, stock, aliases, facts)
    SELECT ${tx.workspaceId}, ${roomId}, r.link_no, r.product_id, r.title, r.sku, r.price_minor, r.list_price_minor, r.currency, r.stock,
      ARRAY(SELECT jsonb_array_elements_text(r.aliases)), r.facts
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(link_no int, product_id text, title text, sku text, price_minor bigint,
      list_price_minor bigint, currency text, stock int, aliases jsonb, facts jsonb)`);
}

/** Remembers which product of ours a platform means. */
export async function saveProductNames(
  tx: Tx,
  source: string,
  names: readonly { platformId: string; productId: string }[],
): Promise<void> {
  if (names.length === 0) return;
  await tx.run(sql`
    INSERT INTO live_product_names (workspace_id, source, platform_id, product_id)
    SELECT ${tx.workspaceId}, ${source}, n.platform_id, n.product_id
    FROM unnest(${names.map((name) => name.platformId)}::text[], ${names.map((name) => name.productId)}::text[]) AS n(platform_id, product_id)
    ON CONFLICT (workspace_id, source, platform_id) DO UPDATE SET product_id = excluded.product_id`);
}
