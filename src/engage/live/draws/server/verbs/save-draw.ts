// Changes the rules form of a draw; it may be unfinished, and nobody outside sees it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type DrawView, drawDrafted } from '../../core/draw.contract.ts';
import type { DrawDraft } from '../../core/draw-rules.contract.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { drawViewOf, findDraw } from '../draw.reads.ts';
import { lockDraw, saveDraft } from '../draw.store.ts';

/** Changes a form that is not open yet. */
export async function saveDraw(
  env: Env,
  id: string,
  draft: DrawDraft,
): Promise<Result<DrawView, 'forbidden' | 'not_found' | 'rules_fixed'>> {
  // permit
  if (!may(env.actor, 'draw.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockDraw(tx, id);
    // decide
    if (!row) return refuse('not_found');
    if (!stateAfter(row.state, 'edit')) return refuse('rules_fixed');
    // save
    await saveDraft(tx, id, draft, env.now);
    // tell
    await tell(tx, env, drawDrafted, { subject: id, data: { drawId: id, roomId: row.roomId } });
    return ok(drawViewOf((await findDraw(tx, id))!));
  });
}
