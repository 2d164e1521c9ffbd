// Adds a team.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { type TeamDraft, type TeamView, teamCreated } from '../../core/team.contract.ts';
import { readTeams } from '../team.reads.ts';
import { countTeams, insertTeam, MOST_TEAMS } from '../team.store.ts';

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
