// Nobody hands out more than he holds: who may give or take which role.
import { PERMISSIONS, type Permission, permissionsOf, ROLES, type Role, roleHas } from './permission.contract.ts';

/** Roles from the strongest down; a member edits only roles not above his own. */
export function outranks(one: Role, other: Role): boolean {
  return ROLES.indexOf(one) < ROLES.indexOf(other);
}

/** Whether a role with these scopes holds something the giver does not: a narrowed key cannot hand out what it lost. */
export function exceeds(giver: readonly Permission[], role: Role, scopes: readonly string[] = []): boolean {
  return permissionsOf(role, scopes).some((permission) => !giver.includes(permission));
}

/** Whether a scope names a permission or a whole family (`feedback.*`) or everything (`*`). */
export function isScope(scope: string): boolean {
  if (scope === '*' || Object.hasOwn(PERMISSIONS, scope)) return true;
  const [family, rest, more] = scope.split('.');
  return (
    rest === '*' &&
    more === undefined &&
    Object.keys(PERMISSIONS).some((permission) => permission.startsWith(`${family}.`))
  );
}

/** The matrix as rows for documents and screens. */
export function matrixRows(): { permission: Permission; roles: Role[] }[] {
  return (Object.keys(PERMISSIONS) as Permission[]).map((permission) => ({
    permission,
    roles: ROLES.filter((role) => roleHas(role, permission)),
  }));
}
