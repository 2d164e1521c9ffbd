// The page where words that are needed again are written once, in both languages.
import type { PageDef } from '../../../../ui/page.ts';

export const pages: PageDef[] = [
  {
    path: '/templates',
    titleKey: 'deskanswer:template.title',
    permission: 'template.read',
    load: () => import('./templates-page.tsx').then((module) => module.TemplatesPage),
    rail: { labelKey: 'deskanswer:template.title', icon: 'note', order: 55, group: 'loop', jump: 'p' },
    frame: 'full',
  },
];
