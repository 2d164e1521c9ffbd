// Shows teams with who belongs to them.
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database/database.ts';
import type { TeamView } from '../core/team.contract.ts';
import { MOST_TEAMS } from './team.store.ts';

/** Teams by name with their members; one alone when `id` is given. */
export async function readTeams(tx: Tx, id: string | null = null): Promise<TeamView[]> {
  const rows = await tx.rows<Omit<TeamView, 'createdAt'> & { created_at: Date }>(sql`
    SELECT t.id, t.name, t.department, t.created_at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'available', m.available) ORDER BY m.name), '[]')
       FROM team_members tm JOIN members_facts m ON m.workspace_id = tm.workspace_id AND m.id = tm.member_id
       WHERE tm.workspace_id = t.workspace_id AND tm.team_id = t.id AND m.state <> 'disabled') AS members
    FROM teams t WHERE t.workspace_id = ${tx.workspaceId} AND (${id}::text IS NULL OR t.id = ${id}::text)
    ORDER BY t.name LIMIT ${MOST_TEAMS}`);
  return rows.map(({ created_at, ...team }) => ({ ...team, createdAt: created_at.toISOString() }));
}
