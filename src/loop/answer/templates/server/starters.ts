// Gives a workspace its first templates, in both languages, once.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { readShop } from '../../desk/server/door.ts';
import { TEMPLATE_VARIABLES } from '../core/template.contract.ts';

/** Keys under `answer:starter`, with the shortcut an agent types. */
const STARTERS = [
  { key: 'resolved', shortcut: null, purpose: 'resolved' },
  { key: 'received', shortcut: 'hi', purpose: 'reply' },
  { key: 'ask_more', shortcut: 'ask', purpose: 'reply' },
  { key: 'late_parcel', shortcut: 'late', purpose: 'reply' },
  { key: 'damaged', shortcut: 'broken', purpose: 'reply' },
  { key: 'quality', shortcut: 'quality', purpose: 'reply' },
  { key: 'size', shortcut: 'size', purpose: 'reply' },
  { key: 'refund', shortcut: 'refund', purpose: 'reply' },
  { key: 'authentic', shortcut: 'real', purpose: 'reply' },
  { key: 'thanks', shortcut: 'thanks', purpose: 'reply' },
] as const;

/** Variables must reach the template as they are written, past the sentences' own interpolation. */
const asWritten: Record<string, Record<string, string>> = {};
for (const name of TEMPLATE_VARIABLES) {
  const [group, field] = name.split('.') as [string, string];
  asWritten[group] = { ...asWritten[group], [field]: `{{${name}}}` };
}

/** Tells whether this workspace has had its starter set. */
export async function hasStarters(tx: Tx): Promise<boolean> {
  return (
    (await tx.maybe(sql`SELECT 1 AS one FROM template_starts WHERE workspace_id = ${tx.workspaceId}`)) !== undefined
  );
}

/** Writes the starter set unless that was done before; two that come at once write it once. */
export async function giveStarters(tx: Tx, now: Date): Promise<void> {
  const first = await tx.run(sql`
    INSERT INTO template_starts (workspace_id, started_at) VALUES (${tx.workspaceId}, ${now}) ON CONFLICT DO NOTHING`);
  if (first === 0) return;
  const shop = await readShop(tx);
  const zh = translator('zh-CN');
  const en = translator('en');
  // A template has one name, for colleagues: in the language of the shop.
  const own = translator(shop.locale);
  await tx.run(sql`
    INSERT INTO templates (id, workspace_id, starter, name, shortcut, purpose, body_zh, body_en, created_at, updated_at, updated_by)
    SELECT s.id, ${tx.workspaceId}, s.key, s.name, s.shortcut, s.purpose, s.zh, s.en, ${now}, ${now}, 'Huiyin'
    FROM unnest(${STARTERS.map(() => newId('tpl'))}::text[], ${STARTERS.map(({ key }) => key)}::text[],
      ${STARTERS.map(({ key }) => own(`answer:starter.${key}.name`))}::text[],
      ${STARTERS.map(({ shortcut }) => shortcut)}::text[], ${STARTERS.map(({ purpose }) => purpose)}::text[],
      ${STARTERS.map(({ key }) => zh(`answer:starter.${key}.body`, asWritten))}::text[],
      ${STARTERS.map(({ key }) => en(`answer:starter.${key}.body`, asWritten))}::text[]) AS s(id, key, name, shortcut, purpose, zh, en)
    ON CONFLICT DO NOTHING`);
}
