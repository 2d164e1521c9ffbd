// The screen of what a live room hears from.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/live-sources',
    titleKey: 'livesources:title',
    permission: 'live.read',
    load: () => import('./sources-page.tsx').then((module) => module.SourcesPage),
    rail: { labelKey: 'livesources:rail', icon: 'live', order: railOrder.liveSources, group: 'settings' },
  },
];
