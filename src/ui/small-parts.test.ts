// The small decisions of components: numbers, spans of time, views, gaps in charts, keys of events.
import { describe, expect, it } from 'vitest';
import { gapsOf } from './chart-options.ts';
import { nameOf } from './keys.tsx';
import { numberText } from './number-door.tsx';
import { isView } from './saved-views.tsx';
import { absoluteText, relativeText, spanParts } from './time-format.ts';
import { cleanSearch } from './use-filters.ts';

describe('numbers', () => {
  it.each([
    [12840, 'plain', '12,840'],
    [0.1834, 'percent', '18.3%'],
    [0, 'plain', '0'],
    [null, 'plain', '–'],
    [Number.NaN, 'percent', '–'],
  ] as const)('%s as %s is %s', (value, form, text) => expect(numberText(value, form, 'zh-CN')).toBe(text));
});

describe('times', () => {
  const now = Date.UTC(2026, 10, 22, 8, 0);
  it.each([
    [now, 'now'],
    [now - 3 * 60_000, '3 min. ago'],
    [now + 2 * 3_600_000 + 1, 'in 2 hr.'],
    [now - 23 * 3_600_000, '23 hr. ago'],
  ])('%s is %s', (at, text) => expect(relativeText(at, now, 'en')).toBe(text));
  it('names the zone', () => {
    expect(absoluteText(now, 'en', 'Asia/Shanghai')).toContain('GMT+8');
    expect(absoluteText(now, 'zh-CN', 'Asia/Shanghai')).toContain('16:00');
  });
  it('takes spans apart, late or early', () => {
    expect(spanParts(-(2 * 86_400_000 + 3 * 3_600_000 + 4 * 60_000 + 5000))).toEqual({
      days: 2,
      hours: 3,
      minutes: 4,
      seconds: 5,
    });
  });
});

it('keeps only what is set in an address', () => {
  expect(cleanSearch({ a: '', b: [], c: ['x', 'y'], d: 'z', e: undefined })).toEqual({ c: 'x,y', d: 'z' });
});

it('knows a view by its filters, whatever is sorted or open', () => {
  const view = { id: 'a', name: 'A', search: { class: 'urgent' } };
  expect(isView(view, { class: 'urgent', sort: 'due' }, ['sort'])).toBe(true);
  expect(isView(view, { class: 'urgent', channel: 'review' })).toBe(false);
  expect(isView(view, {})).toBe(false);
});

it('finds the days nobody counted', () => {
  expect(gapsOf([{ name: 'a', values: [1, null, null, 2, null] }], 5)).toEqual([
    [1, 2],
    [4, 4],
  ]);
  expect(
    gapsOf(
      [
        { name: 'a', values: [1, null] },
        { name: 'b', values: [null, 2] },
      ],
      2,
    ),
  ).toEqual([]);
});

it.each([
  [{ key: 'k', metaKey: true }, 'mod+k'],
  [{ key: 'K', ctrlKey: true }, 'mod+k'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'Shift', shiftKey: true }, ''],
  [{ key: 'j' }, 'j'],
])('names %o %s', (event, name) =>
  expect(nameOf({ metaKey: false, ctrlKey: false, altKey: false, ...event } as KeyboardEvent)).toBe(name),
);
