// How surprising a count is, given the total of which it is a part and how strongly such counts scatter.
import { logGamma } from '../../kit/statistics/distributions.ts';

/** Above this concentration the beta-binomial is the binomial to every digit shown. */
const PLAIN = 1e7;

/**
 * P(X >= x) where X of `of` events fall into a part that holds `share` (0-1) of the whole. Each event falls there by itself when
 * `concentration` is infinite (binomial: the exact conditional test of two Poisson rates); a finite concentration is the
 * beta-binomial, the exact conditional law when counts are negative binomial with variance = dispersion · mean and
 * concentration = mean of the whole / (dispersion − 1).
 * @returns 1 whenever x is not above what is expected, since nobody asks for that side
 */
export function upperTail(x: number, of: number, share: number, concentration: number): number {
  if (x <= 0 || x <= of * share) return 1;
  if (share <= 0) return 0;
  const plain = concentration > PLAIN;
  const a = share * concentration;
  const b = concentration - a;
  let log = logGamma(of + 1) - logGamma(x + 1) - logGamma(of - x + 1);
  if (plain) log += x * Math.log(share) + (of - x) * Math.log1p(-share);
  else log += logBeta(x + a, of - x + b) - logBeta(a, b);
  let term = Math.exp(log);
  let sum = term;
  for (let k = x; k < of; k += 1) {
    const odds = plain ? share / (1 - share) : (k + a) / (of - k - 1 + b);
    term *= ((of - k) / (k + 1)) * odds;
    sum += term;
    if (term < sum * 1e-10) break;
  }
  return Math.min(1, sum);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
