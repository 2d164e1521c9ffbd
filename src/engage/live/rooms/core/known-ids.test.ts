// Ids are known in the order of coming: by number, by age, and through taking back.
import { expect, it } from 'vitest';
import { seeded } from '../../../../kit/seeded.ts';
import { createKnownIds } from './known-ids.ts';

it('remembers the newest and forgets what is too old', () => {
  const known = createKnownIds(3, 100);
  for (const [id, at] of [
    ['a', 0],
    ['b', 10],
    ['c', 20],
    ['d', 30],
  ] as const)
    known.add(id, at);
  expect(['a', 'b', 'c', 'd'].filter((id) => known.has(id))).toEqual(['b', 'c', 'd']);
  known.add('e', 125);
  expect(['b', 'c', 'd', 'e'].filter((id) => known.has(id))).toEqual(['d', 'e']);
});

it('agrees with a plain list whatever is added and taken back', () => {
  const random = seeded(5);
  const known = createKnownIds(50, 1_000);
  let plain: { id: string; at: number }[] = [];
  for (let turn = 0; turn < 10_000; turn += 1) {
    const at = turn * 7;
    known.add(`e${turn}`, at);
    plain.push({ id: `e${turn}`, at });
    for (let look = 0; look < 2; look += 1) {
      if (plain.length > 50 || plain[0]!.at < at - 1_000) plain.shift();
    }
    if (random() < 0.1) {
      // The oldest, the newest, or any.
      const dice = random();
      const gone = dice < 0.3 ? plain[0] : dice < 0.6 ? plain.at(-1) : plain[Math.floor(random() * plain.length)];
      if (gone) {
        known.forget([gone.id, 'never-heard']);
        plain = plain.filter((one) => one !== gone);
      }
    }
    expect(known.size).toBe(plain.length);
    expect(plain.every(({ id }) => known.has(id))).toBe(true);
  }
});
