// Writes a new rules form of a draw; it may be unfinished, and nobody outside sees it.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type DrawView, drawDrafted } from '../../core/draw.contract.ts';
import type { DrawDraft } from '../../core/draw-rules.contract.ts';
import { drawViewOf, findDraw } from '../draw.reads.ts';
import { insertDraw } from '../draw.store.ts';

/** A new form for a room. */
export async function createDraw(
  env: Env,
  input: { roomId: string; draft: DrawDraft },
): Promise<Result<DrawView, 'forbidden' | 'unknown_room'>> {
  // permit
  if (!may(env.actor, 'draw.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const room = await tx.maybe(
      sql`SELECT id FROM live_rooms_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${input.roomId}`,
    );
    // decide
    if (!room) return refuse('unknown_room', [{ path: 'roomId', code: 'unknown_room' }]);
    // save
    const id = newId('draw');
    await insertDraw(tx, { id, ...input }, env.actor.name, env.now);
    // tell
    await tell(tx, env, drawDrafted, { subject: id, data: { drawId: id, roomId: input.roomId } });
    return ok(drawViewOf((await findDraw(tx, id))!));
  });
}
