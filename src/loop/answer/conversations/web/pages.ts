// The inbox and the case page: composed here, in the room that answers, because a case is worked on by answering.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

const load = () => import('./desk-page.tsx').then((module) => module.DeskPage);

export const pages: PageDef[] = [
  {
    path: '/cases',
    titleKey: 'deskcases:inbox.title',
    permission: 'case.read',
    load,
    rail: { labelKey: 'deskcases:inbox.title', icon: 'inbox', order: railOrder.inbox, group: 'loop', jump: 'i' },
    frame: 'full',
  },
  { path: '/cases/$caseId', titleKey: 'deskcases:case.title', permission: 'case.read', load, frame: 'full' },
];
