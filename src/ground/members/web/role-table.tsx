// Who may do what, read straight from the permission matrix, in words.
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icons.tsx';
import { PERMISSIONS, type Permission, ROLES, roleHas } from '../core/permission.contract.ts';
import './settings.css';

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** Permissions by the thing they are about, in the order of the matrix. */
export function permissionGroups(): [string, Permission[]][] {
  const groups = new Map<string, Permission[]>();
  for (const permission of ALL_PERMISSIONS) {
    const noun = permission.split('.')[0]!;
    groups.set(noun, [...(groups.get(noun) ?? []), permission]);
  }
  return [...groups];
}

/** A permission in words; the key of its sentence has no dot. */
export function usePermissionWords(): (permission: string) => string {
  const { t } = useTranslation('pagesettings');
  return (permission) => t(`permission.${permission.replace('.', '_')}`, { defaultValue: permission });
}

export function RoleDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('pagesettings');
  const words = usePermissionWords();
  return (
    <Drawer open={open} onClose={onClose} title={t('roles.title')} size="min(920px, 100vw)">
      <p className="hy-quiet" style={{ marginTop: 0 }}>
        {t('roles.sentence')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard */}
      <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={t('roles.title')}>
        <table className="hy-matrix">
          <thead>
            <tr>
              <th scope="col">{t('roles.may')}</th>
              {ROLES.map((role) => (
                <th scope="col" key={role}>
                  {t(`console:role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          {permissionGroups().map(([noun, permissions]) => (
            <tbody key={noun}>
              {permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{words(permission)}</th>
                  {ROLES.map((role) => (
                    <td key={role}>
                      {roleHas(role, permission) ? (
                        <Icon name="check" size={16} label={t('roles.yes')} />
                      ) : (
                        <span className="hy-matrix-no">
                          <span aria-hidden>–</span>
                          <span className="hy-hidden">{t('roles.no')}</span>
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </Drawer>
  );
}
