// What the log puts into pages of earlier rooms: the evidence file of a case, beside the case.
import type { Insert } from '../../../../ui/inserts.tsx';

export const inserts: readonly Insert[] = [
  {
    place: 'case.aside',
    key: 'evidence',
    order: 90,
    permission: 'evidence.read',
    load: () => import('./case-evidence.tsx').then((m) => m.CaseEvidence),
  },
];
