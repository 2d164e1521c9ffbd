// News must reach those who asked for it, and a flood of news must not become a flood of requests.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, matches, onLive } from './live.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  ['case.opened', 'case.opened', true],
  ['case.*', 'case.opened', true],
  ['case.*', 'caseless.opened', false],
  ['*', 'anything.at_all', true],
  ['case.opened', 'case.closed', false],
])('%s hears %s: %s', (pattern, type, heard) => expect(matches(pattern, type)).toBe(heard));

describe('onLive', () => {
  it('runs at once, then at most every 1.5 s, and never after stopping', () => {
    const run = vi.fn();
    const stop = onLive(['import.*'], run);
    for (let index = 0; index < 1000; index += 1) deliver({ type: 'import.progressed', subject: 'imp_1' });
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1500);
    expect(run).toHaveBeenCalledTimes(2);
    deliver({ type: 'case.opened', subject: 'case_1' });
    vi.advanceTimersByTime(5000);
    expect(run).toHaveBeenCalledTimes(2);
    stop();
    deliver({ type: 'import.progressed', subject: 'imp_1' });
    expect(run).toHaveBeenCalledTimes(2);
  });
});
