// Ten quiet seconds of a show, to which a test adds what it is about.
import type { Bucket } from '../../analysis/core/analysis.contract.ts';

export const bucket = (at: number, given: Partial<Bucket> = {}): Bucket => ({
  at,
  comments: 10,
  people: 5,
  questions: 0,
  positive: 0,
  negative: 0,
  complaints: 0,
  waved: 0,
  orders: 0,
  gmvMinor: 0,
  online: null,
  likes: 0,
  productId: null,
  gap: 0,
  ...given,
});
