// Ends a draw without winners: cancelled by a member with his reason, or void because it was not revealed in time. Both stay for ever.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { dropJob } from '../../../../../platform/jobs/job.store.ts';
import { drawCancelled, drawVoided } from '../../core/draw.contract.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { endedOf } from '../../core/make-records.ts';
import { findDraw } from '../draw.reads.ts';
import { type DrawRow, lockDraw, savePublished, signerFor } from '../draw.store.ts';
import type { DrawDeps } from '../draw-deps.ts';
import { keepDraw } from '../keep-draw.ts';
import { DRAW_JOB } from './open-draw.ts';

/** @param how `void` is for the product alone, when the time to reveal has passed */
export async function endDraw(
  env: Env,
  deps: Pick<DrawDeps, 'sealer'>,
  id: string,
  how: { what: 'void' | 'cancelled'; reason: string },
): Promise<Result<DrawRow, 'forbidden' | 'not_found' | 'wrong_state'>> {
  // permit
  if (!may(env.actor, 'draw.edit') || (how.what === 'void' && env.actor.kind !== 'system')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await lockDraw(tx, id);
    const signer = await signerFor(tx, deps.sealer, env.now);
    // decide
    if (!found) return refuse('not_found');
    const next = stateAfter(found.state, how.what === 'void' ? 'void' : 'cancel');
    if (!next) return refuse('wrong_state');
    const { records, signatures } = found;
    const ended = records && endedOf(records.closed ?? records.opened, how.what, how.reason, env.now.getTime());
    // save
    const all = records && { ...records, ended };
    const signed = signatures && { ...signatures, ended: signer.sign(ended) };
    await savePublished(tx, id, { state: next, records: all, signatures: signed }, env.now);
    if (how.what === 'cancelled') await dropJob(tx, DRAW_JOB, id);
    if (all) await keepDraw(tx, deps.sealer, id, how.what, all, env.now);
    // tell
    const news = how.what === 'void' ? drawVoided : drawCancelled;
    await tell(tx, env, news, { subject: id, data: { drawId: id, roomId: found.roomId } });
    return ok((await findDraw(tx, id))!);
  });
}
