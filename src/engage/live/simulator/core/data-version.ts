// Names what a simulated show is made of, so that a published figure says on which words it was measured.
import { fnv1a } from '../../../../kit/hash.ts';
import { CROWD } from './crowd-numbers.ts';
import { simulatedGoods } from './goods.ts';
import { LINE_BOOKS } from './line-book.ts';

/** Changes with every written line, product or fitted number. */
export function dataVersion(): string {
  return fnv1a(JSON.stringify([CROWD, LINE_BOOKS, simulatedGoods('zh'), simulatedGoods('en')]))
    .toString(16)
    .padStart(8, '0');
}
