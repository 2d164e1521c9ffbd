// The views of the inbox everybody has from the first day.
import type { CaseFilter, CaseSort } from './case-filter.contract.ts';

export const BUILT_IN_VIEWS: readonly { id: string; filter: CaseFilter; sort: CaseSort }[] = [
  { id: 'mine', filter: { owners: ['me'] }, sort: 'due' },
  { id: 'open', filter: {}, sort: 'due' },
  { id: 'unassigned', filter: { owners: ['none'] }, sort: 'priority' },
  { id: 'my_teams', filter: { teams: ['mine'] }, sort: 'due' },
  { id: 'late', filter: { due: 'late' }, sort: 'due' },
  { id: 'urgent', filter: { priorities: ['urgent'] }, sort: 'due' },
  { id: 'waiting', filter: { statuses: ['pending', 'on_hold'] }, sort: 'oldest' },
  { id: 'snoozed', filter: { snoozed: 'only' }, sort: 'due' },
  { id: 'resolved', filter: { statuses: ['resolved', 'verified'] }, sort: 'newest' },
  {
    id: 'all',
    filter: { statuses: ['new', 'open', 'pending', 'on_hold', 'resolved', 'verified', 'closed'], snoozed: 'show' },
    sort: 'newest',
  },
];
