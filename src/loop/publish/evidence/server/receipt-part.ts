// The end of the reporter's page: his receipt to take away, and where anybody can check it.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../platform/pages/html.ts';

/** @returns null while none of his words is in the log yet */
export async function receiptPart(
  tx: Tx,
  about: { subject: string; reporter: string; path: string; language: Language },
): Promise<Html | null> {
  const kept = await tx.maybe(sql`
    SELECT 1 FROM evidence_leaves l JOIN feedback_facts f ON f.workspace_id = l.workspace_id AND f.id = l.source_id
    WHERE l.workspace_id = ${tx.workspaceId} AND l.salt IS NOT NULL AND (f.id = ${about.subject} OR f.id = ${about.reporter} OR f.person_id = ${about.reporter})
    LIMIT 1`);
  if (!kept) return null;
  const t = translator(about.language);
  return html`<section aria-labelledby="receipt"><h2 id="receipt">${t('evidence:receipt.heading')}</h2>
<p>${t('evidence:receipt.text')}</p>
<p><a href="${about.path}/evidence.json" download="huiyin-receipt.json">${t('evidence:receipt.take')}</a> · <a href="/verify.html">${t('evidence:receipt.check')}</a></p></section>`;
}
