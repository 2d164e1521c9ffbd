// Lets somebody into the demo shop without a password, as its owner, and lets him out again to where he came from.
import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { systemEnv } from '../../ground/env.ts';
import { HOME_COOKIE, SESSION_COOKIE } from '../../ground/members/server/identify.ts';
import { inviteMember } from '../../ground/members/server/verbs/invite-member.ts';
import { resetMember } from '../../ground/members/server/verbs/reset-member.ts';
import { SESSION_MS } from '../../ground/members/server/verbs/sign-in.ts';
import { useInvitation as acceptInvitation } from '../../ground/members/server/verbs/use-invitation.ts';
import type { Tools } from '../product.ts';
import { randomSecret } from './random-secret.ts';

export interface Visitor {
  email: string;
  name: string;
  locale: 'zh-CN' | 'en';
}

/**
 * @param visitor a member of another shop, who becomes an owner here as well; null for somebody who has no shop yet
 * @returns the token of a session in the demo shop
 */
export async function enterDemo(tools: Tools, workspaceId: string, visitor: Visitor | null): Promise<string> {
  const { database, sealer, now } = tools;
  const db = database.workspace(workspaceId);
  const env = systemEnv(db, now(), 'huiyin');
  const known = await db.read((tx) =>
    tx.maybe<{ id: string }>(sql`
      SELECT id FROM members_facts WHERE workspace_id = ${tx.workspaceId}
        AND ${visitor ? sql`email = ${visitor.email}` : sql`role = 'owner'`} ORDER BY id LIMIT 1`),
  );
  const asked = known
    ? await resetMember(env, { memberId: known.id, origin: '' })
    : await inviteMember(env, { sealer, keepMail: true, origin: '' }, { ...visitor!, role: 'owner' });
  if (!asked.ok) throw new Error(`nobody could enter the demo shop: ${asked.reason}`);
  const done = await acceptInvitation(database, now(), {
    token: asked.value.link.split('/').at(-1)!,
    password: randomSecret(),
    locale: visitor?.locale ?? 'zh-CN',
    agent: null,
  });
  if (!done.ok) throw new Error(`nobody could enter the demo shop: ${done.reason}`);
  tools.identifier.forget();
  return done.value.token;
}

/** @returns a one-time link with which whoever runs the machine becomes the demo shop's owner */
export async function enterLink(tools: Tools, workspaceId: string, origin: string): Promise<string> {
  const db = tools.database.workspace(workspaceId);
  const owner = await db.read((tx) =>
    tx.one<{ id: string }>(
      sql`SELECT id FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND role = 'owner' ORDER BY id LIMIT 1`,
    ),
  );
  const made = await resetMember(systemEnv(db, tools.now(), 'huiyin'), { memberId: owner.id, origin });
  if (!made.ok) throw new Error(`no link into the demo shop: ${made.reason}`);
  return made.value.link;
}

/**
 * Puts the new session in the browser's hand and his own aside.
 * @param isMember whether the session in the browser is his; what somebody else left waiting there is not his to come back to
 */
export function openDoor(
  request: FastifyRequest,
  reply: FastifyReply,
  { origin, token, isMember }: { origin: string; token: string; isMember: boolean },
): void {
  const secure = origin.startsWith('https:');
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: SESSION_MS / 1000 };
  const own = isMember ? request.cookies[SESSION_COOKIE] : undefined;
  if (own) reply.setCookie(HOME_COOKIE, own, cookie);
  else if (request.cookies[HOME_COOKIE]) reply.clearCookie(HOME_COOKIE, { path: '/' });
  reply.setCookie(SESSION_COOKIE, token, cookie);
}

/** @returns whether a session of his own was waiting */
export function goHome(request: FastifyRequest, reply: FastifyReply, origin: string): boolean {
  const own = request.cookies[HOME_COOKIE];
  reply.clearCookie(HOME_COOKIE, { path: '/' });
  if (!own) {
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return false;
  }
  const secure = origin.startsWith('https:');
  reply.setCookie(SESSION_COOKIE, own, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: SESSION_MS / 1000,
  });
  return true;
}
