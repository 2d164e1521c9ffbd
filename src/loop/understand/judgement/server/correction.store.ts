// Keeps what people corrected, apart from the judgement so that a later engine cannot overwrite it.
import sql from 'sql-template-tag';
import type { Actor } from '../../../../ground/members/core/actor.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Corrections } from '../core/effective.ts';
import type { CorrectableLabel, CorrectionView } from '../core/judgement.contract.ts';

/** Corrections in force of each of these feedback; those without any are left out. */
export async function correctionsOf(tx: Tx, feedbackIds: readonly string[]): Promise<Map<string, Corrections>> {
  if (feedbackIds.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; label: CorrectableLabel; value: unknown }>(sql`
    SELECT feedback_id AS id, label, to_value AS value FROM corrections
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[])`);
  const found = new Map<string, Corrections>();
  for (const row of rows) found.set(row.id, { ...found.get(row.id), [row.label]: row.value });
  return found;
}

/** The correction of one label that another member set; undefined where there is none or it is the actor's own. */
export async function foreignCorrection(
  tx: Tx,
  input: { feedbackId: string; label: CorrectableLabel; by: Actor },
): Promise<{ name: string; label: string } | undefined> {
  return tx.maybe(sql`
    SELECT by_name AS name, to_value #>> '{}' AS label FROM corrections
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${input.feedbackId} AND label = ${input.label} AND by_id <> ${input.by.id}`);
}

/** Corrections of one feedback as screens show them, oldest first. */
export async function readCorrections(tx: Tx, feedbackId: string): Promise<CorrectionView[]> {
  const rows = await tx.rows<Omit<CorrectionView, 'at'> & { at: Date }>(sql`
    SELECT label, from_value AS "from", to_value AS "to", by_name AS "byName", at FROM corrections
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} ORDER BY at, label`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Sets a correction; `from` stays what the engine had said when it was first corrected. */
export async function putCorrection(
  tx: Tx,
  input: { feedbackId: string; label: CorrectableLabel; from: unknown; to: unknown; by: Actor; at: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO corrections (workspace_id, feedback_id, label, from_value, to_value, by_id, by_name, at)
    VALUES (${tx.workspaceId}, ${input.feedbackId}, ${input.label}, ${JSON.stringify(input.from)}::jsonb,
      ${JSON.stringify(input.to)}::jsonb, ${input.by.id}, ${input.by.name}, ${input.at})
    ON CONFLICT (workspace_id, feedback_id, label) DO UPDATE SET to_value = excluded.to_value, by_id = excluded.by_id,
      by_name = excluded.by_name, at = excluded.at`);
}

/** Takes a correction back. @returns whether there was one */
export async function dropCorrection(tx: Tx, feedbackId: string, label: CorrectableLabel): Promise<boolean> {
  const gone = await tx.run(sql`
    DELETE FROM corrections WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} AND label = ${label}`);
  return gone > 0;
}
