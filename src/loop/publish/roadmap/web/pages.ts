// The page where the public plans are kept.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/roadmap',
    titleKey: 'roadmap:title',
    permission: 'roadmap.read',
    load: () => import('./roadmap-page.tsx').then((module) => module.RoadmapPage),
    rail: { labelKey: 'roadmap:title', icon: 'roadmap', order: railOrder.roadmap, group: 'loop' },
  },
];
