// The screens of the house itself: the workspace, its members and its keys.
import { type PageDef, railOrder } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/workspace',
    titleKey: 'pagesettings:workspace.title',
    permission: 'workspace.edit',
    load: () => import('./workspace-page.tsx').then((m) => m.WorkspacePage),
    rail: {
      labelKey: 'pagesettings:workspace.rail',
      icon: 'filter',
      order: railOrder.members - 5,
      group: 'settings',
    },
  },
  {
    path: '/settings/members',
    titleKey: 'pagesettings:members.title',
    permission: 'member.read',
    load: () => import('./members-page.tsx').then((m) => m.MembersPage),
    rail: { labelKey: 'pagesettings:members.rail', icon: 'members', order: railOrder.members, group: 'settings' },
    frame: 'full',
  },
  {
    path: '/settings/keys',
    titleKey: 'pagesettings:keys.title',
    permission: 'key.read',
    load: () => import('./keys-page.tsx').then((m) => m.KeysPage),
    rail: { labelKey: 'pagesettings:keys.rail', icon: 'key', order: railOrder.keys, group: 'settings' },
    frame: 'full',
  },
];
