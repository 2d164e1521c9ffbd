// The screen of call-backs.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/callbacks',
    titleKey: 'callbacks:title',
    permission: 'callback.read',
    load: () => import('./callbacks-page.tsx').then((m) => m.CallbacksPage),
    rail: { labelKey: 'callbacks:title', icon: 'phone', order: railOrder.callbacks, group: 'loop' },
    frame: 'page',
  },
  {
    path: '/callbacks/rules',
    titleKey: 'callbacks:rules.title',
    permission: 'callback.read',
    load: () => import('./callback-rules-page.tsx').then((m) => m.CallbackRulesPage),
    frame: 'page',
  },
];
