// Letters of the portal: a receipt to the address somebody left, and all links of an address to that address.
import sql from 'sql-template-tag';
import { contactOf, personByEmail } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { queueMail } from '../../../../platform/mail/mail.store.ts';
import { sayWhen } from '../../../../platform/pages/when.ts';
import { type AnswerDesk, readShop } from '../../../answer/desk/server/door.ts';
import { statusLinkFor } from '../../../answer/links/server/door.ts';
import { visitorSpoke } from '../../../collect/visitors/core/visitor.contract.ts';

export const LINKS_JOB = 'portal.send_links';
/** Receipts to one person in a day: somebody else may be typing his address. */
const RECEIPTS_A_DAY = 3;
const LINKS_A_LETTER = 20;

export interface LinksPayload {
  emailSealed: string;
  language: Language;
}

/** A receipt with the personal page goes to the address, because only its owner reads it there. */
export function portalReactions(desk: AnswerDesk): Reaction[] {
  return [
    {
      name: 'portal.receipts',
      on: [visitorSpoke.type],
      async run({ tx, events, now }) {
        for (const event of events) {
          const data = visitorSpoke.data.parse(event.data);
          if (data.address && event.subject) await sendReceipt(tx, desk, event.subject, data.locale, now);
        }
      },
    },
  ];
}

async function sendReceipt(tx: Tx, desk: AnswerDesk, feedbackId: string, language: Language, now: Date): Promise<void> {
  const voice = await tx.maybe<{ personId: string; recent: number }>(sql`
    SELECT f.person_id AS "personId", (SELECT count(*)::int FROM visitor_voices_facts v
      JOIN feedback_facts o ON o.workspace_id = v.workspace_id AND o.id = v.feedback_id
      WHERE v.workspace_id = f.workspace_id AND o.person_id = f.person_id AND v.claimed
        AND v.created_at > ${new Date(now.getTime() - 86_400_000)}) AS recent
    FROM feedback_facts f
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ${feedbackId} AND f.state = 'accepted' AND f.person_id IS NOT NULL`);
  if (!voice || voice.recent > RECEIPTS_A_DAY) return;
  const { email } = await contactOf(tx, desk.sealer, voice.personId);
  if (!email) return;
  const shop = (await readShop(tx)).name;
  const { path } = await statusLinkFor(tx, desk.sealer, {
    subject: feedbackId,
    reporter: voice.personId,
    now,
    days: desk.linkDays,
  });
  const t = translator(language);
  const letter = {
    dedupeKey: `portal-receipt:${feedbackId}`,
    to: email,
    subject: t('portal:letter.received_subject', { shop }),
    text: t('portal:letter.received', { shop, link: `${desk.publicUrl()}${path}?lang=${language}` }),
    subjectId: feedbackId,
  };
  await queueMail(tx, desk.sealer, letter, now, desk.keepMail);
}

/** Looks up and writes in its own time, so that the page answers as fast for an unknown address as for a known one. */
export function portalJobs(desk: AnswerDesk): JobKind<never>[] {
  const kind: JobKind<LinksPayload> = {
    kind: LINKS_JOB,
    async run({ payload, db, now }) {
      await db.write((tx) =>
        sendLinks(tx, desk, desk.sealer.open(db.workspaceId, payload.emailSealed), payload.language, now),
      );
    },
  };
  return [kind as JobKind<never>];
}

async function sendLinks(tx: Tx, desk: AnswerDesk, email: string, language: Language, now: Date): Promise<void> {
  const personId = await personByEmail(tx, desk.sealer, email);
  if (!personId) return;
  const things = await tx.rows<{ subject: string; stage: string | null; at: Date }>(sql`
    SELECT DISTINCT ON (coalesce(cf.case_id, f.id)) coalesce(cf.case_id, f.id) AS subject, c.public_stage AS stage,
      f.received_at AS at
    FROM feedback_facts f
    LEFT JOIN case_feedback_facts cf ON cf.workspace_id = f.workspace_id AND cf.feedback_id = f.id
    LEFT JOIN cases_facts c ON c.workspace_id = f.workspace_id AND c.id = cf.case_id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId} AND f.state = 'accepted' AND f.channel <> 'signal'
    ORDER BY coalesce(cf.case_id, f.id) DESC, f.received_at DESC LIMIT ${LINKS_A_LETTER}`);
  if (things.length === 0) return;
  const shop = await readShop(tx);
  const t = translator(language);
  const list: string[] = [];
  for (const thing of things) {
    const { path } = await statusLinkFor(tx, desk.sealer, {
      subject: thing.subject,
      reporter: personId,
      now,
      days: desk.linkDays,
    });
    list.push(
      t('portal:letter.item', {
        date: sayWhen(thing.at, now, language, shop.timeZone),
        stage: t(`status:step.${thing.stage ?? 'received'}`),
        link: `${desk.publicUrl()}${path}?lang=${language}`,
      }),
    );
  }
  const hour = Math.floor(now.getTime() / 3_600_000);
  const letter = {
    // One letter an hour to one person, however often somebody asks.
    dedupeKey: `portal-links:${personId}:${hour}`,
    to: email,
    subject: t('portal:letter.links_subject', { shop: shop.name }),
    text: t('portal:letter.links', { shop: shop.name, list: list.join('\n\n') }),
  };
  await queueMail(tx, desk.sealer, letter, now, desk.keepMail);
}
