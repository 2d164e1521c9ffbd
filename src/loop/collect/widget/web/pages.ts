// The screen of the widget: on which sites it stands and how it looks there.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/settings/widget',
    titleKey: 'widget:page.title',
    permission: 'channel.read',
    load: () => import('./widget-page.tsx').then((m) => m.WidgetPage),
    rail: { labelKey: 'widget:page.rail', icon: 'photo', order: railOrder.keys + 3, group: 'settings' },
  },
];
