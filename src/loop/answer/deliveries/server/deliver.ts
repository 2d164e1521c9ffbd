// Puts words on their way in the caller's transaction: a letter, a task, or a line waiting on the person's page.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { queueMail } from '../../../../platform/mail/mail.store.ts';
import { replyHeadFor } from '../../../collect/mailboxes/server/door.ts';
import type { AnswerDesk, CaseFacts, Reporter, ShopFacts } from '../../desk/server/door.ts';
import { type PlannedWay, threadOf } from './plan-way.ts';

export interface Delivered {
  deliveryId: string;
  mailId: string | null;
}

/**
 * @param input.text the words as the person shall read them
 * @param input.link full address of his status page
 * @param input.asksVerdict whether the letter asks if it is solved
 * @param input.closing what else is asked under the words of a letter or a task; null for nothing
 */
export async function deliver(
  tx: Tx,
  desk: AnswerDesk,
  input: {
    messageId: string;
    kind: 'reply' | 'notice';
    found: CaseFacts;
    shop: ShopFacts;
    reporter: Reporter;
    plan: PlannedWay;
    text: string;
    link: string;
    asksVerdict: boolean;
    closing: string | null;
    now: Date;
  },
): Promise<Delivered> {
  const { plan, reporter, found, now } = input;
  const mailId = plan.way === 'email' ? await writeLetter(tx, desk, input) : null;
  const deliveryId = newId('dlv');
  const carried = input.closing ? `${input.text}\n\n${input.closing}` : input.text;
  const state = plan.way === 'email' ? 'mailed' : plan.way === 'task' ? 'open' : 'waiting';
  await tx.run(sql`
    INSERT INTO deliveries (id, workspace_id, message_id, case_id, person_id, feedback_id, kind, way, reason, channel,
      mail_id, to_hint, state, words_sealed, created_at)
    VALUES (${deliveryId}, ${tx.workspaceId}, ${input.messageId}, ${found.id}, ${reporter.personId}, ${reporter.feedbackId},
      ${input.kind}, ${plan.way}, ${plan.reason}, ${plan.channel}, ${mailId}, ${plan.way === 'email' ? plan.toHint : null},
      ${state}, ${plan.way === 'task' ? desk.sealer.seal(tx.workspaceId, carried) : null}, ${now})`);
  return { deliveryId, mailId };
}

async function writeLetter(tx: Tx, desk: AnswerDesk, input: Parameters<typeof deliver>[2]): Promise<string> {
  const { found, shop, plan, link } = input;
  const t = translator(plan.language);
  const lines = [input.text];
  if (input.asksVerdict && !input.text.includes(link)) lines.push(t('mail:footer.solved', { link }));
  else if (!input.text.includes(link)) lines.push(t('mail:footer.follow', { link }));
  if (input.closing) lines.push(input.closing);
  lines.push(t('mail:footer.sign', { shop: shop.name, number: found.number }));
  const inReplyTo = await threadOf(tx, desk.sealer, found.id, input.reporter);
  const head = await replyHeadFor(tx, desk.sealer, { subject: found.id, reporter: input.reporter.key }, input.now);
  return queueMail(
    tx,
    desk.sealer,
    {
      // One letter for each message, however often the transaction is run again.
      dedupeKey: `message:${input.messageId}`,
      to: plan.email!,
      // The same subject for every letter of a case: mail programs thread by it where headers are lost.
      subject: t(inReplyTo ? 'mail:subject.again' : 'mail:subject.first', { shop: shop.name, number: found.number }),
      text: lines.join('\n\n'),
      subjectId: found.id,
      ...(inReplyTo ? { inReplyTo } : {}),
      // An answer to the letter finds its way back into the conversation.
      ...(head ? { replyTo: head.replyTo, mark: { text: head.mark, domain: head.domain } } : {}),
    },
    input.now,
    desk.keepMail,
  );
}

/** Marks what waited on a reporter's page as seen, now that he opened it. */
export async function markSeen(tx: Tx, input: { caseIds: string[]; reporter: string; now: Date }): Promise<void> {
  await tx.run(sql`
    UPDATE deliveries SET state = 'seen', settled_at = ${input.now}
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${input.caseIds}::text[]) AND way = 'page' AND state = 'waiting'
      AND coalesce(person_id, feedback_id) = ${input.reporter}`);
}
