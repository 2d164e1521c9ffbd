// Renames, maps, enables or disables a webhook source.
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Channel } from '../../../intake/core/feedback.contract.ts';
import { type SourceMapping, sourceChanged, type sourceView } from '../../core/source.contract.ts';
import { sourceViewOf } from '../source.reads.ts';
import { lockSource, nameTaken, type SourceRow, saveSource } from '../source.store.ts';

export interface SourceChange {
  sourceId: string;
  name?: string | undefined;
  channel?: Channel | undefined;
  mapping?: SourceMapping | undefined;
  enabled?: boolean | undefined;
}

export async function changeSource(
  env: Env,
  input: SourceChange,
): Promise<Result<z.output<typeof sourceView>, 'forbidden' | 'not_found' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await lockSource(tx, input.sourceId);
    const taken = input.name ? await nameTaken(tx, input.name, input.sourceId) : false;
    // decide
    if (!before) return refuse('not_found');
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const next: SourceRow = {
      ...before,
      name: input.name ?? before.name,
      channel: input.channel ?? before.channel,
      mapping: input.mapping ?? before.mapping,
      enabled: input.enabled ?? before.enabled,
    };
    // save
    await saveSource(tx, next);
    // tell
    const pick = (row: SourceRow) => ({
      name: row.name,
      channel: row.channel,
      mapping: row.mapping,
      enabled: row.enabled,
    });
    await tell(tx, env, sourceChanged, { subject: before.id, data: { from: pick(before), to: pick(next) } });
    return ok(sourceViewOf(next));
  });
}
