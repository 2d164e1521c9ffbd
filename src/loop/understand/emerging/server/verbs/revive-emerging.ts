// A dismissal is taken back: the rise is shown again.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type EmergingView, emergingRevived } from '../../core/emerging.contract.ts';
import { readEmerging } from '../emerging.reads.ts';
import { hasRising, lockEmerging, saveState } from '../emerging.store.ts';

export async function reviveEmerging(
  env: Env,
  input: { id: string },
): Promise<Result<EmergingView, 'forbidden' | 'not_found' | 'not_dismissed' | 'already_rising'>> {
  // permit
  if (!may(env.actor, 'theme.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockEmerging(tx, input.id);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'dismissed') return refuse('not_dismissed');
    if (await hasRising(tx, row)) return refuse('already_rising');
    const { productId, aspect, polarity } = row;
    // save
    await saveState(tx, row.id, { state: 'rising', endedAt: null, endedBy: null, reason: null });
    // tell
    await tell(tx, env, emergingRevived, { subject: row.id, data: { productId, aspect, polarity } });
    return ok((await readEmerging(tx, row.id))!);
  });
}
