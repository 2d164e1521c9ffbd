// Takes cases out of a team that is no more, and finds whom to tell of a case.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

const MOST_TOLD = 20;

export async function leaveTeam(tx: Tx, teamId: string): Promise<void> {
  await tx.run(sql`UPDATE cases SET team_id = NULL WHERE workspace_id = ${tx.workspaceId} AND team_id = ${teamId}`);
}

/** Managers to tell: those of the team when it has any, else all; without managers the admins and owners. */
export async function managersFor(tx: Tx, teamId: string | null): Promise<string[]> {
  const rows = await tx.rows<{ id: string; role: string; in_team: boolean }>(sql`
    SELECT m.id, m.role, EXISTS (SELECT FROM team_members_facts t WHERE t.workspace_id = m.workspace_id
      AND t.team_id = ${teamId}::text AND t.member_id = m.id) AS in_team
    FROM members_facts m
    WHERE m.workspace_id = ${tx.workspaceId} AND m.state = 'active' AND m.role IN ('manager', 'admin', 'owner')
    ORDER BY m.id LIMIT 200`);
  const managers = rows.filter((row) => row.role === 'manager');
  const own = managers.filter((row) => row.in_team);
  const told = own.length > 0 ? own : managers.length > 0 ? managers : rows;
  return told.slice(0, MOST_TOLD).map((row) => row.id);
}

/** The members of a team who are there. */
export async function membersOf(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT m.id FROM team_members_facts t JOIN members_facts m ON m.workspace_id = t.workspace_id AND m.id = t.member_id
    WHERE t.workspace_id = ${tx.workspaceId} AND t.team_id = ${teamId} AND m.state = 'active'
    ORDER BY m.id LIMIT ${MOST_TOLD}`);
  return rows.map((row) => row.id);
}
