// The pages of live rooms: the list, and the settings of one room. The operator's screen of a room belongs to the desk.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/live',
    titleKey: 'liverooms:title',
    permission: 'live.read',
    load: () => import('./rooms-page.tsx').then((module) => module.RoomsPage),
    rail: { labelKey: 'liverooms:rail', icon: 'live', order: railOrder.live, group: 'loop' },
  },
  {
    path: '/live/$roomId/settings',
    titleKey: 'liverooms:settings.title',
    permission: 'live.read',
    load: () => import('./room-settings-page.tsx').then((module) => module.RoomSettingsPage),
  },
];
