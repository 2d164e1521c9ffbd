// Keeps teams and who belongs to them.
import sql from 'sql-template-tag';
import { newId } from '../../../kit/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { TeamDraft } from '../core/team.contract.ts';

export const MOST_TEAMS = 200;

export interface StoredTeam {
  id: string;
  name: string;
  department: string | null;
}

export async function lockTeam(tx: Tx, id: string): Promise<StoredTeam | undefined> {
  return tx.maybe<StoredTeam>(sql`
    SELECT id, name, department FROM teams WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

/** The id of the team of this name, if any. */
export async function teamNamed(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx.maybe<{ id: string }>(sql`
    SELECT id FROM teams WHERE workspace_id = ${tx.workspaceId} AND name = ${name}`);
  return row?.id;
}

export async function countTeams(tx: Tx): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM teams WHERE workspace_id = ${tx.workspaceId}`);
  return count;
}

/** @returns the id, or null when the name was taken in this very moment */
export async function insertTeam(tx: Tx, draft: TeamDraft, now: Date): Promise<string | null> {
  const id = newId('team');
  const added = await tx.run(sql`
    INSERT INTO teams (id, workspace_id, name, department, created_at)
    VALUES (${id}, ${tx.workspaceId}, ${draft.name}, ${draft.department}, ${now}) ON CONFLICT (workspace_id, name) DO NOTHING`);
  return added > 0 ? id : null;
}

export async function updateTeam(tx: Tx, id: string, draft: TeamDraft): Promise<void> {
  await tx.run(sql`
    UPDATE teams SET name = ${draft.name}, department = ${draft.department}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function deleteTeam(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM teams WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** How many of these are members who have not been switched off. */
export async function countMembers(tx: Tx, ids: readonly string[]): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM members_facts
    WHERE workspace_id = ${tx.workspaceId} AND state <> 'disabled' AND id = ANY(${[...ids]}::text[])`);
  return count;
}

export async function saveTeamMembers(tx: Tx, teamId: string, memberIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM team_members
    WHERE workspace_id = ${tx.workspaceId} AND team_id = ${teamId} AND NOT member_id = ANY(${[...memberIds]}::text[])`);
  await tx.run(sql`
    INSERT INTO team_members (workspace_id, team_id, member_id)
    SELECT ${tx.workspaceId}, ${teamId}, id FROM unnest(${[...memberIds]}::text[]) AS id ON CONFLICT DO NOTHING`);
}
