// The page where draws are prepared, run and settled.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/live/draws',
    titleKey: 'draws:title',
    permission: 'live.read',
    load: () => import('./draws-page.tsx').then((module) => module.DrawsPage),
    rail: { labelKey: 'draws:rail', icon: 'draw', order: railOrder.draws, group: 'loop' },
    frame: 'full',
  },
];
