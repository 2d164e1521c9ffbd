// The pages of the review meeting.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/review',
    titleKey: 'review:title',
    permission: 'review.read',
    load: () => import('./review-page.tsx').then((module) => module.ReviewPage),
    rail: { labelKey: 'review:rail', icon: 'review', order: railOrder.review, group: 'loop', jump: 'w' },
  },
  {
    path: '/review/$packId',
    titleKey: 'review:title',
    permission: 'review.read',
    load: () => import('./pack-page.tsx').then((module) => module.PackPage),
  },
];
