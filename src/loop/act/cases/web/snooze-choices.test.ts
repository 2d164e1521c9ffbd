// Every moment offered lies ahead, once, in order.
import { describe, expect, it } from 'vitest';
import { snoozeChoices } from './snooze-choices.ts';

describe('moments to put a case off to', () => {
  it.each(Array.from({ length: 14 * 8 }, (_, step) => new Date(2026, 10, 16, step * 3, 20)))('from %s', (now) => {
    const times = snoozeChoices(now).map((one) => one.until.getTime());
    expect(times.every((time) => time > now.getTime())).toBe(true);
    expect(new Set(times).size).toBe(times.length);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('offers Monday only when tomorrow is another day', () => {
    expect(snoozeChoices(new Date(2026, 10, 22, 10)).map((one) => one.key)).toEqual(['hour', 'evening', 'tomorrow']);
    expect(snoozeChoices(new Date(2026, 10, 20, 18)).map((one) => one.key)).toEqual(['hour', 'tomorrow', 'monday']);
  });
});
