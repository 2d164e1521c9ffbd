// Says who belongs to a team.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { type TeamView, teamMembersSet } from '../../core/team.contract.ts';
import { readTeams } from '../team.reads.ts';
import { countMembers, lockTeam, saveTeamMembers } from '../team.store.ts';

export async function setTeamMembers(
  tx: Tx,
  env: Env,
  input: { id: string; memberIds: readonly string[] },
): Promise<Result<TeamView, 'forbidden' | 'not_found' | 'unknown_member'>> {
  // permit
  if (!may(env.actor, 'team.edit')) return refuse('forbidden');
  // load
  const memberIds = [...new Set(input.memberIds)];
  const team = await lockTeam(tx, input.id);
  const known = await countMembers(tx, memberIds);
  // decide
  if (!team) return refuse('not_found');
  if (known !== memberIds.length) return refuse('unknown_member', [{ path: 'memberIds', code: 'unknown_member' }]);
  // save
  await saveTeamMembers(tx, team.id, memberIds);
  // tell
  await tell(tx, env, teamMembersSet, { subject: team.id, data: { memberIds } });
  return ok((await readTeams(tx, team.id))[0]!);
}
