// Teams of members: who shares a queue and which department owns a stage.
import { z } from 'zod';
import { defineEvent } from '../../../kit/event.ts';
import { route } from '../../members/core/permission.contract.ts';

export const DEPARTMENTS = [
  'customer_service',
  'analytics',
  'operations',
  'product',
  'logistics',
  'quality',
  'marketing',
  'other',
] as const;

export const teamDraft = z.object({
  name: z.string().trim().min(1).max(80),
  department: z.enum(DEPARTMENTS).nullable().default(null),
});
export type TeamDraft = z.output<typeof teamDraft>;

export const teamView = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string(), available: z.boolean() })),
  createdAt: z.string(),
});
export type TeamView = z.output<typeof teamView>;

export const teamCreated = defineEvent('team.created', z.object({ name: z.string() }));
export const teamChanged = defineEvent('team.changed', z.object({ name: z.string() }));
export const teamRemoved = defineEvent('team.removed', z.object({ name: z.string() }));
export const teamMembersSet = defineEvent('team.members_set', z.object({ memberIds: z.array(z.string()) }));

const params = z.object({ id: z.string().max(60) });

export const listTeamsRoute = route({
  id: 'listTeams',
  method: 'GET',
  path: '/api/v1/teams',
  summary: 'Teams by name, with their members',
  access: 'team.read',
  ok: z.object({ items: z.array(teamView) }),
});
export const createTeamRoute = route({
  id: 'createTeam',
  method: 'POST',
  path: '/api/v1/teams',
  summary: 'Add a team',
  access: 'team.edit',
  body: teamDraft,
  ok: teamView,
  status: 201,
  refusals: ['name_taken', 'too_many_teams'],
});
export const changeTeamRoute = route({
  id: 'changeTeam',
  method: 'PUT',
  path: '/api/v1/teams/:id',
  summary: 'Change a team',
  access: 'team.edit',
  params,
  body: teamDraft,
  ok: teamView,
  refusals: ['not_found', 'name_taken'],
});
export const removeTeamRoute = route({
  id: 'removeTeam',
  method: 'DELETE',
  path: '/api/v1/teams/:id',
  summary: 'Remove a team; its cases keep their owners',
  access: 'team.edit',
  params,
  ok: z.object({}),
  refusals: ['not_found'],
});
export const setTeamMembersRoute = route({
  id: 'setTeamMembers',
  method: 'PUT',
  path: '/api/v1/teams/:id/members',
  summary: 'Say who belongs to a team',
  access: 'team.edit',
  params,
  body: z.object({ memberIds: z.array(z.string().max(60)).max(200) }),
  ok: teamView,
  refusals: ['not_found', 'unknown_member'],
});
