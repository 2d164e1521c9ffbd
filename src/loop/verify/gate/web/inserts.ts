// What the gate puts into pages of earlier rooms: the rounds of a case, beside the case.
import type { Insert } from '../../../../ui/inserts.tsx';

export const inserts: readonly Insert[] = [
  {
    place: 'case.aside',
    key: 'rounds',
    order: 20,
    permission: 'verify.read',
    load: () => import('./case-rounds.tsx').then((m) => m.CaseRoundsPanel),
  },
];
