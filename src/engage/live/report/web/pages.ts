// The pages of shows that were held: the list, and one show's report with its scrubber.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/live/shows',
    titleKey: 'livereport:page.title',
    permission: 'live.read',
    load: () => import('./shows-page.tsx').then((module) => module.ShowsPage),
    rail: { labelKey: 'livereport:page.rail', icon: 'show', order: railOrder.shows, group: 'loop' },
    frame: 'full',
  },
  {
    path: '/live/shows/$showId',
    titleKey: 'livereport:page.title',
    permission: 'live.read',
    load: () => import('./show-page.tsx').then((module) => module.ShowPage),
  },
];
