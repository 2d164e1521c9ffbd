// Proves the gate: a no is never outvoted, time alone never overrules a word, and the order in which news is heard does not matter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideGate, type Evidence, neededYes, type RoundHistory } from './gate-decision.ts';

const DAY = 86_400_000;
const rules = { byPerson: true, byRating: true, byCallback: true };
const round = (more: Partial<RoundHistory> = {}): RoundHistory => ({
  resolvedAtMs: 0,
  windowEndsAtMs: 7 * DAY,
  reporters: 1,
  known: 1,
  rules,
  evidence: [],
  saidAgain: null,
  ...more,
});
const said = (kind: Evidence['kind'], atMs: number, reporter: string | null = 'a', score: number | null = null) => ({
  kind,
  atMs,
  reporter,
  score,
});

describe('the gate', () => {
  it('waits for the window and verifies when it passed in silence', () => {
    expect(decideGate(round(), DAY)).toEqual({ verdict: 'wait', untilMs: 7 * DAY, confirmations: 0, needed: 1 });
    expect(decideGate(round(), 7 * DAY)).toEqual({ verdict: 'verified', how: 'window' });
    expect(decideGate(round({ windowEndsAtMs: null }), 900 * DAY).verdict).toBe('wait');
  });

  it.each([
    ['confirmed', null, 'person'],
    ['callback_fixed', null, 'callback'],
    ['rated', 4, 'rating'],
    ['rated', 5, 'rating'],
  ] as const)('takes %s %s of the one who reported it at once', (kind, score, how) => {
    expect(decideGate(round({ evidence: [said(kind, DAY, 'a', score)] }), DAY)).toEqual({ verdict: 'verified', how });
  });

  it.each([
    ['denied', null, 'person'],
    ['callback_not_fixed', null, 'callback'],
    ['rated', 2, 'rating'],
    ['rated', 1, 'rating'],
    ['repeat', null, 'repeat'],
  ] as const)('is disputed by %s %s, whatever verifies early', (kind, score, how) => {
    const none = { byPerson: false, byRating: false, byCallback: false };
    for (const one of [rules, none])
      expect(decideGate(round({ rules: one, evidence: [said(kind, DAY, 'a', score)] }), DAY)).toEqual({
        verdict: 'disputed',
        how,
      });
  });

  it('lets a 3 say neither, and takes back what an earlier score said', () => {
    const evidence = [said('rated', DAY, 'a', 5), said('rated', DAY + 1, 'a', 3)];
    expect(decideGate(round({ evidence }), 2 * DAY).verdict).toBe('wait');
    expect(decideGate(round({ evidence }), 7 * DAY)).toEqual({ verdict: 'verified', how: 'window' });
  });

  it('hears the last word of each: a yes after a no heals, a no after a yes disputes', () => {
    const healed = [said('rated', DAY, 'a', 1), said('rated', DAY + 1, 'a', 5)];
    expect(decideGate(round({ evidence: healed }), 2 * DAY)).toEqual({ verdict: 'verified', how: 'rating' });
    const broken = [said('confirmed', DAY), said('repeat', 2 * DAY)];
    expect(decideGate(round({ evidence: broken }), 3 * DAY)).toEqual({ verdict: 'disputed', how: 'repeat' });
    const atOnce = [said('confirmed', DAY), said('rated', DAY, 'a', 1)];
    expect(decideGate(round({ evidence: atOnce }), DAY)).toEqual({ verdict: 'disputed', how: 'rating' });
  });

  it('asks half of many reporters for a yes before the window ends', () => {
    expect([1, 2, 3, 4, 9].map(neededYes)).toEqual([1, 1, 2, 2, 5]);
    const five = round({ reporters: 5, known: 5, evidence: [said('confirmed', 1, 'a'), said('confirmed', 2, 'b')] });
    expect(decideGate(five, DAY)).toMatchObject({ verdict: 'wait', confirmations: 2, needed: 3 });
    const six = { ...five, evidence: [...five.evidence, said('rated', 3, 'c', 5)] };
    expect(decideGate(six, DAY)).toEqual({ verdict: 'verified', how: 'rating' });
  });

  it('does not take silence of people nobody knows for a yes when others said it again', () => {
    const nameless = round({ known: 0, reporters: 3 });
    expect(decideGate(nameless, 7 * DAY).verdict).toBe('wait');
    expect(decideGate({ ...nameless, saidAgain: true }, 7 * DAY)).toEqual({ verdict: 'unclear' });
    expect(decideGate({ ...nameless, saidAgain: false }, 7 * DAY)).toEqual({ verdict: 'verified', how: 'window' });
  });

  it('disputes by a repeat within the window only', () => {
    const at = (atMs: number) => decideGate(round({ evidence: [said('repeat', atMs)] }), 8 * DAY).verdict;
    expect([at(7 * DAY - 1), at(7 * DAY)]).toEqual(['disputed', 'verified']);
    const never = round({ windowEndsAtMs: null, evidence: [said('repeat', 20 * DAY)] });
    expect(decideGate(never, 21 * DAY).verdict).toBe('disputed');
  });

  it('hears nothing that was said before the resolution', () => {
    expect(decideGate(round({ resolvedAtMs: DAY, evidence: [said('denied', DAY - 1)] }), DAY).verdict).toBe('wait');
  });
});

const someEvidence = fc.record({
  kind: fc.constantFrom<Evidence['kind']>(
    'confirmed',
    'denied',
    'rated',
    'callback_fixed',
    'callback_not_fixed',
    'repeat',
    'reopened_by_member',
  ),
  reporter: fc.constantFrom('a', 'b', 'c', null),
  score: fc.constantFrom(1, 2, 3, 4, 5),
  atMs: fc.integer({ min: 0, max: 6 * DAY }),
});
const someRound = fc
  .record({
    reporters: fc.integer({ min: 1, max: 6 }),
    knownShare: fc.double({ min: 0, max: 1, noNaN: true }),
    rules: fc.record({ byPerson: fc.boolean(), byRating: fc.boolean(), byCallback: fc.boolean() }),
    evidence: fc.array(someEvidence, { maxLength: 8 }),
    windowEndsAtMs: fc.constantFrom(7 * DAY, null),
    saidAgain: fc.constantFrom(null, true, false),
  })
  .map(({ knownShare, ...one }) => ({ ...one, resolvedAtMs: 0, known: Math.round(one.reporters * knownShare) }));
const someNow = fc.integer({ min: 6 * DAY, max: 20 * DAY });

describe('the gate, for any history', () => {
  it('does not depend on the order in which news is heard', () => {
    fc.assert(
      fc.property(someRound, someNow, fc.integer(), (one, now, seed) => {
        const turned = [...one.evidence].map((value, index) => ({ value, key: Math.sin(seed + index) }));
        turned.sort((x, y) => x.key - y.key);
        // Two words of one reporter at one instant that say the same leave open which is named.
        const times = one.evidence.map((evidence) => evidence.atMs);
        fc.pre(new Set(times).size === times.length);
        expect(decideGate({ ...one, evidence: turned.map(({ value }) => value) }, now)).toEqual(decideGate(one, now));
      }),
    );
  });

  it('disputes exactly when the last word of somebody is a no', () => {
    fc.assert(
      fc.property(someRound, someNow, (one, now) => {
        const last = new Map<string, Evidence>();
        for (const evidence of [...one.evidence].sort((x, y) => x.atMs - y.atMs))
          if (evidence.kind !== 'reopened_by_member') last.set(evidence.reporter ?? '', evidence);
        const times = one.evidence.map((evidence) => evidence.atMs);
        fc.pre(new Set(times).size === times.length);
        const no = [...last.values()].some(
          ({ kind, score }) =>
            ['denied', 'callback_not_fixed', 'repeat'].includes(kind) || (kind === 'rated' && (score ?? 3) <= 2),
        );
        expect(decideGate(one, now).verdict === 'disputed').toBe(no);
      }),
    );
  });

  it('never goes back to waiting as time passes, and never verifies by time before the window ends', () => {
    fc.assert(
      fc.property(someRound, someNow, fc.integer({ min: 0, max: 20 * DAY }), (one, now, more) => {
        const early = decideGate(one, now);
        const late = decideGate(one, now + more);
        if (early.verdict !== 'wait') expect(late).toEqual(early);
        if (early.verdict === 'verified' && early.how === 'window')
          expect(now).toBeGreaterThanOrEqual(one.windowEndsAtMs!);
      }),
    );
  });

  it('is never unclear where somebody is known', () => {
    fc.assert(
      fc.property(someRound, someNow, (one, now) => {
        if (one.known > 0) expect(decideGate(one, now).verdict).not.toBe('unclear');
      }),
    );
  });
});
