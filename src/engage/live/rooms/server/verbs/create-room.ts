// Opens a new live room of the shop.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { RoomView } from '../../core/room.contract.ts';
import { liveRoomCreated } from '../../core/room-events.contract.ts';
import { roomViewOf } from '../room.reads.ts';
import { insertRoom, type RoomRow } from '../room.store.ts';

export async function createRoom(
  env: Env,
  input: { title: string; slug?: string | undefined; isSimulated?: boolean | undefined },
): Promise<Result<RoomView, 'forbidden' | 'slug_taken'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const id = newId('live');
    // decide
    const room: RoomRow = {
      id,
      workspace_id: tx.workspaceId,
      title: input.title,
      slug: input.slug ?? id.slice(-12),
      cover_url: null,
      video_url: null,
      is_open: true,
      is_simulated: input.isSimulated ?? false,
      created_at: env.now,
    };
    // save
    if (!(await insertRoom(tx, room))) return refuse('slug_taken', [{ path: 'slug', code: 'slug_taken' }]);
    // tell
    await tell(tx, env, liveRoomCreated, { subject: id, data: { title: room.title, slug: room.slug } });
    return ok(roomViewOf({ ...room, show_id: null, show_started_at: null }));
  });
}
