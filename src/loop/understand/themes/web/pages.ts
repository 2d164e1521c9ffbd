// Where the taxonomy is kept.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/themes',
    titleKey: 'pageunderstand:themes.title',
    permission: 'theme.read',
    load: () => import('./themes-page.tsx').then((module) => module.ThemesPage),
    rail: {
      labelKey: 'pageunderstand:themes.rail',
      icon: 'themes',
      order: railOrder.themes,
      group: 'loop',
      jump: 't',
    },
  },
];
