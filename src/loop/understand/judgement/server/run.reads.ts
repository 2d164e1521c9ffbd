// Reads re-judgements for the screen.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { JudgementRunView } from '../core/judgement.contract.ts';
import { RUN_COLUMNS, type RunRow } from './run.store.ts';

/** Runs, newest first. */
export async function listRuns(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<JudgementRunView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<RunRow>(sql`
    SELECT ${RUN_COLUMNS} FROM judgement_runs
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(runView), nextCursor: page.nextCursor };
}

export function runView(run: RunRow): JudgementRunView {
  const { cursor: _, createdAt, finishedAt, ...rest } = run;
  return { ...rest, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}
