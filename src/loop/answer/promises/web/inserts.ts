// What promises put into the page of a case.
import type { Insert } from '../../../../ui/inserts.tsx';

export const inserts: readonly Insert<'case.aside'>[] = [
  {
    place: 'case.aside',
    key: 'promises',
    order: 10,
    permission: 'promise.read',
    load: () => import('./case-promises.tsx').then((m) => m.CasePromises),
  },
];
