// Names for the ids a table of insight is divided by.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** @returns id → name; ids nobody knows any more are left out */
export async function namesOf(
  tx: Tx,
  sides: readonly { dimension: string | null; keys: readonly string[] }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { dimension, keys } of sides) {
    const ids = keys.filter((key) => key !== 'none');
    if (ids.length === 0) continue;
    const rows = await read(tx, dimension, ids);
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
}

async function read(tx: Tx, dimension: string | null, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (dimension === 'product')
    return tx.rows(
      sql`SELECT id, name FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`,
    );
  if (dimension === 'owner')
    return tx.rows(
      sql`SELECT id, name FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`,
    );
  if (dimension === 'team')
    return tx.rows(
      sql`SELECT id, name FROM teams_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`,
    );
  if (dimension === 'questionnaire')
    return tx.rows(
      sql`SELECT id, name FROM forms_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`,
    );
  return [];
}
