import { describe, expect, it } from 'vitest';
import { answeredIn, keepTrail, type ReviewStep, readTrail } from './review-trail.ts';

function store(first?: string) {
  let kept = first ?? null;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}
const step = (feedbackId: string, kind: ReviewStep['kind'] = 'answer', round = ''): ReviewStep => ({
  feedbackId,
  kind,
  round,
});

describe('the trail of a reviewer', () => {
  it('comes back after a reload, the newest fifty', () => {
    const tab = store();
    keepTrail(
      'key',
      Array.from({ length: 60 }, (_, at) => step(`fb_${at}`)),
      tab,
    );
    const steps = readTrail('key', tab);
    expect([steps.length, steps[0]?.feedbackId, steps.at(-1)?.feedbackId]).toEqual([50, 'fb_10', 'fb_59']);
  });

  it('is empty where something else stands or nothing can be kept', () => {
    for (const odd of ['{', '{}', '[1, null, {"feedbackId": 3}]']) expect(readTrail('key', store(odd))).toEqual([]);
    const full = {
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepTrail('key', [step('fb_1')], full)).not.toThrow();
  });

  it('counts the answers of one round, never what was skipped', () => {
    const steps = [step('a', 'answer', 'r1'), step('b', 'skip', 'r1'), step('c', 'answer', 'r2'), step('d')];
    expect([answeredIn(steps, 'r1'), answeredIn(steps, 'r2'), answeredIn(steps, 'r3')]).toEqual([1, 1, 0]);
  });
});
