// The screen of webhooks out.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/webhooks',
    titleKey: 'webhooks:title',
    permission: 'webhook.read',
    load: () => import('./webhooks-page.tsx').then((m) => m.WebhooksPage),
    rail: { labelKey: 'webhooks:rail', icon: 'webhook', order: railOrder.webhooks, group: 'settings' },
    frame: 'full',
  },
];
