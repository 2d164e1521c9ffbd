// Gives a case to a member, a team, or the least loaded member who is there.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { pickMembers, whoIs } from '../../../routing/server/door.ts';
import { chooseAssignment } from '../../core/case.assignment.ts';
import { caseAssigned } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';
import { ring } from '../notification.store.ts';

export interface AssignInput {
  caseId: string;
  /** Null takes the owner away; left out keeps him. */
  memberId?: string | null | undefined;
  teamId?: string | null | undefined;
  auto?: boolean | undefined;
}

type Refusal =
  | 'forbidden'
  | 'not_found'
  | 'case_merged'
  | 'case_closed'
  | 'unknown_member'
  | 'unknown_team'
  | 'not_in_team'
  | 'nobody_available';

export async function assignCase(tx: Tx, env: Env, input: AssignInput): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.assign')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  if (!row) return refuse('not_found');
  const teamId = input.teamId === undefined ? row.team_id : input.teamId;
  const known = await whoIs(tx, { memberId: input.memberId ?? null, teamId });
  const [picked] = input.auto ? await pickMembers(tx, { teamId, count: 1, now: env.now }) : [];
  // decide
  const chosen = chooseAssignment(row, input, { ...known, picked: picked ?? null });
  if (!chosen.ok) return chosen;
  const { ownerId, stage } = chosen.value;
  // save
  await saveCase(tx, row.id, { owner_id: ownerId, team_id: chosen.value.teamId, stage });
  if (stage !== row.stage) await noteOnClocks(tx, env, [{ row, event: { type: 'stage_entered', stage } }]);
  if (ownerId && ownerId !== row.owner_id && ownerId !== env.actor.id) {
    const dedupe = `assigned ${row.id} ${env.now.getTime()}`;
    await ring(tx, [{ memberId: ownerId, kind: 'assigned', caseId: row.id, by: env.actor.name, dedupe }], env.now);
  }
  // tell
  const data = { memberId: ownerId, teamId: chosen.value.teamId, auto: input.auto === true };
  await tell(tx, env, caseAssigned, { subject: row.id, data });
  return ok({ id: row.id });
}
