// What was promised and is not done: problems without a way on, corrective actions due or late, promises missed in the week.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PackFacts } from '../core/review.contract.ts';
import type { Week } from '../core/review-week.ts';

type Late = PackFacts['late'][number];
const MOST = 10;

/** Late ones first, then by day. */
export async function readLate(tx: Tx, week: Week, timeZone: string, now: Date): Promise<Late[]> {
  const today = sql`(${now}::timestamptz AT TIME ZONE ${timeZone})::date`;
  const soon = sql`(${today} + 7)`;
  const [actions, problems, promises] = await Promise.all([
    tx.rows<Late>(sql`
      SELECT 'action' AS kind, a.id, a.title, m.name AS owner, coalesce(CASE WHEN a.state = 'planned' THEN a.due_on END, a.review_on)::text AS "dueOn",
        a.state, coalesce(CASE WHEN a.state = 'planned' THEN a.due_on END, a.review_on) < ${today} AS late, a.problem_id AS "problemId",
        NULL AS "caseId", NULL AS "personId"
      FROM actions_facts a LEFT JOIN members_facts m ON m.workspace_id = a.workspace_id AND m.id = a.owner_id
      WHERE a.workspace_id = ${tx.workspaceId} AND a.state IN ('planned', 'done')
        AND coalesce(CASE WHEN a.state = 'planned' THEN a.due_on END, a.review_on) <= ${soon}
      ORDER BY 5, a.id LIMIT ${MOST}`),
    tx.rows<Late>(sql`
      SELECT 'problem' AS kind, p.id, p.title, m.name AS owner, NULL AS "dueOn", p.state, true AS late, p.id AS "problemId", NULL AS "caseId",
        NULL AS "personId"
      FROM problems_facts p LEFT JOIN members_facts m ON m.workspace_id = p.workspace_id AND m.id = p.owner_id
      WHERE p.workspace_id = ${tx.workspaceId} AND p.state IN ('open', 'analysing') AND p.state_at < ${now}::timestamptz - interval '7 days'
      ORDER BY p.state_at, p.id LIMIT ${MOST}`),
    tx.rows<Late>(sql`
      SELECT 'promise' AS kind, r.id, r.text AS title, NULL AS owner, (r.due_at AT TIME ZONE ${timeZone})::date::text AS "dueOn", r.state,
        true AS late, NULL AS "problemId", r.case_id AS "caseId", r.person_id AS "personId"
      FROM promises_facts r
      WHERE r.workspace_id = ${tx.workspaceId} AND r.missed_at >= ${week.from}::date::timestamp AT TIME ZONE ${timeZone}
        AND (r.state = 'missed' OR r.missed_at < (${week.to}::date + 1)::timestamp AT TIME ZONE ${timeZone})
      ORDER BY r.missed_at DESC, r.id LIMIT ${MOST}`),
  ]);
  const all = [...actions, ...problems, ...promises];
  return all.sort((a, b) => Number(b.late) - Number(a.late) || ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
}
