// Staff: signing in, inviting, roles and API keys, as every caller sees them.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../../kit/cursor.ts';
import { defineEvent } from '../../../kit/event.ts';
import { ROLES, route } from './permission.contract.ts';

const role = z.enum(ROLES);
const locale = z.enum(['zh-CN', 'en']);
const email = z
  .email()
  .max(320)
  .transform((value) => value.toLowerCase());
/** Length decides, not a recipe of signs (NIST SP 800-63B §3.1.1). */
const newPassword = z.string().min(10, { message: 'password_too_short' }).max(200);
const name = z.string().trim().min(1).max(100);
const idParam = z.object({ id: z.string() });

export const memberView = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    state: z.enum(['invited', 'active', 'disabled']),
    available: z.boolean(),
    lastSeenAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Member' });

export const sessionView = z.object({
  member: z.object({ id: z.string(), name: z.string(), email: z.string().nullable(), role, locale }),
  workspace: z.object({ id: z.string(), slug: z.string(), name: z.string(), locale, timeZone: z.string() }),
  permissions: z.array(z.string()),
  /** Whether letters leave by a mail server or are kept to be read here. */
  mail: z.enum(['sent', 'kept']),
});

export const signInRoute = route({
  id: 'signIn',
  method: 'POST',
  path: '/api/v1/session',
  summary: 'Sign in; the answer sets a session cookie',
  access: 'public',
  perMinute: 20,
  body: z.object({
    email: z.string().max(320),
    password: z.string().max(200),
    workspace: z.string().max(60).optional(),
  }),
  ok: sessionView,
  refusals: ['wrong_credentials', 'too_many_requests'],
});
export const readSessionRoute = route({
  id: 'readSession',
  method: 'GET',
  path: '/api/v1/session',
  summary: 'Who am I, where, and what may I do',
  access: 'member',
  ok: sessionView,
});
export const signOutRoute = route({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'End this session',
  access: 'member',
  ok: z.null(),
  status: 204,
});
export const changeOwnRoute = route({
  id: 'changeOwn',
  method: 'PATCH',
  path: '/api/v1/session',
  summary: 'Change my own name, language, availability or password; a new password ends my other sessions',
  access: 'member',
  body: z.object({
    name: name.optional(),
    locale: locale.optional(),
    available: z.boolean().optional(),
    password: z.object({ current: z.string().max(200), next: newPassword }).optional(),
  }),
  ok: sessionView,
  refusals: ['wrong_credentials', 'not_a_member', 'too_many_requests'],
});

export const readInvitationRoute = route({
  id: 'readInvitation',
  method: 'GET',
  path: '/api/v1/invitations/:token',
  summary: 'What a one-time link is for',
  access: 'public',
  perMinute: 60,
  params: z.object({ token: z.string().max(200) }),
  ok: z.object({
    kind: z.enum(['first_owner', 'invitation', 'reset']),
    workspaceName: z.string(),
    email: z.string().nullable(),
    name: z.string().nullable(),
  }),
  refusals: ['not_found', 'expired'],
});
export const useInvitationRoute = route({
  id: 'useInvitation',
  method: 'POST',
  path: '/api/v1/invitations/:token',
  summary: 'Use a one-time link: make the owner, accept an invitation, set a new password',
  access: 'public',
  perMinute: 20,
  params: z.object({ token: z.string().max(200) }),
  body: z.object({
    name: name.optional(),
    email: email.optional(),
    password: newPassword,
    locale: locale.default('zh-CN'),
    workspaceName: name.optional(),
  }),
  ok: sessionView,
  refusals: ['not_found', 'expired', 'missing_email', 'email_taken'],
});

export const listMembersRoute = route({
  id: 'listMembers',
  method: 'GET',
  path: '/api/v1/members',
  summary: 'Members of this workspace',
  access: 'member.read',
  query: pageQuery,
  ok: pageOf(memberView),
});
export const inviteMemberRoute = route({
  id: 'inviteMember',
  method: 'POST',
  path: '/api/v1/members',
  summary: 'Invite a colleague; the link is answered once and goes out by mail where a mail server is set',
  access: 'member.edit',
  body: z.object({ email, name, role, locale: locale.default('zh-CN') }),
  ok: z.object({ member: memberView, link: z.string() }),
  status: 201,
  refusals: ['email_taken', 'role_above_own'],
});
export const changeMemberRoute = route({
  id: 'changeMember',
  method: 'PATCH',
  path: '/api/v1/members/:id',
  summary: 'Change a role, or disable or enable a member; disabling ends every session',
  access: 'member.edit',
  params: idParam,
  body: z.object({ role: role.optional(), state: z.enum(['active', 'disabled']).optional(), name: name.optional() }),
  ok: memberView,
  refusals: ['not_found', 'last_owner', 'role_above_own'],
});
export const resetMemberRoute = route({
  id: 'resetMember',
  method: 'POST',
  path: '/api/v1/members/:id/reset',
  summary: 'Make a one-time link with which a member sets a new password',
  access: 'member.edit',
  params: idParam,
  ok: z.object({ link: z.string() }),
  status: 201,
  refusals: ['not_found', 'role_above_own'],
});

export const keyView = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string(),
    role,
    scopes: z.array(z.string()),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });

export const listKeysRoute = route({
  id: 'listKeys',
  method: 'GET',
  path: '/api/v1/keys',
  summary: 'API keys; the secret itself is never shown again',
  access: 'key.read',
  query: pageQuery,
  ok: pageOf(keyView),
});
export const createKeyRoute = route({
  id: 'createKey',
  method: 'POST',
  path: '/api/v1/keys',
  summary: 'Make an API key; its secret is answered once',
  access: 'key.edit',
  body: z.object({
    name,
    role: z.enum(ROLES).exclude(['owner']).default('agent'),
    scopes: z.array(z.string().max(60)).max(60).default([]),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  }),
  ok: z.object({ key: keyView, secret: z.string() }),
  status: 201,
  refusals: ['role_above_own', 'unknown_scope'],
});
export const revokeKeyRoute = route({
  id: 'revokeKey',
  method: 'DELETE',
  path: '/api/v1/keys/:id',
  summary: 'Revoke an API key at once',
  access: 'key.edit',
  params: idParam,
  ok: keyView,
  refusals: ['not_found', 'already_revoked'],
});

export const workspaceView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  locale,
  timeZone: z.string(),
});
export const readWorkspaceRoute = route({
  id: 'readWorkspace',
  method: 'GET',
  path: '/api/v1/workspace',
  summary: 'Name, language and time zone of this workspace',
  access: 'member',
  ok: workspaceView,
});
export const changeWorkspaceRoute = route({
  id: 'changeWorkspace',
  method: 'PATCH',
  path: '/api/v1/workspace',
  summary: 'Change name, language or time zone',
  access: 'workspace.edit',
  body: z.object({
    name: name.optional(),
    locale: locale.optional(),
    timeZone: z.string().max(60).optional(),
  }),
  ok: workspaceView,
  refusals: ['unknown_time_zone'],
});

export const memberInvited = defineEvent('member.invited', z.object({ email: z.string(), role: z.string() }));
export const memberJoined = defineEvent('member.joined', z.object({ kind: z.string() }));
export const memberChanged = defineEvent('member.changed', z.object({ from: z.unknown(), to: z.unknown() }));
export const memberSignedIn = defineEvent('member.signed_in', z.object({}));
export const keyCreated = defineEvent('key.created', z.object({ name: z.string(), role: z.string() }));
export const keyRevoked = defineEvent('key.revoked', z.object({ name: z.string() }));
export const workspaceChanged = defineEvent('workspace.changed', z.object({ from: z.unknown(), to: z.unknown() }));
