// What others may know of the mailroom: letters that left, wait, failed, or are kept because no mail server is set.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../../kit/cursor.ts';
import { defineEvent } from '../../../kit/event.ts';
import { route } from '../../members/core/permission.contract.ts';

export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'kept', 'unconfirmed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const mailRow = z
  .object({
    id: z.string(),
    /** Masked: `l***@example.com`. */
    toHint: z.string(),
    subject: z.string(),
    state: z.enum(MAIL_STATES),
    attempts: z.number(),
    /** When the next try is due, while queued. */
    nextAt: z.string().nullable(),
    error: z.string().nullable(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
    /** The case or reply it is about. */
    subjectId: z.string().nullable(),
  })
  .meta({ id: 'Mail' });
export type MailRow = z.output<typeof mailRow>;

export const mailView = mailRow.extend({ text: z.string(), messageId: z.string() }).meta({ id: 'MailLetter' });
export type MailView = z.output<typeof mailView>;

export const mailSentAgain = defineEvent('mail.sent_again', z.object({ from: z.enum(MAIL_STATES) }));

const idParam = z.object({ id: z.string().max(60) });

export const listMailsRoute = route({
  id: 'listMails',
  method: 'GET',
  path: '/api/v1/mails',
  summary: 'Letters, newest first, with how many are in each state',
  access: 'mail.read',
  query: pageQuery.extend({ state: z.enum(MAIL_STATES).optional(), subjectId: z.string().max(60).optional() }),
  ok: pageOf(mailRow).extend({
    states: z.record(z.string(), z.number()),
    /** false: letters are kept until a mail server is set. */
    canSend: z.boolean(),
  }),
});

export const getMailRoute = route({
  id: 'getMail',
  method: 'GET',
  path: '/api/v1/mails/:id',
  summary: 'One letter with its words',
  access: 'mail.read',
  params: idParam,
  ok: mailView,
  refusals: ['not_found'],
});

export const sendMailAgainRoute = route({
  id: 'sendMailAgain',
  method: 'POST',
  path: '/api/v1/mails/:id/sending',
  summary: 'Send a failed, kept or unconfirmed letter (again); a waiting one at once',
  access: 'mail.retry',
  params: idParam,
  ok: mailRow,
  refusals: ['not_found', 'already_sent', 'on_its_way', 'no_mail_server'],
});

export const mailroomRoutes = [listMailsRoute, getMailRoute, sendMailAgainRoute] as const;
