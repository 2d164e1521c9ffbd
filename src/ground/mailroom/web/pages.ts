// The screen of the mailroom.
import { type PageDef, railOrder } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/mail',
    titleKey: 'pagesettings:mail.title',
    permission: 'mail.read',
    load: () => import('./mail-page.tsx').then((m) => m.MailPage),
    rail: { labelKey: 'pagesettings:mail.rail', icon: 'mail', order: railOrder.mail, group: 'settings' },
    frame: 'full',
  },
];
