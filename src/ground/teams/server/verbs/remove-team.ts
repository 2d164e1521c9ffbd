// Removes a team; whoever worked in it stays.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { teamRemoved } from '../../core/team.contract.ts';
import { deleteTeam, lockTeam } from '../team.store.ts';

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
