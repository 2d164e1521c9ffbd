// Keeps what came of each lesson: the voices like it that were judged again.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface LessonEffect {
  feedbackId: string;
  versionId: string;
  alike: number;
  changed: number;
  changes: { feedbackId: string; from: string; to: string }[];
}

const SHOWN = 50;

/** Hold the settings first: a lesson taken back while its version was made has no check any more, and its effect begins as undone. */
export async function saveEffect(tx: Tx, effect: LessonEffect, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO lesson_effects (workspace_id, feedback_id, shop_engine_id, alike, changed, changes, at, is_undone)
    VALUES (${tx.workspaceId}, ${effect.feedbackId}, ${effect.versionId}, ${effect.alike}, ${effect.changed},
      ${JSON.stringify(effect.changes.slice(0, SHOWN))}::jsonb, ${now}, NOT EXISTS (
        SELECT 1 FROM label_checks WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${effect.feedbackId}))
    ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET shop_engine_id = excluded.shop_engine_id, alike = excluded.alike,
      changed = excluded.changed, changes = excluded.changes, at = excluded.at, is_undone = excluded.is_undone`);
}

/** The lesson was taken back: what it changed is to be judged once more. */
export async function markUndone(tx: Tx, feedbackId: string): Promise<void> {
  await tx.run(sql`
    UPDATE lesson_effects SET is_undone = true WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId}`);
}

/** Lessons taken back whose voices still carry what they changed. */
export async function readUndone(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT feedback_id AS id FROM lesson_effects WHERE workspace_id = ${tx.workspaceId} AND is_undone ORDER BY feedback_id LIMIT 50`);
  return rows.map((row) => row.id);
}

export async function dropEffects(tx: Tx, feedbackIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM lesson_effects
    WHERE workspace_id = ${tx.workspaceId} AND is_undone AND feedback_id = ANY(${[...feedbackIds]}::text[])`);
}
