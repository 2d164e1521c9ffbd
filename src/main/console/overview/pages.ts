// The first screen and the hand-made case stand here because they bring several rooms together.
import { type PageDef, railOrder } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/',
    titleKey: 'pageoverview:title',
    permission: 'overview.read',
    load: () => import('./overview-page.tsx').then((module) => module.OverviewPage),
    rail: { labelKey: 'pageoverview:rail', icon: 'overview', order: railOrder.overview, group: 'loop', jump: 'h' },
  },
  {
    path: '/cases/new',
    titleKey: 'pageoverview:newCase.title',
    permission: 'case.work',
    load: () => import('./new-case-page.tsx').then((module) => module.NewCasePage),
  },
];
