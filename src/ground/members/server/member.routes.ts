// Binds the routes of members, sessions, keys and the workspace.
import type { FastifyReply } from 'fastify';
import { ok, refuse } from '../../../kit/result.ts';
import type { Database } from '../../../platform/database/database.ts';
import { hashToken, type Sealer } from '../../../platform/secrets/seal.ts';
import { on, onPublic } from '../../serve.ts';
import * as contract from '../core/member.contract.ts';
import { createSignInGuard } from '../core/sign-in-guard.ts';
import { HOME_COOKIE, type Identifier, SESSION_COOKIE } from './identify.ts';
import { listKeys, listMembers } from './member.reads.ts';
import { readInvitationView, readSessionView } from './session.reads.ts';
import { changeMember } from './verbs/change-member.ts';
import { changeOwn } from './verbs/change-own.ts';
import { changeWorkspace } from './verbs/change-workspace.ts';
import { createKey } from './verbs/create-key.ts';
import { inviteMember } from './verbs/invite-member.ts';
import { resetMember } from './verbs/reset-member.ts';
import { revokeKey } from './verbs/revoke-key.ts';
import { SESSION_MS, signIn } from './verbs/sign-in.ts';
import { endWaiting, signOut } from './verbs/sign-out.ts';
import { useInvitation } from './verbs/use-invitation.ts';
import { readWorkspace } from './workspace.reads.ts';

export interface MemberDeps {
  database: Database;
  sealer: Sealer;
  identifier: Identifier;
  keepMail: boolean;
  now: () => Date;
}

const mailOf = (deps: MemberDeps) => (deps.keepMail ? 'kept' : 'sent') as 'kept' | 'sent';

function setCookie(reply: FastifyReply, origin: string, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    // Behind a proxy that speaks TLS for us the set address knows better than the request.
    secure: origin.startsWith('https:'),
    maxAge: SESSION_MS / 1000,
  });
}

function tooMany(reply: FastifyReply, waitMs: number) {
  reply.header('retry-after', Math.ceil(waitMs / 1000));
  return refuse('too_many_requests');
}

/** Routes for signing in and out and for one-time links. */
function sessionRoutes(deps: MemberDeps) {
  const { database, identifier, now } = deps;
  const guard = createSignInGuard();
  return [
    onPublic(contract.signInRoute, async ({ body, request, reply, origin }) => {
      const waitMs = guard.take(body.email, now().getTime());
      if (waitMs > 0) return tooMany(reply, waitMs);
      const done = await signIn(database, now(), {
        ...body,
        agent: request.headers['user-agent']?.slice(0, 200) ?? null,
      });
      if (!done.ok) return done;
      guard.clear(body.email);
      setCookie(reply, origin, done.value.token);
      return ok(await readSessionView(database.workspace(done.value.workspaceId), done.value.memberId, mailOf(deps)));
    }),
    on(contract.readSessionRoute, async ({ env }) => ok(await readSessionView(env.db, env.actor, mailOf(deps)))),
    on(contract.signOutRoute, async ({ env, request, reply }) => {
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      const done = await signOut(env, request.cookies[SESSION_COOKIE]);
      const waiting = request.cookies[HOME_COOKIE];
      if (waiting) {
        reply.clearCookie(HOME_COOKIE, { path: '/' });
        await endWaiting(database, waiting);
      }
      identifier.forget();
      return done;
    }),
    on(contract.changeOwnRoute, async ({ env, body, request, reply }) => {
      // Somebody at a colleague's open screen guesses no faster than at the door.
      const waitMs = body.password ? guard.take(env.actor.id, now().getTime()) : 0;
      if (waitMs > 0) return tooMany(reply, waitMs);
      const token = request.cookies[SESSION_COOKIE];
      const done = await changeOwn(env, { ...body, sessionHash: token ? hashToken(token) : null });
      if (!done.ok) return done;
      if (body.password) guard.clear(env.actor.id);
      identifier.forget();
      return ok(await readSessionView(env.db, env.actor, mailOf(deps)));
    }),
    onPublic(contract.readInvitationRoute, ({ params }) => readInvitationView(database, params.token, now())),
    onPublic(contract.useInvitationRoute, async ({ params, body, request, reply, origin }) => {
      const agent = request.headers['user-agent']?.slice(0, 200) ?? null;
      const done = await useInvitation(database, now(), { ...body, token: params.token, agent });
      if (!done.ok) return done;
      setCookie(reply, origin, done.value.token);
      identifier.forget();
      return ok(await readSessionView(database.workspace(done.value.workspaceId), done.value.memberId, mailOf(deps)));
    }),
  ];
}

/** Routes about staff, keys and the workspace. */
export function memberRoutes(deps: MemberDeps) {
  const forgetting = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    deps.identifier.forget();
    return result;
  };
  return [
    ...sessionRoutes(deps),
    on(contract.listMembersRoute, async ({ env, query }) => ok(await env.db.read((tx) => listMembers(tx, query)))),
    on(contract.inviteMemberRoute, ({ env, body, origin }) =>
      inviteMember(env, { sealer: deps.sealer, keepMail: deps.keepMail, origin }, body),
    ),
    on(contract.changeMemberRoute, ({ env, params, body }) =>
      forgetting(changeMember(env, { ...body, memberId: params.id })),
    ),
    on(contract.resetMemberRoute, ({ env, params, origin }) => resetMember(env, { memberId: params.id, origin })),
    on(contract.listKeysRoute, async ({ env, query }) => ok(await env.db.read((tx) => listKeys(tx, query)))),
    on(contract.createKeyRoute, ({ env, body }) =>
      createKey(env, { ...body, expiresAt: body.expiresAt ? new Date(body.expiresAt) : undefined }),
    ),
    on(contract.revokeKeyRoute, ({ env, params }) => forgetting(revokeKey(env, { keyId: params.id }))),
    on(contract.readWorkspaceRoute, async ({ env }) => ok(await env.db.read((tx) => readWorkspace(tx)))),
    on(contract.changeWorkspaceRoute, ({ env, body }) => changeWorkspace(env, body)),
  ];
}
