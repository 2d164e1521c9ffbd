// Lets a member say that he has read what the bell told him.
import type { Env } from '../../../../../ground/env.ts';
import { ok, type Result } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { markRead } from '../notification.store.ts';

/** @param input.ids all of them when left out; those of other members are passed over */
export async function readNotifications(
  tx: Tx,
  env: Env,
  input: { ids?: readonly string[] | undefined },
): Promise<Result<{ read: number }, never>> {
  // permit
  // Everybody may read his own; a key has no bell.
  if (env.actor.kind !== 'member') return ok({ read: 0 });
  // save
  return ok({ read: await markRead(tx, env.actor.id, input.ids ?? null, env.now) });
  // tell
  // What somebody has read is nobody else's news.
}
