// Keeps call scripts, written in both languages; a workspace is given its first ones once.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { readShop } from '../../desk/server/door.ts';
import { SCRIPT_VARIABLES } from '../core/callback.contract.ts';
import type { ScriptView } from '../core/callback-routes.contract.ts';
import { DEFAULT_RULES } from './callback-rules.reads.ts';

const STARTERS = ['solved', 'sorry', 'vip'] as const;

/** Variables must reach a script as they are written, past the sentences' own interpolation. */
const asWritten: Record<string, Record<string, string>> = {};
for (const name of SCRIPT_VARIABLES) {
  const [group, field] = name.split('.') as [string, string];
  asWritten[group] = { ...asWritten[group], [field]: `{{${name}}}` };
}

/** Writes the first scripts unless that was done before. */
export async function giveScripts(tx: Tx, now: Date): Promise<void> {
  const first = await tx.run(sql`
    INSERT INTO callback_settings (workspace_id, rules, started_at) VALUES (${tx.workspaceId}, ${JSON.stringify(DEFAULT_RULES)}::jsonb, ${now})
    ON CONFLICT DO NOTHING`);
  if (first === 0) return;
  const { locale } = await readShop(tx);
  for (const key of STARTERS) {
    await saveScript(tx, {
      id: newId('cbs'),
      name: translator(locale)(`callbacks:starter.${key}.name`),
      body: {
        'zh-CN': translator('zh-CN')(`callbacks:starter.${key}.body`, asWritten),
        en: translator('en')(`callbacks:starter.${key}.body`, asWritten),
      },
      updatedAt: now.toISOString(),
      updatedBy: 'Huiyin',
    });
  }
}

export async function saveScript(tx: Tx, script: ScriptView): Promise<void> {
  await tx.run(sql`
    INSERT INTO callback_scripts (id, workspace_id, name, body_zh, body_en, updated_at, updated_by)
    VALUES (${script.id}, ${tx.workspaceId}, ${script.name}, ${script.body['zh-CN']}, ${script.body.en}, ${new Date(script.updatedAt)},
      ${script.updatedBy})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, body_zh = excluded.body_zh, body_en = excluded.body_en,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}

export async function scriptNameTaken(tx: Tx, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.maybe(sql`
    SELECT 1 AS one FROM callback_scripts WHERE workspace_id = ${tx.workspaceId} AND lower(name) = lower(${name}) AND id <> ${exceptId}`);
  return row !== undefined;
}

export async function deleteScript(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM callback_scripts WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
