// Says on which sites of the shop a room may stand.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { embedSaved } from '../../core/viewer.contract.ts';
import { type EmbedRow, readEmbed } from '../embed.reads.ts';
import { saveOrigins } from '../embed.store.ts';

/** @param input.roomId a room of this workspace: the caller has made sure of it */
export async function saveEmbed(
  env: Env,
  input: { roomId: string; origins: readonly string[] },
): Promise<Result<EmbedRow, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  const origins = [...new Set(input.origins)];
  return env.db.write(async (tx) => {
    // save
    await saveOrigins(tx, input.roomId, origins, env.now);
    // tell
    await tell(tx, env, embedSaved, { subject: input.roomId, data: { origins } });
    return ok(await readEmbed(tx, tx.workspaceId, input.roomId));
  });
}
