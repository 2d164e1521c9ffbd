// Removes an address; what came in by it stays where it went.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { mailboxRemoved } from '../../core/mailbox-events.contract.ts';
import { deleteMailbox, lockMailbox } from '../mailbox.store.ts';

export async function removeMailbox(
  env: Env,
  input: { mailboxId: string },
): Promise<Result<null, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await lockMailbox(tx, input.mailboxId);
    // decide
    if (!before) return refuse('not_found');
    // save
    await deleteMailbox(tx, before.id);
    // tell
    await tell(tx, env, mailboxRemoved, { subject: before.id, data: { address: before.address } });
    return ok(null);
  });
}
