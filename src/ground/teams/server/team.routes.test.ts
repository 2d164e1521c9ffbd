// Every route of teams: what it answers, what it refuses, and strangers who must find nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/harness/app.ts';
import { addJudged, addMember, addPerson } from '../../../../test/harness/judged-feedback.ts';
import type { RouteSpec } from '../../../kit/route.ts';
import { type Permission, ROLES, roleHas } from '../../members/core/permission.contract.ts';
import * as routes from '../core/team.contract.ts';
import { teamRoutes } from './team.routes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const refused = (answer: { status: number; body: { code?: string } }) => `${answer.status} ${answer.body.code}`;
const call = (spec: RouteSpec, input: { params?: object; body?: unknown } = {}) => app.as.manager.call(spec, input);

it('adds, changes, fills and removes teams', async () => {
  const member = await addMember(app.db, '小林');
  const made = await call(routes.createTeamRoute, { body: { name: '售后', department: 'customer_service' } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ name: '售后', department: 'customer_service', members: [] });
  const { id } = made.body;
  expect(refused(await call(routes.createTeamRoute, { body: { name: '售后' } }))).toBe('409 name_taken');
  expect(refused(await call(routes.createTeamRoute, { body: { name: ' ' } }))).toBe('422 invalid');
  expect(refused(await call(routes.createTeamRoute, { body: { name: 'x', department: 'kitchen' } }))).toBe(
    '422 invalid',
  );
  const other = (await call(routes.createTeamRoute, { body: { name: '物流' } })).body.id;
  expect(refused(await call(routes.changeTeamRoute, { params: { id: other }, body: { name: '售后' } }))).toBe(
    '409 name_taken',
  );
  expect((await call(routes.changeTeamRoute, { params: { id }, body: { name: '售后组' } })).body).toMatchObject({
    name: '售后组',
    department: null,
  });
  const filled = await call(routes.setTeamMembersRoute, { params: { id }, body: { memberIds: [member, member] } });
  expect(filled.body.members).toEqual([{ id: member, name: '小林', available: true }]);
  expect(refused(await call(routes.setTeamMembersRoute, { params: { id }, body: { memberIds: ['mem_x'] } }))).toBe(
    '422 unknown_member',
  );
  expect((await call(routes.listTeamsRoute)).body.items.map((team: { id: string }) => team.id).sort()).toEqual(
    [id, other].sort(),
  );
  expect((await call(routes.removeTeamRoute, { params: { id: other } })).status).toBe(200);
  expect(refused(await call(routes.removeTeamRoute, { params: { id: other } }))).toBe('404 not_found');
  expect(refused(await call(routes.changeTeamRoute, { params: { id: other }, body: { name: 'y' } }))).toBe(
    '404 not_found',
  );
  expect(refused(await call(routes.setTeamMembersRoute, { params: { id: other }, body: { memberIds: [] } }))).toBe(
    '404 not_found',
  );
});

it('leaves no case in a team that is gone', async () => {
  const team = (await call(routes.createTeamRoute, { body: { name: '临时' } })).body.id;
  const [feedback] = await addJudged(app.db, [{ personId: await addPerson(app.db, '安') }]);
  const open = { id: 'openCase', method: 'POST', path: '/api/v1/cases', access: 'case.work' } as RouteSpec;
  const made = await app.as.agent.call(open, { body: { feedbackIds: [feedback], teamId: team } });
  expect(made.body).toMatchObject({ team: { name: '临时' } });
  await call(routes.removeTeamRoute, { params: { id: team } });
  await app.settle();
  expect(await app.db.asOwner('SELECT team_id FROM cases WHERE id = $1', [made.body.id])).toEqual([{ team_id: null }]);
});

it('shows strangers nothing and lets each role do what the matrix says', async () => {
  const { id } = (await call(routes.createTeamRoute, { body: { name: '墙内' } })).body;
  expect((await app.stranger.call(routes.listTeamsRoute)).body.items).toEqual([]);
  expect(refused(await app.stranger.call(routes.changeTeamRoute, { params: { id }, body: { name: 'z' } }))).toBe(
    '404 not_found',
  );
  expect(refused(await app.stranger.call(routes.removeTeamRoute, { params: { id } }))).toBe('404 not_found');
  expect(
    refused(await app.stranger.call(routes.setTeamMembersRoute, { params: { id }, body: { memberIds: [] } })),
  ).toBe('404 not_found');
  for (const { spec } of teamRoutes() as { spec: RouteSpec }[]) {
    expect((await app.nobody.call(spec, { params: { id }, body: {} })).status, spec.id).toBe(401);
    for (const role of ROLES) {
      if (roleHas(role, spec.access as Permission)) continue;
      expect((await app.as[role].call(spec, { params: { id }, body: {} })).status, `${role} ${spec.id}`).toBe(403);
    }
  }
});
