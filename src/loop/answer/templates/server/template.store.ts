// Writes templates; the database's own keys decide who came first with a name or a shortcut.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { TemplateDraft, TemplatePurpose } from '../core/template.contract.ts';

export interface StoredTemplate {
  id: string;
  name: string;
  purpose: TemplatePurpose;
}

/** Locks one template for a change. */
export async function lockTemplate(tx: Tx, templateId: string): Promise<StoredTemplate | undefined> {
  return tx.maybe<StoredTemplate>(sql`
    SELECT id, name, purpose FROM templates WHERE workspace_id = ${tx.workspaceId} AND id = ${templateId} FOR UPDATE`);
}

/** What another template already holds of this draft's names. */
export async function takenBy(
  tx: Tx,
  draft: TemplateDraft,
  exceptId: string | null,
): Promise<{ name: boolean; shortcut: boolean; resolved: boolean }> {
  // Names are few and seldom changed: one writer at a time keeps the refusal exact.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`templates:${tx.workspaceId}`}, 0))`);
  return tx.one(sql`
    SELECT coalesce(bool_or(lower(name) = lower(${draft.name})), false) AS name,
      coalesce(bool_or(lower(shortcut) = lower(${draft.shortcut}::text)), false) AS shortcut,
      coalesce(bool_or(purpose = 'resolved'), false) AS resolved
    FROM templates WHERE workspace_id = ${tx.workspaceId} AND id IS DISTINCT FROM ${exceptId}::text`);
}

export async function insertTemplate(tx: Tx, id: string, draft: TemplateDraft, by: string, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO templates (id, workspace_id, name, shortcut, purpose, body_zh, body_en, created_at, updated_at, updated_by)
    VALUES (${id}, ${tx.workspaceId}, ${draft.name}, ${draft.shortcut}, ${draft.purpose}, ${draft.body['zh-CN']},
      ${draft.body.en}, ${now}, ${now}, ${by})`);
}

export async function updateTemplate(tx: Tx, id: string, draft: TemplateDraft, by: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE templates SET name = ${draft.name}, shortcut = ${draft.shortcut}, body_zh = ${draft.body['zh-CN']},
      body_en = ${draft.body.en}, updated_at = ${now}, updated_by = ${by}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function deleteTemplateRow(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM templates WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Counts a use, so that the list can show what helps. */
export async function countUse(tx: Tx, id: string, times: number, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE templates SET used = used + ${times}, last_used_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
