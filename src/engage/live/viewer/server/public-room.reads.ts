// What a visitor may know of a room, found by its public name; remembered for a moment, because thousands ask at once.
import sql from 'sql-template-tag';
import { shopOf } from '../../../../ground/members/server/door.ts';
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { PublicRoom } from '../core/viewer.contract.ts';
import { readEmbed } from './embed.reads.ts';

export interface FoundRoom extends Omit<PublicRoom, 'startedAt' | 'endedAt'> {
  id: string;
  workspaceId: string;
  origins: string[];
  identitySecret: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
}

const KEPT_MS = 2_000;
const MOST = 500;

interface Row {
  id: string;
  workspaceId: string;
  slug: string;
  title: string;
  coverUrl: string | null;
  videoUrl: string | null;
  isSimulated: boolean;
  state: 'live' | 'ended' | null;
  startedAt: Date | null;
  endedAt: Date | null;
}

async function read(database: Database, slug: string): Promise<FoundRoom | null> {
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(slug)) return null;
  const row = await database.machine.maybe<Row>(sql`
    SELECT r.id, r.workspace_id AS "workspaceId", r.slug, r.title, r.cover_url AS "coverUrl", r.video_url AS "videoUrl",
      r.is_simulated AS "isSimulated", s.state, s.started_at AS "startedAt", s.ended_at AS "endedAt"
    FROM live_rooms_facts r LEFT JOIN LATERAL (
      SELECT state, started_at, ended_at FROM live_shows_facts
      WHERE workspace_id = r.workspace_id AND room_id = r.id ORDER BY started_at DESC LIMIT 1) s ON true
    WHERE r.slug = ${slug} AND r.is_open`);
  if (!row) return null;
  const { state, ...room } = row;
  const [shop, embed] = await Promise.all([
    shopOf(database.machine, row.workspaceId),
    readEmbed(database.machine, row.workspaceId, row.id),
  ]);
  return { ...room, ...embed, shop: shop?.name ?? '', phase: state ?? 'waiting' };
}

/** A look-up that asks the store for one room at most every two seconds. */
export function createRoomFinder(database: Database, now: () => number) {
  const kept = new Map<string, { at: number; room: Promise<FoundRoom | null> }>();
  return {
    find(slug: string): Promise<FoundRoom | null> {
      const known = kept.get(slug);
      if (known && now() - known.at < KEPT_MS) return known.room;
      const room = read(database, slug);
      kept.delete(slug);
      kept.set(slug, { at: now(), room });
      keepNewest(kept, MOST);
      room.catch(() => kept.delete(slug));
      return room;
    },
    forget: () => kept.clear(),
  };
}
export type RoomFinder = ReturnType<typeof createRoomFinder>;

export function publicRoomOf(room: FoundRoom): PublicRoom {
  const { id: _id, workspaceId: _workspace, origins: _origins, identitySecret: _secret, ...seen } = room;
  return {
    ...seen,
    startedAt: room.startedAt?.toISOString() ?? null,
    endedAt: room.endedAt?.toISOString() ?? null,
  };
}
