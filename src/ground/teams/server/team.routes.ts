// Binds the routes of teams.
import { ok } from '../../../kit/result.ts';
import type { MountedRoute } from '../../../platform/http/mounted-route.ts';
import { type GroundCaller, on } from '../../serve.ts';
import * as routes from '../core/team.contract.ts';
import { readTeams } from './team.reads.ts';
import { changeTeam } from './verbs/change-team.ts';
import { createTeam } from './verbs/create-team.ts';
import { removeTeam } from './verbs/remove-team.ts';
import { setTeamMembers } from './verbs/set-team-members.ts';

export function teamRoutes(): MountedRoute<GroundCaller | null>[] {
  return [
    on(routes.listTeamsRoute, async ({ env }) => ok({ items: await env.db.read((tx) => readTeams(tx)) })),
    on(routes.createTeamRoute, async ({ env, body }) => env.db.write((tx) => createTeam(tx, env, body))),
    on(routes.changeTeamRoute, async ({ env, params, body }) =>
      env.db.write((tx) => changeTeam(tx, env, { id: params.id, draft: body })),
    ),
    on(routes.removeTeamRoute, async ({ env, params }) => env.db.write((tx) => removeTeam(tx, env, params))),
    on(routes.setTeamMembersRoute, async ({ env, params, body }) =>
      env.db.write((tx) => setTeamMembers(tx, env, { ...params, ...body })),
    ),
  ];
}
