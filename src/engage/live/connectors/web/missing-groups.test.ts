// What a source lacks is said, group by group.
import { expect, it } from 'vitest';
import { readDecodedEvent } from '../../stream/core/read-event.contract.ts';
import { GROUPS, groupsOf } from './missing-groups.ts';

it('parts the groups into given and missing', () => {
  expect(groupsOf(['comment', 'gift', 'viewer.follow'])).toEqual({
    given: ['comments', 'paid', 'visits'],
    missing: ['likes', 'numbers', 'products', 'orders', 'draws', 'removals', 'show'],
  });
});

it('knows only types that there are', () => {
  for (const type of Object.values(GROUPS).flat())
    expect(readDecodedEvent({ type })).toEqual({ field: 'ts', code: 'missing' });
});
