// The screens of verifying: the figures, the rows behind them, the rules.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/verify',
    titleKey: 'pageverify:title',
    permission: 'verify.read',
    load: () => import('./verify-page.tsx').then((m) => m.VerifyPage),
    rail: { labelKey: 'pageverify:rail', icon: 'verify', order: railOrder.verify, group: 'loop' },
  },
  {
    path: '/verify/rows',
    titleKey: 'pageverify:rows.title',
    permission: 'verify.read',
    load: () => import('./rows-page.tsx').then((m) => m.RowsPage),
    frame: 'full',
  },
  {
    path: '/verify/rules',
    titleKey: 'pageverify:rules.title',
    permission: 'verify.read',
    load: () => import('./rules-page.tsx').then((m) => m.RulesPage),
  },
];
