// Leaves somebody out of an open draw with a reason that is published; once the list is frozen nobody can be left out any more.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type DrawView, drawExcluded } from '../../core/draw.contract.ts';
import type { ExclusionReason } from '../../core/draw-rules.contract.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { drawViewOf } from '../draw.reads.ts';
import { insertExclusion, lockDraw } from '../draw.store.ts';

export async function excludeEntry(
  env: Env,
  id: string,
  input: { pid: string; reason: ExclusionReason },
): Promise<Result<DrawView, 'forbidden' | 'not_found' | 'wrong_state'>> {
  // permit
  if (!may(env.actor, 'draw.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockDraw(tx, id);
    // decide
    if (!row) return refuse('not_found');
    const isOver = row.closesAt !== null && env.now >= row.closesAt;
    if (!stateAfter(row.state, 'exclude') || isOver) return refuse('wrong_state');
    // save
    await insertExclusion(tx, id, input, env.actor.name, env.now);
    // tell
    await tell(tx, env, drawExcluded, { subject: id, data: { drawId: id, roomId: row.roomId } });
    return ok(drawViewOf(row));
  });
}
