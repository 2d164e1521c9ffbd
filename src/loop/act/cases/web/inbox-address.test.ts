// Addresses, list queries and saved views of the inbox say the same thing.
import { describe, expect, it } from 'vitest';
import { BUILT_IN_VIEWS } from '../core/case-views.ts';
import { addressOfView, filterOfAddress, isFiltered, queryOfAddress, sortOf } from './inbox-address.ts';

describe('the address of the inbox', () => {
  it.each(BUILT_IN_VIEWS.map((view) => [view.id, view] as const))('carries the view %s there and back', (_, view) => {
    const address = addressOfView(view);
    expect(filterOfAddress(address)).toEqual(view.filter);
    expect(sortOf(address)).toBe(view.sort);
  });

  it('leaves the open case out of the query and always names an order', () => {
    expect(queryOfAddress({ case: 'case_1', status: 'open,new', sort: 'sideways' })).toEqual({
      sort: 'due',
      status: 'open,new',
    });
  });

  it('takes days as whole days of the reader', () => {
    const query = queryOfAddress({ openedFrom: '2026-11-01', openedTo: '2026-11-02' });
    expect(Date.parse(query.openedTo!) - Date.parse(query.openedFrom!)).toBe(2 * 86_400_000 - 1);
    expect(addressOfView({ filter: filterOfAddress({ openedFrom: '2026-11-01' }), sort: 'due' })).toEqual({
      openedFrom: '2026-11-01',
    });
  });

  it('forgets days that are none', () => expect(queryOfAddress({ openedFrom: 'soon' })).toEqual({ sort: 'due' }));

  it('does not call sorting a filter', () => {
    expect(isFiltered({ sort: 'newest', case: 'case_1' })).toBe(false);
    expect(isFiltered({ owner: 'me' })).toBe(true);
  });
});
