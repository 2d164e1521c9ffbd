// Makes a webhook source with a signing secret of its own.
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { newWebhookSecret } from '../../../../../platform/secrets/standard-webhook.ts';
import type { Channel } from '../../../intake/core/feedback.contract.ts';
import { type SourceMapping, sourceCreated, type sourceView } from '../../core/source.contract.ts';
import { sourceViewOf } from '../source.reads.ts';
import { nameTaken, type SourceRow, saveSource } from '../source.store.ts';

export async function createSource(
  env: Env,
  sealer: Sealer,
  input: { name: string; channel: Channel; mapping: SourceMapping },
): Promise<Result<{ source: z.output<typeof sourceView>; secret: string }, 'forbidden' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const taken = await nameTaken(tx, input.name, '');
    // decide
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const secret = newWebhookSecret();
    const source: SourceRow = {
      id: newId('hook'),
      workspace_id: tx.workspaceId,
      name: input.name,
      channel: input.channel,
      secret_sealed: sealer.seal(tx.workspaceId, secret),
      mapping: input.mapping,
      enabled: true,
      created_at: env.now,
      last_delivery_at: null,
    };
    // save
    await saveSource(tx, source);
    // tell
    await tell(tx, env, sourceCreated, { subject: source.id, data: { name: source.name } });
    return ok({ source: sourceViewOf(source), secret });
  });
}
