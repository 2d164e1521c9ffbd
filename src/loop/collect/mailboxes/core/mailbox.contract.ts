// What others may know of mailboxes: addresses of the shop whose letters come in as feedback or as answers.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';

/** smtp: letters are delivered to us · imap: we fetch them. */
export const MAILBOX_WAYS = ['smtp', 'imap'] as const;
export type MailboxWay = (typeof MAILBOX_WAYS)[number];

/** Largest letter that is read, in bytes. */
export const MAX_LETTER_BYTES = 25 * 1024 * 1024;
export const MAX_ATTACHMENT_BYTES = 15 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;

/** Why letters could not be fetched. */
export const MAILBOX_ERRORS = [
  'host_unknown',
  'host_private',
  'connect_failed',
  'tls_failed',
  'wrong_password',
  'folder_missing',
  'timed_out',
  'mail_failed',
] as const;
export type MailboxError = (typeof MAILBOX_ERRORS)[number];

/** feedback: a new voice · reply: an answer to a letter of ours · automatic: no person wrote it · empty: nothing to read · failed: could not be read. */
export const LETTER_KINDS = ['feedback', 'reply', 'automatic', 'empty', 'failed'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Why an attachment was held: it was not kept and cannot be opened. */
export const HOLD_REASONS = [
  'program',
  'archive',
  'macros',
  'active_page',
  'kind_not_allowed',
  'kind_differs',
  'too_large',
  'too_many',
  'empty',
  'locked',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

const host = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(/^[a-z0-9.:-]+$/, { message: 'bad_host' });

export const imapSettings = z.object({
  host,
  port: z.number().int().min(1).max(65_535).default(993),
  /** false only for a mail server in the shop's own network that the installation allows. */
  tls: z.boolean().default(true),
  user: z.string().trim().min(1).max(320),
  folder: z.string().trim().min(1).max(200).default('INBOX'),
});
export type ImapSettings = z.output<typeof imapSettings>;

export const attachmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number(),
    /** Null when it may be opened. */
    held: z.enum(HOLD_REASONS).nullable(),
  })
  .meta({ id: 'MailAttachment' });
export type AttachmentView = z.output<typeof attachmentView>;

export const letterView = z
  .object({
    id: z.string(),
    receivedAt: z.string(),
    /** Masked: `l***@example.com`. */
    from: z.string(),
    /** Masked. */
    subject: z.string(),
    kind: z.enum(LETTER_KINDS),
    /** For automatic and failed letters: what gave them away. */
    reason: z.string().nullable(),
    feedbackId: z.string().nullable(),
    /** The case an answer went into. */
    caseId: z.string().nullable(),
    attachments: z.array(attachmentView),
  })
  .meta({ id: 'MailLetterIn' });
export type LetterView = z.output<typeof letterView>;

export const mailboxView = z
  .object({
    id: z.string(),
    address: z.string(),
    name: z.string(),
    way: z.enum(MAILBOX_WAYS),
    enabled: z.boolean(),
    /** Whether `service+something@shop.com` arrives here too; then answers carry their case in the address. */
    plusAddresses: z.boolean(),
    /** The one customers' answers are sent to. */
    takesReplies: z.boolean(),
    imap: imapSettings.nullable(),
    createdAt: z.string(),
    lastLetterAt: z.string().nullable(),
    checkedAt: z.string().nullable(),
    nextCheckAt: z.string().nullable(),
    failures: z.number(),
    error: z.enum(MAILBOX_ERRORS).nullable(),
    /** What the mail server said, without addresses. */
    errorDetail: z.string().nullable(),
    letters: z.number(),
    held: z.number(),
  })
  .meta({ id: 'Mailbox' });
export type MailboxView = z.output<typeof mailboxView>;

const idParam = z.object({ id: z.string().max(60) });
const address = z.email().max(254).toLowerCase();
const name = z.string().trim().min(1).max(100);
const password = z.string().min(1).max(500);

export const listMailboxesRoute = route({
  id: 'listMailboxes',
  method: 'GET',
  path: '/api/v1/mailboxes',
  summary: 'Addresses whose letters come in, with how fetching goes',
  access: 'channel.read',
  query: pageQuery,
  ok: pageOf(mailboxView).extend({
    /** The address letters can be delivered to; null while the listener is off. */
    listener: z.object({ host: z.string(), port: z.number() }).nullable(),
  }),
});

export const addMailboxRoute = route({
  id: 'addMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes',
  summary: 'Add an address; letters come by delivery (smtp) or are fetched (imap)',
  access: 'channel.edit',
  body: z
    .object({
      address,
      name,
      way: z.enum(MAILBOX_WAYS),
      plusAddresses: z.boolean().default(false),
      imap: imapSettings.optional(),
      password: password.optional(),
      /** now: letters from here on; all: those already lying there too. */
      from: z.enum(['now', 'all']).default('now'),
    })
    .refine((body) => body.way === 'smtp' || body.imap !== undefined, { path: ['imap'], message: 'imap_missing' })
    .refine((body) => body.way === 'smtp' || body.password !== undefined, {
      path: ['password'],
      message: 'password_missing',
    }),
  ok: mailboxView,
  status: 201,
  refusals: ['address_taken', 'invalid_host', 'tls_needed'],
});

export const changeMailboxRoute = route({
  id: 'changeMailbox',
  method: 'PATCH',
  path: '/api/v1/mailboxes/:id',
  summary: 'Rename, switch on or off, or change how letters are fetched; another host or name needs the password again',
  access: 'channel.edit',
  params: idParam,
  body: z.object({
    name: name.optional(),
    enabled: z.boolean().optional(),
    plusAddresses: z.boolean().optional(),
    takesReplies: z.literal(true).optional(),
    imap: imapSettings.optional(),
    password: password.optional(),
  }),
  ok: mailboxView,
  refusals: ['not_found', 'not_fetched', 'invalid_host', 'tls_needed', 'missing_password'],
});

export const removeMailboxRoute = route({
  id: 'removeMailbox',
  method: 'DELETE',
  path: '/api/v1/mailboxes/:id',
  summary: 'Remove an address; letters already taken in stay',
  access: 'channel.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found'],
});

export const checkMailboxRoute = route({
  id: 'checkMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes/:id/check',
  summary: 'Try the connection now; nothing is fetched, marked or deleted',
  access: 'channel.edit',
  perMinute: 20,
  params: idParam,
  ok: z.object({
    works: z.boolean(),
    error: z.enum(MAILBOX_ERRORS).or(z.literal('listener_off')).nullable(),
    detail: z.string().nullable(),
    /** Letters lying in the folder. */
    letters: z.number().nullable(),
  }),
  refusals: ['not_found'],
});

export const listLettersRoute = route({
  id: 'listMailboxLetters',
  method: 'GET',
  path: '/api/v1/mailboxes/:id/letters',
  summary: 'Letters taken in by an address, newest first, with their attachments and what was held',
  access: 'channel.read',
  params: idParam,
  query: pageQuery.extend({ kind: z.enum(LETTER_KINDS).optional(), held: z.enum(['yes']).optional() }),
  ok: pageOf(letterView),
  refusals: ['not_found'],
});

export const attachmentsRoute = route({
  id: 'listMailAttachments',
  method: 'GET',
  path: '/api/v1/mail-attachments',
  summary: 'What was attached to the letter behind a feedback or a message',
  access: 'feedback.read',
  query: z.object({ about: z.string().max(60) }),
  ok: z.object({ items: z.array(attachmentView) }),
});

export const openAttachmentRoute = route({
  id: 'openMailAttachment',
  method: 'GET',
  path: '/api/v1/mail-attachments/:id/file',
  summary: 'Download an attachment; a held one is not found. Writes an audit row',
  access: 'feedback.reveal',
  params: idParam,
  answer: 'file',
  ok: z.null(),
  refusals: ['not_found'],
});

export const mailboxRoutes = [
  listMailboxesRoute,
  addMailboxRoute,
  changeMailboxRoute,
  removeMailboxRoute,
  checkMailboxRoute,
  listLettersRoute,
  attachmentsRoute,
  openAttachmentRoute,
] as const;
