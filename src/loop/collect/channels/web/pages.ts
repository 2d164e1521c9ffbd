// The screen of inbound channels: other systems that push voices to us.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/channels',
    titleKey: 'pagesettings:channels.title',
    permission: 'channel.read',
    load: () => import('./channels-page.tsx').then((m) => m.ChannelsPage),
    rail: { labelKey: 'pagesettings:channels.rail', icon: 'link', order: railOrder.keys + 2, group: 'settings' },
    frame: 'full',
  },
];
