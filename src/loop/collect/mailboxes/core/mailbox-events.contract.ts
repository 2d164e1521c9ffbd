// What is told about mailboxes and the letters that come in by them.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

export const mailboxAdded = defineEvent('mailbox.added', z.object({ address: z.string() }));
export const mailboxChanged = defineEvent('mailbox.changed', z.object({ fields: z.array(z.string()) }));
export const mailboxRemoved = defineEvent('mailbox.removed', z.object({ address: z.string() }));
/** Fetching letters began to fail, or works again. */
export const mailboxStateChanged = defineEvent('mailbox.state_changed', z.object({ error: z.string().nullable() }));

/**
 * A letter was taken in. Either it is a new voice (`feedbackId`), or its sender answers one of our letters (`replyTo`) and
 * the answering room puts it into that conversation. Its words are read through the door, never from here.
 */
export const mailReceived = defineEvent(
  'mail.received',
  z.object({
    letterId: z.string(),
    mailboxId: z.string(),
    feedbackId: z.string().nullable(),
    replyTo: z
      .object({
        /** What our letter was about: a case. */
        subject: z.string(),
        /** To whom it was written: a person, or a feedback where nobody knows who spoke. */
        reporter: z.string(),
      })
      .nullable(),
  }),
);
export const attachmentOpened = defineEvent('attachment.opened', z.object({ letterId: z.string() }));
