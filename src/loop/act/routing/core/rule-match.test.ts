// Each condition decides alone, the first matching rule wins, and the key of the case follows person, theme and day.
import { describe, expect, it } from 'vitest';
import { ruleConditions } from './rule.contract.ts';
import { caseKeyOf, DEFAULT_RULES, dayIn, holds, type Judged, matchRule } from './rule-match.ts';

const judged: Judged = {
  feedbackId: 'fb_1',
  channel: 'review',
  themes: ['logistics.late', 'service.rude'],
  class: 'negative',
  intents: ['complain'],
  rating: 2,
  sentimentScore: -0.6,
  productId: 'prd_1',
  personId: 'per_1',
  vip: false,
  occurredAt: new Date('2026-03-01T20:00:00Z'),
};
const rules = DEFAULT_RULES.map((rule) => ({ ...rule, id: rule.builtIn }));
const now = new Date('2026-03-05T00:00:00Z');
const settings = { maxAgeDays: 30, unknownPeople: 'group' as const };

describe('conditions', () => {
  it.each([
    [{ channels: ['review'] }, { channels: ['chat'] }],
    [{ themes: ['logistics'] }, { themes: ['quality'] }],
    [{ themes: ['service.rude'] }, { themes: ['logistics.la'] }],
    [{ classes: ['negative'] }, { classes: ['urgent'] }],
    [{ intents: ['complain'] }, { intents: ['buy'] }],
    [{ maxRating: 2 }, { maxRating: 1 }],
    [{ minRating: 2 }, { minRating: 3 }],
    [{ maxSentiment: -0.5 }, { maxSentiment: -0.7 }],
    [{ productIds: ['prd_1'] }, { productIds: ['prd_2'] }],
    [{ vip: false }, { vip: true }],
    [{ known: true }, { known: false }],
  ] as const)('%j holds, %j does not', (yes, no) => {
    expect(holds(ruleConditions.parse(yes), judged)).toBe(true);
    expect(holds(ruleConditions.parse(no), judged)).toBe(false);
    expect(holds(ruleConditions.parse({ ...yes, ...no, channels: ['nowhere'] }), judged)).toBe(false);
  });

  it('needs stars to compare stars', () => {
    expect(holds({ maxRating: 5 }, { ...judged, rating: null })).toBe(false);
    expect(holds({ minRating: 1 }, { ...judged, rating: null })).toBe(false);
  });

  it('refuses a rule that asks nothing', () => {
    expect(ruleConditions.safeParse({}).success).toBe(false);
  });
});

describe('rules every workspace starts with', () => {
  it.each([
    ['urgent before all', { class: 'urgent' }, 'urgent'],
    ['few stars', {}, 'low_rating'],
    ['a complaint without stars', { rating: null }, 'complaint'],
    ['a complaint that is not strong', { rating: null, sentimentScore: -0.4 }, null],
    ['praise', { rating: 5, intents: ['praise'], sentimentScore: 0.9 }, null],
  ] as const)('%s', (_, change, id) => {
    expect(matchRule(rules, { ...judged, ...change })?.id ?? null).toBe(id);
  });

  it('passes over a rule that is switched off', () => {
    const off = rules.map((rule) => ({ ...rule, enabled: rule.id !== 'low_rating' }));
    expect(matchRule(off, judged)?.id).toBe('complaint');
  });
});

describe('key of the case', () => {
  const shanghai = dayIn('Asia/Shanghai');
  it('is person and theme', () => {
    expect(caseKeyOf(judged, settings, now, shanghai)).toEqual({ personId: 'per_1', theme: 'logistics.late' });
  });
  it('is product, theme and day for people we do not know', () => {
    const unknown = { ...judged, personId: null };
    expect(caseKeyOf(unknown, settings, now, shanghai)).toEqual({
      groupKey: 'prd_1|logistics.late|2026-03-02',
      theme: 'logistics.late',
    });
    expect(caseKeyOf({ ...unknown, class: 'urgent' }, settings, now, shanghai)).toMatchObject({
      groupKey: 'prd_1|logistics.late|2026-03-02|urgent',
    });
    expect(caseKeyOf({ ...unknown, themes: [], productId: null }, settings, now, dayIn('Nowhere/None'))).toEqual({
      groupKey: '||2026-03-01',
      theme: null,
    });
    expect(caseKeyOf(unknown, { ...settings, unknownPeople: 'ignore' }, now, shanghai)).toBe('unknown_person');
  });
  it('passes over what was said too long ago, unless there is no limit', () => {
    const later = new Date('2026-05-01T00:00:00Z');
    expect(caseKeyOf(judged, settings, later, shanghai)).toBe('too_old');
    expect(caseKeyOf(judged, { ...settings, maxAgeDays: null }, later, shanghai)).toMatchObject({ personId: 'per_1' });
  });
});
