// Ends an interaction that can no longer be counted, and says so where its result would be.
import { type Env, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { canonicalJson, hashOfRecord } from '../../../draws/server/door.ts';
import { interactionCancelled } from '../../core/interaction-routes.contract.ts';
import type { VoidResult } from '../../core/result-of.ts';
import { lockInteraction, saveVoid } from '../interaction.store.ts';

/** Only the product itself does, when a show broke off and its journal is gone. */
export async function voidInteraction(
  env: Env,
  id: string,
  reason: VoidResult['reason'],
): Promise<Result<null, 'forbidden' | 'not_found' | 'wrong_state'>> {
  // permit
  if (env.actor.kind !== 'system') return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockInteraction(tx, id);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'open') return refuse('wrong_state');
    const { kind, title } = row.draft;
    const result: VoidResult = {
      v: 1,
      interactionId: id,
      kind,
      title,
      rulesHash: row.rulesHash,
      state: 'void',
      reason,
    };
    // save
    await saveVoid(tx, id, canonicalJson(result), hashOfRecord(result), env.now);
    // tell
    await tell(tx, env, interactionCancelled, { subject: id, data: { interactionId: id, roomId: row.roomId } });
    return ok(null);
  });
}
