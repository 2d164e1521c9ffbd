// Reads call scripts.
import sql from 'sql-template-tag';
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ScriptView } from '../core/callback-routes.contract.ts';
import { giveScripts } from './script.store.ts';

export async function hasScripts(tx: Tx): Promise<boolean> {
  return (
    (await tx.maybe(sql`SELECT 1 AS one FROM callback_settings WHERE workspace_id = ${tx.workspaceId}`)) !== undefined
  );
}

export async function listScripts(tx: Tx): Promise<ScriptView[]> {
  const rows = await tx.rows<{
    id: string;
    name: string;
    body_zh: string;
    body_en: string;
    updated_at: Date;
    updated_by: string;
  }>(sql`
    SELECT id, name, body_zh, body_en, updated_at, updated_by FROM callback_scripts WHERE workspace_id = ${tx.workspaceId}
    ORDER BY id LIMIT 100`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    body: { 'zh-CN': row.body_zh, en: row.body_en },
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by,
  }));
}

/** All scripts; a workspace that never had any is given its first ones. */
export async function offerScripts(env: Env): Promise<ScriptView[]> {
  if (!(await env.db.read(hasScripts))) await env.db.write((tx) => giveScripts(tx, env.now));
  return env.db.read(listScripts);
}
