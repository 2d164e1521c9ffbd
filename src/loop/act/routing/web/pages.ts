// The screens of routing: which feedback opens a case, and what happens to that case.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/rules',
    titleKey: 'pagerules:title',
    permission: 'rule.read',
    load: () => import('./rules-page.tsx').then((m) => m.RulesPage),
    rail: { labelKey: 'pagerules:rail', icon: 'bolt', order: railOrder.clocks - 2, group: 'settings' },
  },
  {
    path: '/rules/$ruleId',
    titleKey: 'pagerules:rule',
    permission: 'rule.read',
    load: () => import('./rule-page.tsx').then((m) => m.RulePage),
  },
];
