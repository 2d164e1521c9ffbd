// Locks and moves whose turn it is, and counts what everybody holds.
import sql from 'sql-template-tag';
import { ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Candidate } from '../core/assignment.ts';

const WORKING_ROLES = ROLES.filter((role) => roleHas(role, 'case.work'));

/**
 * Members who are there and may hold cases, with their rows locked until the transaction ends: whoever asks at the same time waits and
 * then sees what was given away. Without a team the agents are asked first, everybody else only when no agent is there.
 */
export async function lockCandidates(tx: Tx, teamId: string | null, now: Date): Promise<Candidate[]> {
  const there = await tx.rows<{ id: string; role: string }>(sql`
    SELECT m.id, m.role FROM members_facts m
    WHERE m.workspace_id = ${tx.workspaceId} AND m.state = 'active' AND m.available AND m.role = ANY(${WORKING_ROLES}::text[])
      AND (${teamId}::text IS NULL OR EXISTS (SELECT FROM team_members_facts t
        WHERE t.workspace_id = m.workspace_id AND t.team_id = ${teamId}::text AND t.member_id = m.id))
    ORDER BY m.id LIMIT 500`);
  const agents = there.filter((member) => member.role === 'agent');
  const ids = (teamId === null && agents.length > 0 ? agents : there).map((member) => member.id);
  if (ids.length === 0) return [];
  const never = new Date(0);
  await tx.run(sql`
    INSERT INTO assignment_turns (workspace_id, member_id, last_given_at)
    SELECT ${tx.workspaceId}, id, ${never} FROM unnest(${ids}::text[]) AS id ORDER BY id
    ON CONFLICT DO NOTHING`);
  const turns = await tx.rows<{ member_id: string; last_given_at: Date }>(sql`
    SELECT member_id, last_given_at FROM assignment_turns
    WHERE workspace_id = ${tx.workspaceId} AND member_id = ANY(${ids}::text[]) ORDER BY member_id FOR UPDATE`);
  const loads = await tx.rows<{ owner_id: string; load: number }>(sql`
    SELECT owner_id, count(*)::int AS load FROM cases_facts
    WHERE workspace_id = ${tx.workspaceId} AND is_open AND owner_id = ANY(${ids}::text[])
      AND (snoozed_until IS NULL OR snoozed_until <= ${now})
    GROUP BY owner_id`);
  const loadOf = new Map(loads.map((row) => [row.owner_id, row.load]));
  return turns.map((turn) => ({
    id: turn.member_id,
    load: loadOf.get(turn.member_id) ?? 0,
    lastGivenAt: turn.last_given_at.getTime(),
  }));
}

/** Notes that these members have just been given something. */
export async function noteTurns(tx: Tx, memberIds: readonly string[], nowMs: number): Promise<void> {
  const last = new Map(memberIds.map((id, index) => [id, new Date(nowMs + index)]));
  await tx.run(sql`
    UPDATE assignment_turns SET last_given_at = t.at
    FROM unnest(${[...last.keys()]}::text[], ${[...last.values()]}::timestamptz[]) AS t(id, at)
    WHERE assignment_turns.workspace_id = ${tx.workspaceId} AND assignment_turns.member_id = t.id`);
}
