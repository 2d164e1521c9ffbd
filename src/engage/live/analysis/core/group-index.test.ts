import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../kit/seeded.ts';
import { GroupIndex } from './group-index.ts';
import { type Group, newGroup } from './question-group.ts';
import type { CommentReading } from './words/comment-reader.ts';
import { likeness } from './words/grams.ts';

describe('looking up groups that may resemble a question', () => {
  it('leaves out none that does, whatever was taken out before', () => {
    const dice = seeded(21);
    const pick = () => {
      const weightOf = new Map<string, number>();
      const size = 1 + Math.floor(dice() * 6);
      while (weightOf.size < size) {
        // Few pieces are in nearly every question, most are rare.
        const gram = `g${Math.floor(dice() ** 3 * 60)}`;
        weightOf.set(gram, dice() < 0.2 ? 3 : dice() < 0.2 ? 0.4 : 1);
      }
      const grams = [...weightOf.keys()].sort();
      const weights = grams.map((gram) => weightOf.get(gram)!);
      return { grams, weights, mass: weights.reduce((sum, weight) => sum + weight, 0) };
    };
    const index = new GroupIndex();
    const groups: Group[] = [];
    for (let turn = 0; turn < 3000; turn += 1) {
      const pieces = pick();
      const productId = dice() < 0.5 ? 'p1' : null;
      const least = dice() < 0.5 ? 0.5 : 0.62;
      const found = new Set(index.candidates(pieces, 'ask.price', productId, least));
      const alike = groups.filter((one) => one.group.productId === productId && likeness(pieces, one.leader) >= least);
      expect(alike.filter((one) => !found.has(one))).toEqual([]);
      expect([...found].every((one) => one.group.productId === productId)).toBe(true);
      if (dice() < 0.3 && groups.length > 0) {
        const [gone] = groups.splice(Math.floor(dice() * groups.length), 1);
        index.remove(gone!);
        continue;
      }
      const reading = { ...pieces, key: `k${turn}` } as unknown as CommentReading;
      const asked = {
        eventId: `e${turn}`,
        text: `t${turn}`,
        name: null,
        class: 'ask.price' as const,
        productId,
        reading,
      };
      const one = newGroup(turn, asked, turn);
      groups.push(one);
      index.add(one);
    }
    expect(groups.length).toBeGreaterThan(500);
  });
});
