// The screen of mailboxes: addresses whose letters come in.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/mailboxes',
    titleKey: 'mailboxes:title',
    permission: 'channel.read',
    load: () => import('./mailboxes-page.tsx').then((m) => m.MailboxesPage),
    rail: { labelKey: 'mailboxes:rail', icon: 'mail', order: railOrder.keys + 4, group: 'settings' },
    frame: 'full',
  },
];
