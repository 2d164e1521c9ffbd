// The screen of teams.
import { type PageDef, railOrder } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/teams',
    titleKey: 'pagesettings:teams.title',
    permission: 'team.read',
    load: () => import('./teams-page.tsx').then((m) => m.TeamsPage),
    rail: { labelKey: 'pagesettings:teams.rail', icon: 'assign', order: railOrder.members + 2, group: 'settings' },
  },
];
