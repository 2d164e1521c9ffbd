// The operator's screen of a live room.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/live/$roomId',
    titleKey: 'livedesk:title',
    permission: 'live.read',
    frame: 'full',
    load: () => import('./desk-page.tsx').then((module) => module.DeskPage),
  },
];
