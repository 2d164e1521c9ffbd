// Where the numbers of a period lead: the explorer with the same days.
import type { OverviewView } from '../core/overview.contract.ts';

type Days = Pick<OverviewView, 'from' | 'to'>;

/** The period as filters of the explorer. */
export function daysOf(view: Days): { saidFrom: string; saidTo: string } {
  return { saidFrom: view.from, saidTo: view.to };
}

/** The period in words. */
export function windowOf(view: Days & Pick<OverviewView, 'timeZone'>): string {
  return `${view.from} – ${view.to} (${view.timeZone})`;
}
