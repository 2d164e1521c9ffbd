import { expect, it } from 'vitest';
import { Confusion } from './confusion.ts';

it('counts what was taken for what', () => {
  const one = new Confusion();
  for (const [truth, found] of [
    ['a', 'a'],
    ['a', 'a'],
    ['a', 'b'],
    ['b', 'b'],
  ] as const)
    one.add(truth, found);
  const { accuracy, macroF1, classes } = one.result(1);
  expect(accuracy).toBe(0.75);
  // a: precision 1, recall 2/3, F1 0.8; b: precision 1/2, recall 1, F1 2/3.
  expect(classes[0]).toMatchObject({ class: 'a', lines: 3, precision: 1, takenFor: { b: 1 } });
  expect(classes[0]!.f1).toBeCloseTo(0.8);
  expect(macroF1).toBeCloseTo((0.8 + 2 / 3) / 2);
});

it('leaves rare classes out of the mean, and adds up', () => {
  const one = new Confusion();
  one.add('a', 'a');
  const other = new Confusion();
  other.add('a', 'a');
  other.add('rare', 'a');
  one.merge(other);
  expect(one.result(2)).toMatchObject({ lines: 3, accuracy: 2 / 3 });
  expect(one.result(2).macroF1).toBeCloseTo(0.8);
});

it('takes classes together', () => {
  const one = new Confusion();
  one.add('noise', 'greeting', 3);
  one.add('praise', 'noise');
  const folded = one.folded((name) => (name === 'praise' ? name : 'chatter')).result(1);
  expect(folded).toMatchObject({ lines: 4, accuracy: 0.75 });
});
