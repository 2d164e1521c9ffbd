// Reads what was changed in a period with its verdict, what is still open, and whom the report may thank.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import type { ReportFix, ReportProblem } from '../core/report-figures.contract.ts';
import type { ReportPeriod } from '../core/report-period.ts';

const MOST_FIXES = 100;
const MOST_PROBLEMS = 30;
/** Names on one page; a report is no directory. */
export const MOST_THANKS = 500;

/** Actions that went live in the period; the latest measurement tells, waiting where there is none. */
export async function readFixes(tx: Tx, period: ReportPeriod, zone: string): Promise<ReportFix[]> {
  const rows = await tx.rows<ReportFix>(sql`
    SELECT a.id AS "actionId", a.problem_id AS "problemId", a.title, p.title AS problem,
      to_char(a.effective_at AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS "doneOn", coalesce(e.verdict, a.verdict, 'waiting') AS verdict,
      coalesce(e.ratio, a.ratio) - 1 AS change, coalesce(e.low, a.ratio_low) - 1 AS low, coalesce(e.high, a.ratio_high) - 1 AS high
    FROM actions_facts a
    JOIN problems_facts p ON p.workspace_id = a.workspace_id AND p.id = a.problem_id
    LEFT JOIN effects_facts e ON e.workspace_id = a.workspace_id AND e.action_id = a.id
    WHERE a.workspace_id = ${tx.workspaceId} AND a.state IN ('done', 'effective')
      AND a.effective_at >= (${period.from}::date::timestamp AT TIME ZONE ${zone})
      AND a.effective_at < ((${period.to}::date + 1)::timestamp AT TIME ZONE ${zone})
    ORDER BY a.effective_at, a.id LIMIT ${MOST_FIXES}`);
  return rows.map((row) => ({ ...row, title: masked(row.title), problem: masked(row.problem) }));
}

/** Problems known at the end of the period and solved later or not at all; those with most cases first. */
export async function readOpenProblems(tx: Tx, period: ReportPeriod, zone: string): Promise<ReportProblem[]> {
  const rows = await tx.rows<ReportProblem>(sql`
    SELECT id AS "problemId", title, to_char(opened_at AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS since, cases
    FROM problems_facts
    WHERE workspace_id = ${tx.workspaceId} AND opened_at < ((${period.to}::date + 1)::timestamp AT TIME ZONE ${zone})
      AND (solved_at IS NULL OR solved_at >= ((${period.to}::date + 1)::timestamp AT TIME ZONE ${zone}))
      AND (closed_at IS NULL OR closed_at >= ((${period.to}::date + 1)::timestamp AT TIME ZONE ${zone}))
    ORDER BY cases DESC, id LIMIT ${MOST_PROBLEMS}`);
  return rows.map((row) => ({ ...row, title: masked(row.title) }));
}

/** Customers who spoke in the period and agreed to be thanked by a name of their choice. */
export async function readContributors(tx: Tx, period: ReportPeriod): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT p.id FROM people_facts p
    WHERE p.workspace_id = ${tx.workspaceId} AND p.thanks_consent_at IS NOT NULL AND EXISTS (
      SELECT FROM feedback_facts f JOIN judgements_facts j ON j.workspace_id = f.workspace_id AND j.feedback_id = f.id
      WHERE f.workspace_id = p.workspace_id AND f.person_id = p.id AND j.day BETWEEN ${period.from}::date AND ${period.to}::date)
    ORDER BY p.id LIMIT ${MOST_THANKS}`);
  return rows.map((row) => row.id);
}

function masked(text: string): string {
  return maskPersonalData(text).masked;
}
