// What cases ask of routing: whose turn it is, and whether a member or a team is there at all.
import sql from 'sql-template-tag';
import { ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { takeTurns } from '../core/assignment.ts';
import { lockCandidates, noteTurns } from './assignment.store.ts';

const HOLDERS = ROLES.filter((role) => roleHas(role, 'case.work'));

/**
 * Chooses who gets the next `count` cases: the least loaded available members of the team (of the workspace without one).
 * @returns member ids, one for each case; empty when nobody is there
 */
export async function pickMembers(
  tx: Tx,
  input: { teamId: string | null; count: number; now: Date },
): Promise<string[]> {
  const candidates = await lockCandidates(tx, input.teamId, input.now);
  const turns = takeTurns(candidates, input.count, input.now.getTime());
  if (turns.length > 0) await noteTurns(tx, turns, input.now.getTime());
  return turns;
}

/** Tells whether a member who may hold cases and a team exist, and belong together. What was not asked for counts as known. */
export async function whoIs(
  tx: Tx,
  input: { memberId: string | null; teamId: string | null },
): Promise<{ memberKnown: boolean; teamKnown: boolean; memberInTeam: boolean }> {
  const { memberId, teamId } = input;
  return tx.one(sql`
    SELECT ${memberId}::text IS NULL OR EXISTS (SELECT FROM members_facts WHERE workspace_id = ${tx.workspaceId}
        AND id = ${memberId}::text AND state = 'active' AND role = ANY(${HOLDERS}::text[])) AS "memberKnown",
      ${teamId}::text IS NULL OR EXISTS (SELECT FROM teams_facts WHERE workspace_id = ${tx.workspaceId}
        AND id = ${teamId}::text) AS "teamKnown",
      ${teamId}::text IS NULL OR ${memberId}::text IS NULL OR EXISTS (SELECT FROM team_members_facts
        WHERE workspace_id = ${tx.workspaceId} AND team_id = ${teamId}::text AND member_id = ${memberId}::text) AS "memberInTeam"`);
}
