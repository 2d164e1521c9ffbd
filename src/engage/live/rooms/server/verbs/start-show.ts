// Starts a show in a room: from now on what happens in it is written down.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { ShowView } from '../../core/room.contract.ts';
import { liveStarted } from '../../core/room-events.contract.ts';
import type { LiveHub } from '../hub.types.ts';
import { showOf } from '../room.reads.ts';
import { insertShow, lockRoom, lockRunningShow } from '../room.store.ts';

export async function startShow(
  env: Env,
  hub: LiveHub,
  input: { roomId: string; title?: string | undefined },
): Promise<Result<ShowView, 'forbidden' | 'not_found' | 'show_running'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  const done = await env.db.write(async (tx) => {
    // load
    const room = await lockRoom(tx, input.roomId);
    const running = room && (await lockRunningShow(tx, room.id));
    // decide
    if (!room) return refuse('not_found');
    if (running) return refuse('show_running');
    const show = { id: newId('show'), room_id: room.id, title: input.title ?? room.title, started_at: env.now };
    // save
    await insertShow(tx, show);
    // tell
    await tell(tx, env, liveStarted, { subject: show.id, data: { roomId: room.id, title: show.title } });
    return ok((await showOf(tx, show.id))!);
  });
  if (done.ok) await hub.open(env.workspace, input.roomId);
  return done;
}
