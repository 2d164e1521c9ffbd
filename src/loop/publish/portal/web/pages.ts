// The screen of the public pages: what they are called and which of them customers see.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/portal',
    titleKey: 'pageportal:title',
    permission: 'channel.read',
    load: () => import('./portal-page.tsx').then((m) => m.PortalPage),
    rail: { labelKey: 'pageportal:rail', icon: 'roadmap', order: railOrder.keys + 4, group: 'settings' },
  },
];
