// The inbox's filters in the address, and the same as the query of the list and as a saved view.
import { type CaseFilter, type CaseSort, filterOfQuery, queryOfFilter, SORTS } from '../core/case-filter.contract.ts';

/** Parts of the address that choose what is open, not what is listed. */
export const NOT_FILTERS: readonly string[] = ['case'];
export const FIRST_SORT: CaseSort = 'due';

type Values = Record<string, string>;

/** A day of the reader's calendar as the instant it begins, or with `end` its last. */
function instantOf(day: string, end: boolean): string | undefined {
  const at = new Date(`${day}T${end ? '23:59:59.999' : '00:00:00'}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

function dayOf(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The order asked for; an order nobody knows counts as none. */
export function sortOf(values: Values): CaseSort {
  return SORTS.find((one) => one === values.sort) ?? FIRST_SORT;
}

/** What the address means for `GET /cases`: days become instants, what is open is left out. */
export function queryOfAddress(values: Values): Values {
  const { sort: _sort, openedFrom, openedTo, ...rest } = values;
  const query: Values = { sort: sortOf(values) };
  for (const [key, value] of Object.entries(rest)) if (!NOT_FILTERS.includes(key)) query[key] = value;
  const from = openedFrom && instantOf(openedFrom, false);
  const to = openedTo && instantOf(openedTo, true);
  if (from) query.openedFrom = from;
  if (to) query.openedTo = to;
  return query;
}

/** The filter to keep as a view. */
export function filterOfAddress(values: Values): CaseFilter {
  const { sort: _sort, ...query } = queryOfAddress(values);
  return filterOfQuery(query as never);
}

/** The address that shows a view. */
export function addressOfView(view: { filter: CaseFilter; sort: CaseSort }): Values {
  const address = queryOfFilter(view.filter);
  for (const key of ['openedFrom', 'openedTo']) if (address[key]) address[key] = dayOf(address[key]);
  return view.sort === FIRST_SORT ? address : { ...address, sort: view.sort };
}

/** Is anything filtered at all? Sorting is not filtering. */
export function isFiltered(values: Values): boolean {
  return Object.keys(values).some((key) => key !== 'sort' && !NOT_FILTERS.includes(key));
}
