// Marks questions nobody will answer any more, and counts them so.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { saveRatingCounts } from './rating-daily.store.ts';

export const BATCH = 500;

interface ClosedRow {
  asked_on: string;
  channel: string;
  theme: string | null;
  product_id: string | null;
  team_id: string | null;
  owner_id: string | null;
}

/** Closes the next questions whose time is over. @returns how many */
export async function closeBatch(tx: Tx, now: Date): Promise<number> {
  const rows = await tx.rows<ClosedRow>(sql`
    UPDATE ratings SET state = 'unanswered'
    WHERE workspace_id = ${tx.workspaceId} AND id IN (
      SELECT id FROM ratings WHERE workspace_id = ${tx.workspaceId} AND state = 'asked' AND expires_at <= ${now}
      ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING asked_on, channel, theme, product_id, team_id, owner_id`);
  await count(tx, rows);
  return rows.length;
}

/** Closes what one person was asked and has not answered. */
export async function closeOpenOf(tx: Tx, personId: string): Promise<void> {
  const rows = await tx.rows<ClosedRow>(sql`
    UPDATE ratings SET state = 'unanswered'
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} AND state = 'asked'
    RETURNING asked_on, channel, theme, product_id, team_id, owner_id`);
  await count(tx, rows);
}

function count(tx: Tx, rows: readonly ClosedRow[]): Promise<void> {
  return saveRatingCounts(
    tx,
    rows.map((row) => ({
      items: {
        askedOn: row.asked_on,
        channel: row.channel,
        theme: row.theme,
        product: row.product_id,
        team: row.team_id,
        member: row.owner_id,
      },
      asked: 0,
      unanswered: 1,
      score: null,
      sign: 1,
    })),
  );
}
