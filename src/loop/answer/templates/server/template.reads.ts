// Reads templates for screens and for filling.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { variablesOf } from '../core/fill-template.ts';
import type { TemplatePurpose, TemplateView } from '../core/template.contract.ts';

interface TemplateRow {
  id: string;
  name: string;
  shortcut: string | null;
  purpose: TemplatePurpose;
  body_zh: string;
  body_en: string;
  used: number;
  last_used_at: Date | null;
  updated_at: Date;
  updated_by: string;
}

const columns = sql`id, name, shortcut, purpose, body_zh, body_en, used, last_used_at, updated_at, updated_by FROM templates`;

/** By name; `search` looks into names, shortcuts and words. */
export async function listTemplates(
  tx: Tx,
  query: { purpose?: TemplatePurpose; search?: string; cursor?: string; limit: number },
): Promise<Page<TemplateView>> {
  const after = decodeCursor(query.cursor, 2);
  const search = query.search?.trim();
  const rows = await tx.rows<TemplateRow>(sql`
    SELECT ${columns} WHERE workspace_id = ${tx.workspaceId}
      ${query.purpose ? sql`AND purpose = ${query.purpose}` : empty}
      ${search ? sql`AND strpos(lower(concat_ws(' ', name, shortcut, body_zh, body_en)), lower(${search})) > 0` : empty}
      ${after ? sql`AND (name COLLATE "C", id) > (${String(after[0])}, ${String(after[1])})` : empty}
    ORDER BY name COLLATE "C", id LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.name, row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

/** One template, or nothing. */
export async function readTemplate(tx: Tx, templateId: string): Promise<TemplateView | undefined> {
  const row = await tx.maybe<TemplateRow>(
    sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND id = ${templateId}`,
  );
  return row && viewOf(row);
}

/** The template told to reporters when their case is resolved. */
export async function readResolvedTemplate(tx: Tx): Promise<TemplateView | undefined> {
  const row = await tx.maybe<TemplateRow>(
    sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND purpose = 'resolved'`,
  );
  return row && viewOf(row);
}

function viewOf(row: TemplateRow): TemplateView {
  return {
    id: row.id,
    name: row.name,
    shortcut: row.shortcut,
    purpose: row.purpose,
    body: { 'zh-CN': row.body_zh, en: row.body_en },
    variables: [...new Set([...variablesOf(row.body_zh), ...variablesOf(row.body_en)])],
    used: row.used,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by,
  };
}
