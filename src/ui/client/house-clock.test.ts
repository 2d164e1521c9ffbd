// What is due is told by the clock of the house, however wrong the reader's own is.
import { expect, it } from 'vitest';
import { hearHouseClock, houseNow } from './house-clock.ts';

const off = () => Math.round((houseNow() - Date.now()) / 1000);

it('follows the house where the own clock is wrong, and leaves a good one alone', () => {
  const now = Date.now();
  const told = (ms: number) => new Date(now + ms).toUTCString();
  hearHouseClock(null, now, now + 10);
  expect(off()).toBe(0);
  hearHouseClock(told(90_000), now, now + 100);
  expect(Math.abs(off() - 90)).toBeLessThanOrEqual(1);
  // A slow answer tells less than a quick one.
  hearHouseClock(told(60_000), now, now + 5000);
  expect(Math.abs(off() - 90)).toBeLessThanOrEqual(1);
  hearHouseClock(told(0), now, now + 50);
  expect(off()).toBe(0);
});
