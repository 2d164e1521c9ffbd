// The screen of the rules that notice what nobody said.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/signals/rules',
    titleKey: 'pagesignals:rules.title',
    permission: 'signal.read',
    load: () => import('./rules-page.tsx').then((m) => m.RulesPage),
    frame: 'page',
  },
];
