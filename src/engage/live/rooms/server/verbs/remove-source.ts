// Removes a source with its secrets; what it brought stays in the journals.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { liveSourceRemoved } from '../../core/room-events.contract.ts';
import { lockSource, removeSourceRow, type SourceRow } from '../sources/source.store.ts';

export async function removeSource(
  env: Env,
  input: { sourceId: string },
): Promise<Result<SourceRow, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockSource(tx, input.sourceId);
    // decide
    if (!row) return refuse('not_found');
    // save
    await removeSourceRow(tx, row.id);
    // tell
    await tell(tx, env, liveSourceRemoved, {
      subject: row.id,
      data: { roomId: row.room_id, kind: row.kind, name: row.name },
    });
    return ok(row);
  });
}
