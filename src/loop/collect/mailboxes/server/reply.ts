// What the answering room asks: how a letter of ours is to be addressed, and what a customer answered to it.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../ground/env.ts';
import { contactOf } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { Gate } from '../../intake/server/door.ts';
import { mailReceived } from '../core/mailbox-events.contract.ts';
import { markedAddress } from '../core/reply-mark.ts';
import { joinMessage, lockLetter, saveOutcome } from './letter.store.ts';
import { replyMailbox } from './mailbox.store.ts';
import { recordLetter } from './record-letter.ts';
import { rememberMark, type Thread } from './reply-mark.store.ts';

export interface ReplyHead {
  /** Where the answer is sent: carries the mark where the mail host takes it. */
  replyTo: string;
  /** Stands in the letter's own id, which every mail program sends back. */
  mark: string;
  domain: string;
}

/** How a letter must be addressed so that its answer finds its conversation; null while no mailbox takes answers. */
export async function replyHeadFor(tx: Tx, sealer: Sealer, thread: Thread, now: Date): Promise<ReplyHead | null> {
  const mailbox = await replyMailbox(tx);
  if (!mailbox) return null;
  const mark = await rememberMark(tx, sealer, thread, now);
  return {
    replyTo: mailbox.plus_addresses ? markedAddress(mailbox.address, mark) : mailbox.address,
    mark,
    domain: mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1),
  };
}

/** The id of the latest letter behind these feedback, so that ours is shown below it; null when none came by letter. */
export async function letterIdOf(tx: Tx, sealer: Sealer, feedbackIds: readonly string[]): Promise<string | null> {
  const row = await tx.maybe<{ sealed: string | null }>(sql`
    SELECT message_id_sealed AS sealed FROM mail_letters
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[]) AND message_id_sealed IS NOT NULL
    ORDER BY id DESC LIMIT 1`);
  if (!row?.sealed) return null;
  const id = sealer.open(tx.workspaceId, row.sealed);
  return /^<[^<>\s]{3,300}>$/.test(id) ? id : null;
}

export interface LetterReply extends Thread {
  letterId: string;
  text: string;
  receivedAt: Date;
}

/** An answer that is not in a conversation yet; undefined when it is, or when there is none by that id. */
export async function readReply(tx: Tx, sealer: Sealer, letterId: string): Promise<LetterReply | undefined> {
  const letter = await lockLetter(tx, letterId);
  if (letter?.kind !== 'reply' || letter.messageId || !letter.textSealed) return undefined;
  return {
    letterId,
    subject: letter.replySubject!,
    reporter: letter.replyReporter!,
    text: sealer.open(tx.workspaceId, letter.textSealed),
    receivedAt: letter.receivedAt,
  };
}

/** The answer became a message of a case. */
export function joinReply(tx: Tx, letterId: string, input: { caseId: string; messageId: string }): Promise<void> {
  return joinMessage(tx, letterId, input);
}

/** The conversation is gone: the answer is taken in as a voice of its own. */
export async function replyAsFeedback(tx: Tx, env: Env, gate: Gate, letterId: string): Promise<void> {
  const letter = await lockLetter(tx, letterId);
  if (letter?.kind !== 'reply' || letter.messageId || !letter.textSealed) return;
  const contact = letter.replyReporter?.startsWith('per_')
    ? await contactOf(tx, gate.sealer, letter.replyReporter)
    : null;
  const outcome = await recordLetter(tx, env, gate, {
    key: letter.key,
    text: gate.sealer.open(tx.workspaceId, letter.textSealed),
    subject: letter.subject,
    from: { address: contact?.email ?? '', name: '' },
    saidAt: letter.receivedAt,
    follows: null,
    mailbox: env.actor.name,
    attachments: [],
  });
  await saveOutcome(tx, letterId, outcome);
  await tell(tx, env, mailReceived, {
    subject: outcome.feedbackId,
    data: { letterId, mailboxId: letter.mailboxId, feedbackId: outcome.feedbackId, replyTo: null },
  });
}
