// The screen of promises to customers.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/promises',
    titleKey: 'promises:title',
    permission: 'promise.read',
    load: () => import('./promises-page.tsx').then((m) => m.PromisesPage),
    rail: { labelKey: 'promises:title', icon: 'promise', order: railOrder.promises, group: 'loop' },
    frame: 'page',
  },
];
