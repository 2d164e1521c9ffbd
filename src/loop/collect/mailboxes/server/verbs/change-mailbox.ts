// Changes a mailbox: its name, whether it is on, how letters are fetched, whether answers are sent to it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { BodyOf } from '../../../../../kit/route.ts';
import type { changeMailboxRoute, MailboxView } from '../../core/mailbox.contract.ts';
import { mailboxChanged } from '../../core/mailbox-events.contract.ts';
import type { FetchDeps } from '../fetch-letters.ts';
import { mailboxViewOf } from '../mailbox.reads.ts';
import { dropReplyMailbox, lockMailbox, type MailboxRow, saveChecked, saveMailbox } from '../mailbox.store.ts';
import { mayCall } from './may-call.ts';

type Refusal = 'forbidden' | 'not_found' | 'not_fetched' | 'invalid_host' | 'tls_needed' | 'missing_password';

export async function changeMailbox(
  env: Env,
  deps: FetchDeps,
  input: { mailboxId: string } & BodyOf<typeof changeMailboxRoute>,
): Promise<Result<MailboxView, Refusal>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  // load
  const callable = input.imap ? await mayCall(input.imap, deps.privateHosts) : ok(null);
  return env.db.write(async (tx) => {
    const before = await lockMailbox(tx, input.mailboxId);
    // decide
    if (!before) return refuse('not_found');
    if (before.way !== 'imap' && (input.imap || input.password)) return refuse('not_fetched');
    if (!callable.ok) return callable;
    const elsewhere =
      input.imap !== undefined && (input.imap.host !== before.imap?.host || input.imap.user !== before.imap?.user);
    // A password kept for one server is never sent to another.
    if (elsewhere && !input.password)
      return refuse('missing_password', [{ path: 'password', code: 'missing_password' }]);
    const otherBox = elsewhere || (input.imap !== undefined && input.imap.folder !== before.imap?.folder);
    const touched = input.imap !== undefined || input.password !== undefined || input.enabled === true;
    const next: MailboxRow = {
      ...before,
      name: input.name ?? before.name,
      enabled: input.enabled ?? before.enabled,
      plus_addresses: before.way === 'smtp' || (input.plusAddresses ?? before.plus_addresses),
      takes_replies: input.takesReplies ?? before.takes_replies,
      imap: input.imap ?? before.imap,
      password_sealed: input.password ? deps.gate.sealer.seal(tx.workspaceId, input.password) : before.password_sealed,
      uid_validity: otherBox ? null : before.uid_validity,
      last_uid: otherBox ? null : before.last_uid,
      next_check_at: before.way === 'imap' && touched ? env.now : before.next_check_at,
      ...(touched ? { failures: 0, error: null, error_detail: null } : {}),
    };
    // save
    if (input.takesReplies && !before.takes_replies) await dropReplyMailbox(tx);
    await saveMailbox(tx, next);
    if (touched && before.way === 'imap') {
      const at = before.checked_at ?? env.now;
      await saveChecked(tx, next.id, { now: at, nextAt: env.now, failures: 0, error: null, detail: null });
    }
    // tell: which fields, never what a password was
    const fields = ['name', 'enabled', 'plusAddresses', 'takesReplies', 'imap', 'password'] as const;
    await tell(tx, env, mailboxChanged, {
      subject: next.id,
      data: { fields: fields.filter((field) => input[field] !== undefined) },
    });
    return ok(mailboxViewOf(next));
  });
}
