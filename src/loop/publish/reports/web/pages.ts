// The pages where reports are drafted, gone over and published.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/reports',
    titleKey: 'pagereports:title',
    permission: 'report.read',
    load: () => import('./reports-page.tsx').then((module) => module.ReportsPage),
    rail: { labelKey: 'pagereports:rail', icon: 'report', order: railOrder.reports, group: 'loop' },
    frame: 'full',
  },
  {
    path: '/reports/$reportId',
    titleKey: 'pagereports:title',
    permission: 'report.read',
    load: () => import('./report-page.tsx').then((module) => module.ReportPage),
  },
];
