// The screen of the evidence log.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/evidence',
    titleKey: 'evidence:title',
    permission: 'evidence.read',
    load: () => import('./evidence-page.tsx').then((m) => m.EvidencePage),
    rail: { labelKey: 'evidence:rail', icon: 'evidence', order: railOrder.evidence, group: 'loop' },
    frame: 'full',
  },
];
