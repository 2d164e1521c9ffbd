// Changes a team's name or department.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { type TeamDraft, type TeamView, teamChanged } from '../../core/team.contract.ts';
import { readTeams } from '../team.reads.ts';
import { lockTeam, teamNamed, updateTeam } from '../team.store.ts';

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
