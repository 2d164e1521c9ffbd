// Decides who holds a case after an assignment, and whether it thereby reaches the department that handles it.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { CaseStage, CaseStatus } from './case.contract.ts';
import { isOpen } from './case.status.ts';

export interface Assignable {
  status: CaseStatus;
  stage: CaseStage;
  owner_id: string | null;
  team_id: string | null;
  merged_into: string | null;
}

export interface Known {
  /** Whether the member asked for exists and may hold cases; true when none was asked for. */
  memberKnown: boolean;
  teamKnown: boolean;
  /** Whether he belongs to the team; true when there is no team. */
  memberInTeam: boolean;
  /** Whom the turn falls on, when asked for. */
  picked: string | null;
}

type Refusal = 'case_merged' | 'case_closed' | 'unknown_member' | 'unknown_team' | 'not_in_team' | 'nobody_available';

/**
 * A member outside the team is only refused when both were named: naming a member alone takes the case out of a team he is not in.
 * An owner moves the case on from collecting and classifying to handling.
 */
export function chooseAssignment(
  row: Assignable,
  asked: { memberId?: string | null | undefined; teamId?: string | null | undefined; auto?: boolean | undefined },
  known: Known,
): Result<{ ownerId: string | null; teamId: string | null; stage: CaseStage }, Refusal> {
  if (row.merged_into) return refuse('case_merged');
  if (row.status === 'closed') return refuse('case_closed');
  if (!known.memberKnown) return refuse('unknown_member');
  if (!known.teamKnown) return refuse('unknown_team');
  const teamAsked = asked.teamId !== undefined;
  let teamId = teamAsked ? (asked.teamId ?? null) : row.team_id;
  if (asked.memberId && !known.memberInTeam) {
    if (teamAsked) return refuse('not_in_team');
    teamId = null;
  }
  if (asked.auto && known.picked === null) return refuse('nobody_available');
  // A case that goes to another team leaves its owner behind, unless one is named.
  const kept = teamAsked && asked.teamId !== row.team_id ? null : row.owner_id;
  const ownerId = asked.auto ? known.picked : asked.memberId === undefined ? kept : asked.memberId;
  const early = row.stage === 'collect' || row.stage === 'classify';
  const stage = ownerId !== null && early && isOpen(row.status) ? 'handle' : row.stage;
  return ok({ ownerId, teamId, stage });
}
