// The page of answers that somebody has to carry by hand.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: PageDef[] = [
  {
    path: '/tasks',
    titleKey: 'deskanswer:tasks.title',
    permission: 'reply.send',
    load: () => import('./tasks-page.tsx').then((module) => module.TasksPage),
    rail: { labelKey: 'deskanswer:tasks.rail', icon: 'edit', order: 22, group: 'loop', jump: 'k' },
    frame: 'page',
  },
];
