// Who does something: named in every verb's environment, every event and the audit log.
import type { Id } from '../../../kit/ids.ts';
import { type Permission, permissionsOf, type Role } from './permission.contract.ts';

/** A member at the console, an API key, the reporter through a secret link, or the product itself. */
export type Actor =
  | { kind: 'member'; id: Id<'mem'>; name: string; role: Role; permissions: readonly Permission[] }
  | { kind: 'key'; id: Id<'key'>; name: string; role: Role; permissions: readonly Permission[] }
  | { kind: 'person'; id: Id<'per'>; name: string; permissions: readonly Permission[] }
  | { kind: 'system'; id: 'system'; name: string; permissions: readonly Permission[] };

/** The product acting on its own: reactions, jobs, the command line on the data folder. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: 'system', name, permissions: permissionsOf('owner') };
}

/** Tells whether this actor may do this. Every verb's first step. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.permissions.includes(permission);
}
