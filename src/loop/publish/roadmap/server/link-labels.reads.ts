// Names what an item is linked to, personal data masked, and tells whether it exists.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import { taxonomyOf } from '../../../understand/themes/server/door.ts';
import type { RoadmapLink } from '../core/roadmap.contract.ts';

const SHOWN = 80;

/** `<kind> <id>` → its name; what does not exist is missing. */
export async function labelsOf(tx: Tx, links: readonly RoadmapLink[]): Promise<Map<string, string>> {
  const of = (kind: RoadmapLink['kind']) => [
    ...new Set(links.filter((link) => link.kind === kind).map((link) => link.id)),
  ];
  const [problems, cases, feedback, themes] = await Promise.all([
    tx.rows<{ id: string; label: string }>(sql`
      SELECT id, title AS label FROM problems_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${of('problem')}::text[])`),
    tx.rows<{ id: string; label: string }>(sql`
      SELECT id, '#' || number || ' ' || title AS label FROM cases_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${of('case')}::text[])`),
    tx.rows<{ id: string; label: string }>(sql`
      SELECT id, left(text, 200) AS label FROM feedback_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${of('feedback')}::text[]) AND state = 'accepted'`),
    of('theme').length === 0 ? [] : taxonomyOf(tx),
  ]);
  const labels = new Map<string, string>();
  const add = (kind: string, rows: readonly { id: string; label: string }[]) => {
    for (const row of rows) labels.set(`${kind} ${row.id}`, short(row.label));
  };
  add('problem', problems);
  add('case', cases);
  add('feedback', feedback);
  add(
    'theme',
    themes
      .filter((theme) => of('theme').includes(theme.key))
      .map((theme) => ({ id: theme.key, label: `${theme.zh} / ${theme.en}` })),
  );
  return labels;
}

/** The words an item begins with, in each language. */
export async function firstTitle(tx: Tx, link: RoadmapLink): Promise<{ 'zh-CN': string; en: string } | null> {
  if (link.kind === 'theme') {
    const theme = (await taxonomyOf(tx)).find((one) => one.key === link.id);
    return theme ? { 'zh-CN': short(theme.zh), en: short(theme.en) } : null;
  }
  const label = (await labelsOf(tx, [link])).get(`${link.kind} ${link.id}`);
  const title = label?.replace(/^#\d+ /, '');
  return title ? { 'zh-CN': title, en: title } : null;
}

function short(text: string): string {
  const masked = maskPersonalData(text).masked.replace(/\s+/gu, ' ').trim();
  return masked.length <= SHOWN ? masked : `${masked.slice(0, SHOWN - 1)}…`;
}
