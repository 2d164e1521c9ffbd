// Changes how a room is called, what it shows and whether viewers may enter.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { RoomView } from '../../core/room.contract.ts';
import { liveRoomChanged } from '../../core/room-events.contract.ts';
import type { LiveHub } from '../hub.types.ts';
import { readRoom } from '../room.reads.ts';
import { lockRoom, type RoomRow, saveRoom } from '../room.store.ts';

interface Change {
  roomId: string;
  title?: string | undefined;
  coverUrl?: string | null | undefined;
  videoUrl?: string | null | undefined;
  isOpen?: boolean | undefined;
}

export async function editRoom(
  env: Env,
  hub: LiveHub,
  input: Change,
): Promise<Result<RoomView, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  const done = await env.db.write(async (tx) => {
    // load
    const before = await lockRoom(tx, input.roomId);
    // decide
    if (!before) return refuse('not_found');
    const after = changed(before, input);
    // save
    await saveRoom(tx, after);
    // tell
    await tell(tx, env, liveRoomChanged, { subject: before.id, data: { from: shown(before), to: shown(after) } });
    return ok((await readRoom(tx, before.id))!);
  });
  if (done.ok) await hub.refresh(env.workspace, input.roomId);
  return done;
}

function changed(room: RoomRow, input: Change): RoomRow {
  return {
    ...room,
    title: input.title ?? room.title,
    cover_url: input.coverUrl === undefined ? room.cover_url : input.coverUrl,
    video_url: input.videoUrl === undefined ? room.video_url : input.videoUrl,
    is_open: input.isOpen ?? room.is_open,
  };
}

const shown = (room: RoomRow) => ({
  title: room.title,
  coverUrl: room.cover_url,
  videoUrl: room.video_url,
  isOpen: room.is_open,
});
