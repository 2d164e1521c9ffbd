// Where earlier feedback is judged again; themes lead here, so that it has no place in the rail.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/judging',
    titleKey: 'pageunderstand:judging.title',
    permission: 'feedback.read',
    load: () => import('./judging-page.tsx').then((module) => module.JudgingPage),
  },
];
