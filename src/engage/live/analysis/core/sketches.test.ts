import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../kit/seeded.ts';
import { pack, unpack } from './pack.ts';
import { PeopleWindow } from './people-window.ts';
import { SpaceSaving } from './space-saving.ts';

describe('Space-Saving', () => {
  it('errs by no more than N / k and never under the truth', () => {
    const dice = seeded(3);
    const sketch = new SpaceSaving(50);
    const truth = new Map<string, number>();
    for (let turn = 0; turn < 20_000; turn += 1) {
      const key = `w${Math.floor(dice() ** 3 * 400)}`;
      truth.set(key, (truth.get(key) ?? 0) + 1);
      sketch.add(key, 1, turn % 90);
    }
    for (const { key, count, error } of sketch.top(50, 0)) {
      const real = truth.get(key)!;
      expect(count).toBeGreaterThanOrEqual(real);
      expect(count - error).toBeLessThanOrEqual(real);
      expect(error).toBeLessThanOrEqual(20_000 / 50);
    }
    expect(sketch.top(5, 0).map((one) => one.key)).toEqual(
      [...truth]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 5)
        .map(([key]) => key),
    );
  });

  it('is the same after restoring', () => {
    const dice = seeded(4);
    const one = new SpaceSaving(30);
    const feed = (sketch: SpaceSaving, keys: string[]) =>
      keys.forEach((key, at) => {
        sketch.add(key, 1, at);
      });
    const keys = () => Array.from({ length: 900 }, () => `k${Math.floor(dice() * 80)}`);
    feed(one, keys());
    const two = new SpaceSaving(30);
    two.load(JSON.parse(JSON.stringify(one.save())));
    const more = keys();
    feed(one, more);
    feed(two, more);
    expect(two.save()).toEqual(one.save());
  });
});

describe('people of the last minutes', () => {
  it('counts as a slow count does', () => {
    const dice = seeded(9);
    const window = new PeopleWindow();
    const said: [number, number][] = [];
    let bucket = 1000;
    for (let turn = 0; turn < 4000; turn += 1) {
      if (dice() < 0.1) bucket += dice() < 0.02 ? 80 : Math.ceil(dice() * 4);
      const person = Math.floor(dice() * 60);
      window.add(person, bucket);
      said.push([person, bucket]);
      if (turn % 97 !== 0) continue;
      const within = (from: number, to: number) =>
        new Set(said.filter(([, at]) => at > bucket - to && at <= bucket - from).map(([who]) => who)).size;
      expect([window.last, window.previous]).toEqual([within(0, 30), within(30, 60)]);
    }
  });
});

describe('packing', () => {
  it('gives back what was packed', () => {
    for (const size of [0, 1, 2, 3, 5, 8191, 20_000]) {
      const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) & 255);
      expect(new Uint8Array(unpack(pack(bytes, size)))).toEqual(bytes);
    }
  });
});
