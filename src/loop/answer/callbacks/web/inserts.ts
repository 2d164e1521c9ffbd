// What call-backs put into the page of a case.
import type { Insert } from '../../../../ui/inserts.tsx';

export const inserts: readonly Insert<'case.aside'>[] = [
  {
    place: 'case.aside',
    key: 'callbacks',
    order: 20,
    permission: 'callback.read',
    load: () => import('./case-callbacks.tsx').then((m) => m.CaseCallbacks),
  },
];
