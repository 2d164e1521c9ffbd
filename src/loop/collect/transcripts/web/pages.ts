// The screen of calls and chats.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/transcripts',
    titleKey: 'transcripts:title',
    permission: 'feedback.read',
    load: () => import('./transcripts-page.tsx').then((m) => m.TranscriptsPage),
    rail: { labelKey: 'transcripts:rail', icon: 'phone', order: railOrder.imports + 1, group: 'loop' },
    frame: 'full',
  },
];
