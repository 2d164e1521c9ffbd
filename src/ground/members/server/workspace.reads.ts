// Reads what a workspace is called and how it is set.
import sql, { empty } from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/database.ts';
import type { workspaceView } from '../core/member.contract.ts';

/** @param lock holds the row until the transaction ends */
export async function readWorkspace(tx: Tx, lock = false): Promise<z.output<typeof workspaceView>> {
  return tx.one<{
    id: string;
    slug: string;
    name: string;
    locale: 'zh-CN' | 'en';
    timeZone: string;
  }>(sql`
    SELECT id, slug, name, locale, time_zone AS "timeZone" FROM workspaces WHERE id = ${tx.workspaceId} ${lock ? sql`FOR UPDATE` : empty}`);
}
