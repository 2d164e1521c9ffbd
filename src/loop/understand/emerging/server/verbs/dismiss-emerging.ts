// A person says that a rise is no problem.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type EmergingView, emergingDismissed } from '../../core/emerging.contract.ts';
import { readEmerging } from '../emerging.reads.ts';
import { lockEmerging, saveState } from '../emerging.store.ts';

export async function dismissEmerging(
  env: Env,
  input: { id: string; reason: string | null },
): Promise<Result<EmergingView, 'forbidden' | 'not_found' | 'not_rising'>> {
  // permit
  if (!may(env.actor, 'theme.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockEmerging(tx, input.id);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'rising') return refuse('not_rising');
    const { productId, aspect, polarity } = row;
    const reason = input.reason || null;
    // save
    await saveState(tx, row.id, { state: 'dismissed', endedAt: env.now, endedBy: env.actor.name, reason });
    // tell
    await tell(tx, env, emergingDismissed, { subject: row.id, data: { productId, aspect, polarity, reason } });
    return ok((await readEmerging(tx, row.id))!);
  });
}
