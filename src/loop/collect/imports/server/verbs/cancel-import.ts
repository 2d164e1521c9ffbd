// Stops an import after the rows in hand; what is recorded stays recorded.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { ImportView } from '../../core/import.contract.ts';
import { importCancelled } from '../../core/import-events.contract.ts';
import { stepImport } from '../../core/import-state.ts';
import { readImport } from '../import.reads.ts';
import { lockImport, saveEnded } from '../import.store.ts';

export async function cancelImport(
  env: Env,
  input: { importId: string },
): Promise<Result<ImportView, 'forbidden' | 'not_found' | 'not_running' | 'already_running' | 'already_done'>> {
  // permit
  if (!may(env.actor, 'import.run')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await lockImport(tx, input.importId);
    if (!found) return refuse('not_found');
    // decide
    const next = stepImport(found.state, 'cancel');
    if (!next.ok) return next;
    // save
    await saveEnded(tx, found.id, { state: 'cancelled', failure: null, now: env.now });
    // tell
    await tell(tx, env, importCancelled, { subject: found.id, data: found.counts });
    return ok((await readImport(tx, found.id))!);
  });
}
