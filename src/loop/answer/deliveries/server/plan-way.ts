// Looks up what the choice of a way needs: the address, the language, whether the person reads his page.
import sql from 'sql-template-tag';
import { contactOf } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import { hintOfAddress } from '../../../../platform/mail/mail.store.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { letterIdOf } from '../../../collect/mailboxes/server/door.ts';
import type { AnswerDesk, Reporter } from '../../desk/server/door.ts';
import { readersOf } from '../../links/server/door.ts';
import { type ChosenWay, chooseWay, isPublicChannel } from '../core/choose-way.ts';
import type { WayWish } from '../core/delivery.contract.ts';

export interface PlannedWay extends ChosenWay {
  channel: string;
  /** Opened for sending only. */
  email: string | null;
  toHint: string | null;
  hasEmail: boolean;
  name: string | null;
  language: Language;
  /** Whether the secret link may stand in the words: never where everybody reads along. */
  mayCarryLink: boolean;
}

/** @param shopLocale the language when neither the person nor his voice says one */
export async function planWay(
  tx: Tx,
  desk: AnswerDesk,
  input: { caseId: string; reporter: Reporter; wish: WayWish; shopLocale: Language },
): Promise<PlannedWay> {
  const { reporter } = input;
  const contact = reporter.personId ? await contactOf(tx, desk.sealer, reporter.personId) : null;
  const readers = await readersOf(tx, input.caseId, [reporter.key]);
  const chosen = chooseWay({
    wish: input.wish,
    channel: reporter.channel,
    known: reporter.personId !== null,
    hasEmail: Boolean(contact?.email),
    readsPage: readers.has(reporter.key),
  });
  const spoken = reporter.voiceLocale === 'en' || reporter.voiceLocale === 'zh-CN' ? reporter.voiceLocale : null;
  return {
    ...chosen,
    channel: reporter.channel,
    email: chosen.way === 'email' ? contact!.email : null,
    toHint: contact?.email ? hintOfAddress(contact.email) : null,
    hasEmail: Boolean(contact?.email),
    name: contact?.name ?? null,
    language: contact?.locale ?? spoken ?? input.shopLocale,
    mayCarryLink: chosen.way !== 'task' || !isPublicChannel(reporter.channel),
  };
}

/** The letter this one answers, so that a mail program shows them as one thread: our last one, else the one he wrote. */
export async function threadOf(tx: Tx, sealer: Sealer, caseId: string, reporter: Reporter): Promise<string | null> {
  const ours = await tx.maybe<{ id: string }>(sql`
    SELECT m.message_id AS id FROM deliveries d
    JOIN mails_facts m ON m.workspace_id = d.workspace_id AND m.id = d.mail_id
    WHERE d.workspace_id = ${tx.workspaceId} AND d.case_id = ${caseId}
      AND coalesce(d.person_id, d.feedback_id) = ${reporter.key} AND d.way = 'email'
    ORDER BY d.id DESC LIMIT 1`);
  if (ours) return ours.id;
  const letter = await letterIdOf(tx, sealer, reporter.feedbackIds);
  if (letter) return letter;
  const his = await tx.maybe<{ id: string | null }>(sql`
    SELECT meta->>'messageId' AS id FROM feedback_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${reporter.feedbackIds}::text[]) AND channel = 'email'
    ORDER BY occurred_at DESC LIMIT 1`);
  return his?.id && /^<[^<>\s]{3,300}>$/.test(his.id) ? his.id : null;
}
