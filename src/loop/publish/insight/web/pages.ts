// The pages of insight.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/insight',
    titleKey: 'insight:title',
    permission: 'insight.read',
    load: () => import('./insight-page.tsx').then((module) => module.InsightPage),
    rail: { labelKey: 'insight:rail', icon: 'insight', order: railOrder.insight, group: 'loop', jump: 'n' },
  },
  {
    path: '/insight/rows',
    titleKey: 'insight:rows.title',
    permission: 'insight.read',
    frame: 'full',
    load: () => import('./rows-page.tsx').then((module) => module.InsightRowsPage),
  },
  {
    path: '/insight/dictionary',
    titleKey: 'insight:dictionary.title',
    permission: 'insight.read',
    load: () => import('./dictionary-page.tsx').then((module) => module.DictionaryPage),
  },
];
