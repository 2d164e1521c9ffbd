// Keeps a question, for oneself or for everybody who may see insight.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { InsightView } from '../../core/insight.contract.ts';
import { insightViewSaved } from '../../core/insight-events.contract.ts';
import { listViews } from '../view.reads.ts';
import { countViews, insertView } from '../view.store.ts';

const MOST = 50;

/** @param input.shared needs the right to edit insight */
export async function saveInsightView(
  env: Env,
  input: { name: string; search: Record<string, string>; shared: boolean },
): Promise<Result<InsightView, 'forbidden' | 'too_many_views'>> {
  // permit
  if (!may(env.actor, input.shared ? 'insight.edit' : 'insight.read')) return refuse('forbidden');
  const memberId = env.actor.id;
  return env.db.write(async (tx) => {
    // load
    const kept = await countViews(tx, memberId);
    // decide
    if (kept >= MOST) return refuse('too_many_views');
    // save
    const id = newId('iview');
    await insertView(tx, { id, memberId, ...input, now: env.now });
    // tell
    await tell(tx, env, insightViewSaved, { subject: id, data: { name: input.name, shared: input.shared } });
    return ok((await listViews(tx, memberId)).find((view) => view.id === id)!);
  });
}
