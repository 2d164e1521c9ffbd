// Sends a letter that failed, was kept, or of which nobody knows whether it left.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { readMail, requeueMail } from '../../../../platform/mail/mail.reads.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { type MailRow, mailSentAgain } from '../../core/mailroom.contract.ts';
import { maySendAgain } from '../../core/may-send-again.ts';
import { mailRowOf } from '../mail.view.ts';

/** @param canSend whether a mail server is set */
export async function sendMailAgain(
  env: Env,
  canSend: boolean,
  mailId: string,
): Promise<Result<MailRow, 'forbidden' | 'not_found' | 'already_sent' | 'on_its_way' | 'no_mail_server'>> {
  // permit
  if (!may(env.actor, 'mail.retry')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const mail = await readMail(tx, mailId, true);
    if (!mail) return refuse('not_found');
    // decide
    const allowed = maySendAgain(mail.state, canSend);
    if (!allowed.ok) return allowed;
    // save
    await requeueMail(tx, mailId, env.now);
    // tell
    await tell(tx, env, mailSentAgain, { subject: mailId, data: { from: mail.state } });
    return ok(mailRowOf((await readMail(tx, mailId))!));
  });
}
