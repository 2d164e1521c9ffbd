// The screens of problems: the list, and one problem with its causes and what is done against them.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/problems',
    titleKey: 'pageproblems:title',
    permission: 'problem.read',
    load: () => import('./problems-page.tsx').then((m) => m.ProblemsPage),
    rail: { labelKey: 'pageproblems:rail', icon: 'problem', order: railOrder.problems, group: 'loop' },
    frame: 'full',
  },
  {
    path: '/problems/$problemId',
    titleKey: 'pageproblems:one',
    permission: 'problem.read',
    load: () => import('./problem-page.tsx').then((m) => m.ProblemPage),
  },
];
