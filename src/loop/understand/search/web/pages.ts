// Where feedback is found and read.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/feedback',
    titleKey: 'pageunderstand:explorer.title',
    permission: 'feedback.read',
    frame: 'full',
    load: () => import('./explorer-page.tsx').then((module) => module.ExplorerPage),
    rail: {
      labelKey: 'pageunderstand:explorer.rail',
      icon: 'feedback',
      order: railOrder.feedback,
      group: 'loop',
      jump: 'f',
    },
  },
  {
    path: '/feedback/$feedbackId',
    titleKey: 'pageunderstand:detail.title',
    permission: 'feedback.read',
    load: () => import('./feedback-page.tsx').then((module) => module.FeedbackPage),
  },
];
