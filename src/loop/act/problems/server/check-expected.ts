// Whether an expected effect counts something that can be found: a measure of nothing in particular proves nothing.
import { type Refused, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ExpectedEffect } from '../core/problem.contract.ts';
import { refuseUnknown, type UnknownNamed } from './check-named.ts';

export async function refuseExpected(
  tx: Tx,
  expected: ExpectedEffect | undefined,
): Promise<Refused<'missing_measure' | UnknownNamed> | null> {
  if (!expected) return null;
  const { themes, products, channels, sentiments, classes } = expected.measure;
  if (themes.length + products.length + channels.length + sentiments.length + classes.length === 0)
    return refuse('missing_measure');
  return refuseUnknown(tx, { themes, productIds: products });
}
