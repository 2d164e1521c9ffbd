// What screens and the hub read of rooms, shows and shelves.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RoomView, ShelfProduct, ShowView } from '../core/room.contract.ts';
import type { RoomRow, ShowRow } from './room.store.ts';

interface RoomWithShow extends RoomRow {
  show_id: string | null;
  show_started_at: Date | null;
}

const ROOM = sql`r.*, s.id AS show_id, s.started_at AS show_started_at
  FROM live_rooms r LEFT JOIN live_shows s ON s.workspace_id = r.workspace_id AND s.room_id = r.id AND s.state = 'live'`;

export function roomViewOf(row: RoomWithShow): RoomView {
  return {
    id: row.id,
    title: row.title,
    slug: row.slug,
    coverUrl: row.cover_url,
    videoUrl: row.video_url,
    isOpen: row.is_open,
    isSimulated: row.is_simulated,
    show: row.show_id ? { id: row.show_id, startedAt: row.show_started_at!.toISOString(), state: 'live' } : null,
    createdAt: row.created_at.toISOString(),
  };
}

export async function listRooms(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<RoomView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<RoomWithShow>(sql`
    SELECT ${ROOM} WHERE r.workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR r.id < ${after?.[0] ?? ''})
    ORDER BY r.id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { ...page, items: page.items.map(roomViewOf) };
}

export async function readRoom(tx: Tx, roomId: string): Promise<RoomView | undefined> {
  const row = await tx.maybe<RoomWithShow>(
    sql`SELECT ${ROOM} WHERE r.workspace_id = ${tx.workspaceId} AND r.id = ${roomId}`,
  );
  return row && roomViewOf(row);
}

interface ShelfRow {
  link_no: number;
  product_id: string;
  title: string;
  sku: string | null;
  price_minor: number | null;
  list_price_minor: number | null;
  currency: string | null;
  stock: number | null;
  aliases: string[];
  facts: ShelfProduct['facts'];
}

/** The shelf of a room in the order of its link numbers. */
export async function readShelf(tx: Tx, roomId: string): Promise<ShelfProduct[]> {
  const rows = await tx.rows<ShelfRow>(sql`
    SELECT link_no, product_id, title, sku, price_minor, list_price_minor, currency, stock, aliases, facts FROM live_shelf
    WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} ORDER BY link_no`);
  const amount = (minor: number | null, currency: string | null) =>
    minor === null || currency === null ? null : { minor, currency };
  return rows.map((row) => ({
    productId: row.product_id,
    index: row.link_no,
    title: row.title,
    sku: row.sku,
    price: amount(row.price_minor, row.currency),
    listPrice: amount(row.list_price_minor, row.currency),
    stock: row.stock,
    aliases: row.aliases,
    facts: row.facts,
  }));
}

export function showViewOf(row: ShowRow & { is_simulated: boolean }): ShowView {
  return {
    id: row.id,
    roomId: row.room_id,
    title: row.title,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    events: row.events,
    comments: row.comments,
    completeness: row.completeness,
    isSimulated: row.is_simulated,
  };
}

export async function listShows(
  tx: Tx,
  input: { roomId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<ShowView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<ShowRow & { is_simulated: boolean }>(sql`
    SELECT s.*, r.is_simulated FROM live_shows s JOIN live_rooms r ON r.workspace_id = s.workspace_id AND r.id = s.room_id
    WHERE s.workspace_id = ${tx.workspaceId} AND (${input.roomId ?? null}::text IS NULL OR s.room_id = ${input.roomId ?? ''})
      AND (${after?.[0] ?? null}::text IS NULL OR s.id < ${after?.[0] ?? ''})
    ORDER BY s.id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { ...page, items: page.items.map(showViewOf) };
}

/** One show of the caller's workspace. */
export async function showOf(tx: Tx, showId: string): Promise<ShowView | undefined> {
  const row = await tx.maybe<ShowRow & { is_simulated: boolean }>(sql`
    SELECT s.*, r.is_simulated FROM live_shows s JOIN live_rooms r ON r.workspace_id = s.workspace_id AND r.id = s.room_id
    WHERE s.workspace_id = ${tx.workspaceId} AND s.id = ${showId}`);
  return row && showViewOf(row);
}

/** Platform ids of products by source: `source\nplatformId` → our id. */
export async function readProductNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.rows<{ source: string; platform_id: string; product_id: string }>(sql`
    SELECT source, platform_id, product_id FROM live_product_names WHERE workspace_id = ${tx.workspaceId}
    ORDER BY product_id DESC LIMIT 20000`);
  return new Map(rows.map((row) => [`${row.source}\n${row.platform_id}`, row.product_id]));
}

/** Which of these are products of the workspace. */
export async function knownProducts(tx: Tx, productIds: readonly string[]): Promise<Set<string>> {
  if (productIds.length === 0) return new Set();
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...productIds]}::text[])`);
  return new Set(rows.map((row) => row.id));
}

/** Persons the shop knows among those who were heard in a show, at most a thousand. */
export async function knownPeople(tx: Tx, showId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>(sql`
    SELECT DISTINCT person_id FROM live_known_people WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} LIMIT 1000`);
  return rows.map((row) => row.person_id);
}
