// Screens of signals: what came in, and the shops that push it.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/signals',
    titleKey: 'pagesignals:title',
    permission: 'signal.read',
    load: () => import('./signals-page.tsx').then((m) => m.SignalsPage),
    rail: { labelKey: 'pagesignals:title', icon: 'signal', order: railOrder.signals, group: 'loop' },
    frame: 'full',
  },
  {
    path: '/settings/shops',
    titleKey: 'pagesignals:shops.title',
    permission: 'channel.read',
    load: () => import('./shops-page.tsx').then((m) => m.ShopsPage),
    rail: { labelKey: 'pagesignals:shops.title', icon: 'link', order: railOrder.keys + 3, group: 'settings' },
    frame: 'full',
  },
];
