// The screen of dead letters.
import { type PageDef, railOrder } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/dead-letters',
    titleKey: 'pagesettings:dead.title',
    permission: 'dead_letter.read',
    load: () => import('./dead-letters-page.tsx').then((m) => m.DeadLettersPage),
    rail: { labelKey: 'pagesettings:dead.rail', icon: 'dead', order: railOrder.deadLetters, group: 'settings' },
    frame: 'full',
  },
];
