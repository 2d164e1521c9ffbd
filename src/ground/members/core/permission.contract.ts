// Who may do what: one matrix that gates the routes, the statements behind them and what the console offers.
import { route as declare, type RouteSpec } from '../../../kit/route.ts';

export const ROLES = ['owner', 'admin', 'manager', 'agent', 'analyst', 'host', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const EVERYBODY: readonly Role[] = ROLES;
const STAFF: readonly Role[] = ['owner', 'admin', 'manager', 'agent', 'analyst', 'host'];
const LEAD: readonly Role[] = ['owner', 'admin', 'manager'];
const DESK: readonly Role[] = ['owner', 'admin', 'manager', 'agent'];
const CHIEF: readonly Role[] = ['owner', 'admin'];

/** permission → the roles that hold it. */
export const PERMISSIONS = {
  'overview.read': EVERYBODY,
  'feedback.read': EVERYBODY,
  'feedback.write': STAFF,
  'feedback.reveal': ['owner', 'admin', 'manager', 'agent'],
  'feedback.release': DESK,
  'import.read': ['owner', 'admin', 'manager', 'agent', 'analyst'],
  'import.run': ['owner', 'admin', 'manager', 'analyst'],
  'judgement.correct': ['owner', 'admin', 'manager', 'agent', 'analyst'],
  'judgement.rerun': ['owner', 'admin', 'analyst'],
  'theme.read': EVERYBODY,
  'theme.edit': ['owner', 'admin', 'manager', 'analyst'],
  'case.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'case.work': DESK,
  'case.assign': DESK,
  'case.merge': DESK,
  'case.close': LEAD,
  'rule.read': ['owner', 'admin', 'manager', 'analyst'],
  'rule.edit': LEAD,
  'clock.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'clock.edit': LEAD,
  'reply.send': DESK,
  'template.read': ['owner', 'admin', 'manager', 'agent', 'host'],
  'template.edit': LEAD,
  'team.read': STAFF,
  'team.edit': LEAD,
  'member.read': STAFF,
  'member.edit': CHIEF,
  'workspace.edit': CHIEF,
  'channel.read': ['owner', 'admin', 'manager', 'analyst'],
  'channel.edit': CHIEF,
  'key.read': CHIEF,
  'key.edit': CHIEF,
  'audit.read': ['owner', 'admin', 'manager'],
  'dead_letter.read': CHIEF,
  'dead_letter.retry': CHIEF,
  'mail.read': ['owner', 'admin', 'manager'],
  'mail.retry': CHIEF,
  'person.read': ['owner', 'admin', 'manager', 'agent', 'analyst'],
  'product.read': EVERYBODY,
  'product.edit': ['owner', 'admin', 'manager'],
  'signal.read': ['owner', 'admin', 'manager', 'agent', 'analyst'],
  'signal.write': STAFF,
  'signal.edit': ['owner', 'admin', 'manager', 'analyst'],
  'form.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'form.edit': ['owner', 'admin', 'manager', 'analyst'],
  'problem.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'problem.edit': ['owner', 'admin', 'manager', 'analyst'],
  'promise.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'promise.work': DESK,
  'callback.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'callback.work': DESK,
  'verify.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'verify.edit': ['owner', 'admin', 'manager', 'analyst'],
  'insight.read': EVERYBODY,
  'insight.edit': ['owner', 'admin', 'manager', 'analyst'],
  'review.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'review.edit': ['owner', 'admin', 'manager', 'analyst'],
  'report.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'report.edit': ['owner', 'admin', 'manager', 'analyst'],
  'report.publish': LEAD,
  'roadmap.read': EVERYBODY,
  'roadmap.edit': ['owner', 'admin', 'manager', 'analyst'],
  'evidence.read': ['owner', 'admin', 'manager', 'agent', 'analyst', 'viewer'],
  'webhook.read': CHIEF,
  'webhook.edit': CHIEF,
  'live.read': EVERYBODY,
  'live.work': ['owner', 'admin', 'manager', 'agent', 'host'],
  'live.edit': LEAD,
  'draw.edit': LEAD,
  'person.export': CHIEF,
  'person.erase': CHIEF,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Tells whether a role holds a permission. */
export function roleHas(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** All permissions of a role, narrowed by an API key's scopes when it has any (`*` or an empty list = all of the role's). */
export function permissionsOf(role: Role, scopes: readonly string[] = []): Permission[] {
  const held = (Object.keys(PERMISSIONS) as Permission[]).filter((name) => roleHas(role, name));
  if (scopes.length === 0 || scopes.includes('*')) return held;
  return held.filter((name) => scopes.includes(name) || scopes.includes(`${name.split('.')[0]}.*`));
}

/** `member` = anyone signed in or holding a key; `public` = anyone at all. */
export type Access = Permission | 'member' | 'public';

/** Declares a route whose `access` is a permission of this matrix. */
export function route<const R extends RouteSpec & { access: Access }>(spec: R): R {
  return declare(spec);
}
