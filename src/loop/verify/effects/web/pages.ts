// The screen of a measured fix.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/effects/$actionId',
    titleKey: 'pageeffects:title',
    permission: 'verify.read',
    load: () => import('./effect-page.tsx').then((m) => m.EffectPage),
  },
];
