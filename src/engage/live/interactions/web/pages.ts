// The page of interactions that are over; reached from the desk's controls and from the draws.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/live/interactions',
    titleKey: 'interactions:past.title',
    permission: 'live.read',
    load: () => import('./past-page.tsx').then((module) => module.PastPage),
    frame: 'full',
  },
];
