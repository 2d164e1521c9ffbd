// Adds, changes and removes teams and says who belongs to them.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import {
  type TeamDraft,
  type TeamView,
  teamChanged,
  teamCreated,
  teamMembersSet,
  teamRemoved,
} from '../../core/team.contract.ts';
import {
  countMembers,
  countTeams,
  deleteTeam,
  insertTeam,
  lockTeam,
  MOST_TEAMS,
  readTeams,
  saveTeamMembers,
  teamNamed,
  updateTeam,
} from '../team.store.ts';

export async function createTeam(
  tx: Tx,
  env: Env,
  draft: TeamDraft,
): Promise<Result<TeamView, 'forbidden' | 'name_taken' | 'too_many_teams'>> {
  // permit
  if (!may(env.actor, 'team.edit')) return refuse('forbidden');
  // load
  const count = await countTeams(tx);
  // decide
  if (count >= MOST_TEAMS) return refuse('too_many_teams');
  // save
  const id = await insertTeam(tx, draft, env.now);
  if (!id) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
  // tell
  await tell(tx, env, teamCreated, { subject: id, data: { name: draft.name } });
  return ok((await readTeams(tx, id))[0]!);
}

export async function changeTeam(
  tx: Tx,
  env: Env,
  input: { id: string; draft: TeamDraft },
): Promise<Result<TeamView, 'forbidden' | 'not_found' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'team.edit')) return refuse('forbidden');
  // load
  const team = await lockTeam(tx, input.id);
  const named = await teamNamed(tx, input.draft.name);
  // decide
  if (!team) return refuse('not_found');
  if (named && named !== team.id) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
  // save
  await updateTeam(tx, team.id, input.draft);
  // tell
  await tell(tx, env, teamChanged, { subject: team.id, data: { name: input.draft.name } });
  return ok((await readTeams(tx, team.id))[0]!);
}

export async function removeTeam(
  tx: Tx,
  env: Env,
  input: { id: string },
): Promise<Result<Record<string, never>, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'team.edit')) return refuse('forbidden');
  // load
  const team = await lockTeam(tx, input.id);
  // decide
  if (!team) return refuse('not_found');
  // save
  await deleteTeam(tx, team.id);
  // tell
  await tell(tx, env, teamRemoved, { subject: team.id, data: { name: team.name } });
  return ok({});
}

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
