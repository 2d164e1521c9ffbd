// Tries a mailbox's connection for somebody who waits for the answer; nothing is fetched and nothing saved.
import type { Env } from '../../../../ground/env.ts';
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { AnswerOf } from '../../../../kit/route.ts';
import type { checkMailboxRoute } from '../core/mailbox.contract.ts';
import type { FetchDeps } from './fetch-letters.ts';
import { openBox } from './imap-client.ts';
import { readMailbox } from './mailbox.store.ts';

export async function checkMailbox(
  env: Env,
  deps: FetchDeps,
  input: { mailboxId: string; listening: boolean },
): Promise<Result<AnswerOf<typeof checkMailboxRoute>, 'forbidden' | 'not_found'>> {
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  const mailbox = await env.db.read((tx) => readMailbox(tx, input.mailboxId));
  if (!mailbox) return refuse('not_found');
  if (!mailbox.imap || !mailbox.password_sealed) {
    const error = input.listening ? null : ('listener_off' as const);
    return ok({ works: input.listening, error, detail: null, letters: null });
  }
  let password: string;
  try {
    password = deps.gate.sealer.open(mailbox.workspace_id, mailbox.password_sealed);
  } catch {
    return ok({ works: false, error: 'wrong_password', detail: null, letters: null });
  }
  const opened = await openBox(mailbox.imap, password, deps.privateHosts);
  if (!opened.ok) {
    return ok({ works: false, error: opened.reason, detail: opened.details?.[0]?.message ?? null, letters: null });
  }
  await opened.value.close();
  return ok({ works: true, error: null, detail: null, letters: opened.value.letters });
}
