// The screens of questionnaires: the list, one being written, and what came of it.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/forms',
    titleKey: 'pageforms:title',
    permission: 'form.read',
    load: () => import('./forms-page.tsx').then((m) => m.FormsPage),
    rail: { labelKey: 'pageforms:rail', icon: 'form', order: railOrder.forms, group: 'loop' },
    frame: 'full',
  },
  {
    path: '/forms/$formId',
    titleKey: 'pageforms:one',
    permission: 'form.read',
    load: () => import('./form-page.tsx').then((m) => m.FormPage),
  },
  {
    path: '/forms/$formId/results',
    titleKey: 'pageforms:results.title',
    permission: 'form.read',
    load: () => import('./results-page.tsx').then((m) => m.ResultsPage),
  },
];
