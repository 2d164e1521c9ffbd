// What every policy must satisfy beyond its form: a free name, a calendar and teams that exist.
import { type Refused, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PolicyDraft } from '../core/clock.contract.ts';
import { calendarExists } from './calendar.store.ts';
import { policyNameTaken, unknownTeams } from './policy.store.ts';

export type PolicyRefusal = 'name_taken' | 'unknown_calendar' | 'unknown_team';

/** @param id the policy being changed, null for a new one */
export async function checkPolicy(
  tx: Tx,
  draft: PolicyDraft,
  id: string | null,
): Promise<Refused<PolicyRefusal> | null> {
  if (await policyNameTaken(tx, draft.name, id)) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
  if (draft.calendarId !== null && !(await calendarExists(tx, draft.calendarId))) {
    return refuse('unknown_calendar', [{ path: 'calendarId', code: 'unknown_calendar' }]);
  }
  const teams = teamsIn(draft);
  const unknown = await unknownTeams(tx, [...new Set(teams.map((team) => team.id))]);
  const details = teams
    .filter((team) => unknown.includes(team.id))
    .map(({ path }) => ({ path, code: 'unknown_team' as const }));
  return details.length > 0 ? refuse('unknown_team', details) : null;
}

function teamsIn(draft: PolicyDraft): { id: string; path: string }[] {
  const ofStages = draft.stages.flatMap(({ teamId }, index) =>
    teamId === null ? [] : [{ id: teamId, path: `stages.${index}.teamId` }],
  );
  const ofSteps = draft.escalation.flatMap(({ action }, index) =>
    action.type === 'reassign_team' ? [{ id: action.teamId, path: `escalation.${index}.action.teamId` }] : [],
  );
  return [...ofStages, ...ofSteps];
}
