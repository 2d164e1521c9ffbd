// The page of one customer: what is known and kept of him.
import type { PageDef } from '../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/people/$personId',
    titleKey: 'privacy:title',
    permission: 'person.read',
    load: () => import('./person-page.tsx').then((m) => m.PersonPage),
  },
];
