// Keeps the sums of answers, so that no screen ever counts rows.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { SumLine } from '../core/sums.ts';
import { ALL_TIME } from './sum.reads.ts';

/**
 * Adds one to each line, under the day and over all time; `totals` only over all time. Rows are touched in one order, so that
 * two answers settled at once never wait for each other in a circle.
 */
export async function addSums(
  tx: Tx,
  of: { formId: string; day: string; version: number },
  lines: readonly SumLine[],
  totals: readonly SumLine[] = [],
): Promise<void> {
  const rows = [
    ...lines.map((line) => ({ ...line, day: of.day, version: of.version })),
    ...[...lines, ...totals].map((line) => ({ ...line, day: ALL_TIME, version: 0 })),
  ];
  if (rows.length === 0) return;
  await tx.run(sql`
    INSERT INTO form_sums AS s (workspace_id, form_id, day, version, question, item, count)
    SELECT ${tx.workspaceId}, ${of.formId}, n.day, n.version, n.question, n.item, count(*)
    FROM unnest(${rows.map((row) => row.day)}::date[], ${rows.map((row) => row.version)}::int[],
      ${rows.map((row) => row.question)}::text[], ${rows.map((row) => row.item)}::text[]) AS n(day, version, question, item)
    GROUP BY n.day, n.version, n.question, n.item
    ORDER BY n.day, n.version, n.question COLLATE "C", n.item COLLATE "C"
    ON CONFLICT (workspace_id, form_id, day, version, question, item) DO UPDATE SET count = s.count + excluded.count`);
}
