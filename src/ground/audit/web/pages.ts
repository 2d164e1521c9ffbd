// The screen of the audit log.
import { type PageDef, railOrder } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/audit',
    titleKey: 'pagesettings:audit.title',
    permission: 'audit.read',
    load: () => import('./audit-page.tsx').then((m) => m.AuditPage),
    rail: { labelKey: 'pagesettings:audit.rail', icon: 'audit', order: railOrder.audit, group: 'settings' },
    frame: 'full',
  },
];
