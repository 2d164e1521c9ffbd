// Ends the running show of a room; its journal is closed and goes to the archive.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { ShowView } from '../../core/room.contract.ts';
import { liveEnded } from '../../core/room-events.contract.ts';
import type { LiveHub } from '../hub.types.ts';
import { knownPeople, showOf } from '../room.reads.ts';
import { lockRoom, lockRunningShow, saveShowEnded } from '../room.store.ts';

export async function endShow(
  env: Env,
  hub: LiveHub,
  input: { roomId: string },
): Promise<Result<ShowView, 'forbidden' | 'not_found' | 'no_show' | 'room_elsewhere'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  // A room whose owner has just died is taken over for its end; one of a living process is not.
  const here = hub.room(env.workspace, input.roomId) ?? (await hub.open(env.workspace, input.roomId).catch(() => null));
  const done = await env.db.write(async (tx) => {
    // load
    const room = await lockRoom(tx, input.roomId);
    const show = room && (await lockRunningShow(tx, room.id));
    const personIds = show ? await knownPeople(tx, show.id) : [];
    // decide
    if (!room) return refuse('not_found');
    if (!show) return refuse('no_show');
    if (!here) return refuse('room_elsewhere');
    // save
    await saveShowEnded(tx, show.id, env.now);
    // tell
    await tell(tx, env, liveEnded, {
      subject: show.id,
      data: { roomId: room.id, title: show.title, events: Number(show.events), personIds },
    });
    return ok(show.id);
  });
  if (!done.ok) return done;
  await hub.end(env.workspace, input.roomId);
  return ok((await env.db.read((tx) => showOf(tx, done.value)))!);
}
