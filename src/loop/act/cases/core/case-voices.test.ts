// Voices land in the right case and add up the same however they are cut into batches.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseVoice, keyOfVoice } from './case-voice.contract.ts';
import { addUp, gather } from './case-voices.ts';

const voice = (change: Partial<CaseVoice>): CaseVoice => ({
  feedbackId: 'fb_1',
  personId: 'per_1',
  groupKey: null,
  theme: 'logistics.late',
  channel: 'review',
  productId: null,
  rating: null,
  sentimentScore: 0,
  urgent: false,
  vip: false,
  occurredAt: new Date(1000),
  rule: 'low_rating',
  floor: null,
  teamId: null,
  auto: false,
  ...change,
});
const anyVoice = fc
  .record({
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
    sentimentScore: fc.double({ min: -1, max: 1, noNaN: true }),
    urgent: fc.boolean(),
    vip: fc.boolean(),
    at: fc.nat(1_000_000),
    floor: fc.option(fc.constantFrom('low' as const, 'high' as const)),
  })
  .map(({ at, ...change }) => voice({ ...change, occurredAt: new Date(at) }));

it('gathers by person and theme, unknown people by their group', () => {
  const groups = gather([
    voice({ feedbackId: 'a' }),
    voice({ feedbackId: 'b', theme: null }),
    voice({ feedbackId: 'c' }),
    voice({ feedbackId: 'd', personId: null, groupKey: 'x' }),
  ]);
  expect([...groups].map(([key, list]) => [key, list.map((one) => one.feedbackId)])).toEqual([
    ['p|per_1|logistics.late', ['a', 'c']],
    ['p|per_1|', ['b']],
    ['g|x', ['d']],
  ]);
  expect(keyOfVoice({ personId: 'per_1', groupKey: 'x', theme: null })).toBe('p|per_1|');
});

it('adds up the same in one batch and in two', () => {
  fc.assert(
    fc.property(fc.array(anyVoice, { minLength: 2, maxLength: 20 }), fc.nat(), (voices, at) => {
      const cut = 1 + (at % (voices.length - 1));
      const whole = addUp(null, voices);
      expect(addUp(addUp(null, voices.slice(0, cut)), voices.slice(cut))).toEqual(whole);
      expect(whole.voices).toBe(voices.length);
      expect(whole.people).toBe(1);
      expect(whole.unknown_voices).toBe(0);
    }),
  );
});

it('counts people we do not know as voices only', () => {
  const sum = addUp(null, [voice({ personId: null, groupKey: 'x' }), voice({ personId: null, groupKey: 'x' })]);
  expect(sum).toMatchObject({ voices: 2, unknown_voices: 2, people: 0 });
});
