// Reads what a workspace is called and how it is set.
import sql, { empty } from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/database.ts';
import { workspaceSettings, type workspaceView } from '../core/member.contract.ts';

/** @param lock holds the row until the transaction ends */
export async function readWorkspace(tx: Tx, lock = false): Promise<z.output<typeof workspaceView>> {
  const row = await tx.one<{
    id: string;
    slug: string;
    name: string;
    locale: 'zh-CN' | 'en';
    timeZone: string;
    settings: unknown;
  }>(sql`
    SELECT id, slug, name, locale, time_zone AS "timeZone", settings FROM workspaces WHERE id = ${tx.workspaceId} ${lock ? sql`FOR UPDATE` : empty}`);
  return { ...row, settings: workspaceSettings.parse(row.settings) };
}
