import { describe, expect, it } from 'vitest';
import { createSignInGuard, FAILURE_WINDOW_MS, MAX_FAILURES } from './sign-in-guard.ts';

const AT = 1_000_000;

function tired(name: string, guard = createSignInGuard()) {
  for (let index = 0; index < MAX_FAILURES; index += 1) expect(guard.take(name, AT + index)).toBe(0);
  return guard;
}

describe('the sign-in guard', () => {
  it('makes one name wait after ten failures, however it is written, until the window is over', () => {
    const guard = tired('li@example.com');
    expect(guard.take(' LI@example.com ', AT + 60_000)).toBe(FAILURE_WINDOW_MS - 60_000);
    expect(guard.take('wang@example.com', AT + 60_000)).toBe(0);
    expect(guard.take('li@example.com', AT + FAILURE_WINDOW_MS - 1)).toBe(1);
    expect(guard.take('li@example.com', AT + FAILURE_WINDOW_MS)).toBe(0);
  });

  it('forgets failures when the password was right', () => {
    const guard = createSignInGuard();
    for (let index = 0; index < MAX_FAILURES - 1; index += 1) guard.take('li@example.com', AT);
    guard.clear('LI@example.com');
    tired('li@example.com', guard);
  });

  it('does not grow without end, and does not forget a name that is being guessed', () => {
    const guard = createSignInGuard(3);
    for (const name of ['a', 'b', 'c']) guard.take(name, AT);
    for (let index = 1; index < MAX_FAILURES; index += 1) guard.take('a', AT);
    for (const name of ['d', 'e']) guard.take(name, AT);
    expect(guard.take('a', AT)).toBeGreaterThan(0);
    for (let index = 0; index < MAX_FAILURES; index += 1) expect(guard.take('b', AT)).toBe(0);
  });
});
