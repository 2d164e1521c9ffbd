// Takes the rows of a matrix in random order, as coordinate descent wants them, without waiting for each of them.
import type { Matrix } from './linear.ts';

/** How many rows are asked for together. */
const AHEAD = 16;
/** Numbers in one line of the processor's store. */
const LINE = 16;
/** What was read ahead goes here, since reading without a purpose would be left out. */
const read = new Uint32Array(1);

/**
 * Called before each place of the order; every now and then it asks for the next rows all at once. In random order no row
 * lies near the processor, and waiting for one after the other takes longer than all the sums.
 */
export function fetchRows({ start, cols }: Matrix, order: Uint32Array, place: number): void {
  if (place % AHEAD !== 0) return;
  let sum = 0;
  for (let ahead = place, end = Math.min(order.length, place + AHEAD); ahead < end; ahead += 1) {
    const row = order[ahead]!;
    for (let at = start[row]!, last = start[row + 1]!; at < last; at += LINE) sum ^= cols[at]!;
  }
  read[0] = sum;
}
