// On which weekday the draft is made; Monday morning until a shop chooses otherwise.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ReviewSettings } from '../core/review.contract.ts';

const USUAL_SETTINGS: ReviewSettings = { weekday: 1, hour: 8 };

export async function readSettings(tx: Tx): Promise<ReviewSettings> {
  const row = await tx.maybe<ReviewSettings>(
    sql`SELECT weekday, hour FROM review_settings WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row ?? USUAL_SETTINGS;
}
