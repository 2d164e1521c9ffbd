// Where imports stand in the console.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/imports',
    titleKey: 'pagecollect:imports.title',
    permission: 'import.read',
    frame: 'full',
    load: () => import('./imports-page.tsx').then((module) => module.ImportsPage),
    rail: {
      labelKey: 'pagecollect:imports.rail',
      icon: 'imports',
      order: railOrder.imports,
      group: 'loop',
      jump: 'u',
    },
  },
  {
    path: '/imports/$importId',
    titleKey: 'pagecollect:imports.one',
    permission: 'import.read',
    load: () => import('./import-page.tsx').then((module) => module.ImportPage),
  },
];
