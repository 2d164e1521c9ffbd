// Where feedback held back at the door is looked through; no place in the rail, imports and settings lead here.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/quarantine',
    titleKey: 'pagecollect:quarantine.title',
    permission: 'feedback.read',
    frame: 'full',
    load: () => import('./quarantine-page.tsx').then((module) => module.QuarantinePage),
  },
];
