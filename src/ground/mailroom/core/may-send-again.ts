// Decides whether a letter may be sent (again) by hand.
import { ok, type Result, refuse } from '../../../kit/result.ts';
import type { MailState } from './mailroom.contract.ts';

/** @param canSend whether a mail server is set */
export function maySendAgain(
  state: MailState,
  canSend: boolean,
): Result<true, 'already_sent' | 'on_its_way' | 'no_mail_server'> {
  if (state === 'sent') return refuse('already_sent');
  if (state === 'sending') return refuse('on_its_way');
  // Without a server the letter would only wait where nobody sees it.
  if (!canSend) return refuse('no_mail_server');
  return ok(true);
}
