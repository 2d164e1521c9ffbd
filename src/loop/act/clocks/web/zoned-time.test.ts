// A moment typed in a zone's wall clock comes back as the same wall clock.
import { expect, it } from 'vitest';
import { instantOf, wallText } from './zoned-time.ts';

it.each([
  ['2026-11-22T17:05', 'Asia/Shanghai', '2026-11-22T09:05:00.000Z'],
  ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
])('%s in %s', (text, zone, instant) => {
  const at = instantOf(text, zone);
  expect(new Date(at!).toISOString()).toBe(instant);
  expect(wallText(at!, zone)).toBe(text);
});

it('is null when nothing was typed', () => expect(instantOf('', 'Asia/Shanghai')).toBeNull());
