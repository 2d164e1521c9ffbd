// Adds an address whose letters come in from now on.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { BodyOf } from '../../../../../kit/route.ts';
import type { addMailboxRoute, MailboxView } from '../../core/mailbox.contract.ts';
import { mailboxAdded } from '../../core/mailbox-events.contract.ts';
import type { FetchDeps } from '../fetch-letters.ts';
import { mailboxViewOf } from '../mailbox.reads.ts';
import { addressTaken, dropReplyMailbox, type MailboxRow, replyMailbox, saveMailbox } from '../mailbox.store.ts';
import { mayCall } from './may-call.ts';

export async function addMailbox(
  env: Env,
  deps: FetchDeps,
  input: BodyOf<typeof addMailboxRoute>,
): Promise<Result<MailboxView, 'forbidden' | 'address_taken' | 'invalid_host' | 'tls_needed'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  // load
  const imap = input.way === 'imap' ? input.imap! : null;
  const callable = imap ? await mayCall(imap, deps.privateHosts) : ok(null);
  if (!callable.ok) return callable;
  const taken = await addressTaken(deps.database, input.address);
  return env.db.write(async (tx) => {
    // decide
    if (taken) return refuse('address_taken', [{ path: 'address', code: 'address_taken' }]);
    const row: MailboxRow = {
      id: newId('mbx'),
      workspace_id: tx.workspaceId,
      address: input.address,
      name: input.name,
      way: input.way,
      enabled: true,
      plus_addresses: input.way === 'smtp' || input.plusAddresses,
      takes_replies: (await replyMailbox(tx)) === undefined,
      imap,
      password_sealed: imap ? deps.gate.sealer.seal(tx.workspaceId, input.password!) : null,
      uid_validity: null,
      last_uid: imap && input.from === 'all' ? 0 : null,
      look_again_from: null,
      checked_at: null,
      next_check_at: imap ? env.now : null,
      failures: 0,
      error: null,
      error_detail: null,
      last_letter_at: null,
      letters: 0,
      held: 0,
      created_at: env.now,
    };
    // save
    // One that is switched off gives the answers up to the new one.
    if (row.takes_replies) await dropReplyMailbox(tx);
    await saveMailbox(tx, row);
    // tell
    await tell(tx, env, mailboxAdded, { subject: row.id, data: { address: row.address } });
    return ok(mailboxViewOf(row));
  });
}
