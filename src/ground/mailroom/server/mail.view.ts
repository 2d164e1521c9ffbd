// The answers about letters.
import type { StoredMail } from '../../../platform/mail/mail.reads.ts';
import type { MailRow } from '../core/mailroom.contract.ts';

/** A letter as a line of the list: the address only as a hint. */
export function mailRowOf(mail: StoredMail): MailRow {
  return {
    id: mail.id,
    toHint: mail.toHint,
    subject: mail.subject,
    state: mail.state,
    attempts: mail.attempts,
    nextAt: mail.state === 'queued' ? mail.nextAt.toISOString() : null,
    error: mail.error,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    subjectId: mail.subjectId,
  };
}
