import { describe, expect, it } from 'vitest';
import type { RoomLine } from '../../analysis/core/analysis.contract.ts';
import { chooseLines, NO_LINES } from './choose-lines.ts';

let made = 0;
const line = (change: Partial<RoomLine> = {}): RoomLine => {
  made += 1;
  return {
    lineId: `l${String(made).padStart(6, '0')}`,
    eventId: `e${made}`,
    text: '来了',
    name: null,
    role: 'viewer',
    count: 1,
    people: 1,
    class: 'other',
    sentiment: 0,
    productId: null,
    firstAt: made,
    lastAt: made,
    weight: 1,
    isQuestion: false,
    groupId: null,
    ...change,
  };
};

describe('the lines of the room', () => {
  it('are all shown while the room is slow, newest on top', () => {
    const lines = [line(), line(), line()];
    const shown = chooseLines(NO_LINES, lines, new Set(), 'all');
    expect(shown.rows.map((one) => one.lineId)).toEqual(lines.map((one) => one.lineId).reverse());
    expect(shown.skipped).toBe(0);
  });

  it('are the ones that matter in a flood, and what is left out is counted', () => {
    const flood = Array.from({ length: 200 }, () => line());
    flood[17] = line({ class: 'risk.safety' });
    flood[40] = line({ role: 'mod' });
    flood[60] = line({ isQuestion: true, class: 'ask.size' });
    const shown = chooseLines(NO_LINES, flood, new Set(), 'all', 3);
    expect(shown.rows.map((one) => one.class).sort()).toEqual(['ask.size', 'other', 'risk.safety']);
    expect(shown.rows.some((one) => one.role === 'mod')).toBe(true);
    expect(shown.skipped).toBe(197);
  });

  it('keep their place and take new counts', () => {
    const [one, two] = [line(), line()];
    const seen = new Set<string>();
    const before = chooseLines(NO_LINES, [one, two], seen, 'all');
    const after = chooseLines(before, [{ ...one, count: 9 }, two, line()], seen, 'all');
    expect(after.rows.at(-1)).toMatchObject({ lineId: one.lineId, count: 9 });
    expect(after.rows[1]).toBe(two);
  });

  it('are the same object while nothing changed', () => {
    const lines = [line()];
    const seen = new Set<string>();
    const shown = chooseLines(NO_LINES, lines, seen, 'all');
    expect(chooseLines(shown, [...lines], seen, 'all')).toBe(shown);
  });

  it('may be only questions, trouble or purchases', () => {
    const lines = [line({ class: 'complain.quality' }), line({ class: 'buy.done' }), line({ isQuestion: true })];
    const shown = (filter: Parameters<typeof chooseLines>[3]) => chooseLines(NO_LINES, lines, new Set(), filter).rows;
    expect(shown('trouble')).toEqual([lines[0]]);
    expect(shown('buying')).toEqual([lines[1]]);
    expect(shown('questions')).toEqual([lines[2]]);
  });
});
