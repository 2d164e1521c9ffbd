// Where a person teaches the engine, and where the shop sees what it gets right.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/review-labels',
    titleKey: 'learning:review.title',
    permission: 'judgement.correct',
    load: () => import('./review-page.tsx').then((module) => module.ReviewPage),
    rail: { labelKey: 'learning:review.rail', icon: 'check', order: railOrder.labels, group: 'loop' },
  },
  {
    path: '/accuracy',
    titleKey: 'accuracy:title',
    permission: 'feedback.read',
    load: () => import('./accuracy-page.tsx').then((module) => module.AccuracyPage),
    rail: { labelKey: 'accuracy:rail', icon: 'eye', order: railOrder.accuracy, group: 'loop' },
  },
  {
    path: '/accuracy/published',
    titleKey: 'accuracy:published.title',
    permission: 'feedback.read',
    load: () => import('./published-page.tsx').then((module) => module.PublishedPage),
  },
];
