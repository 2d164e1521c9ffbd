// Whether a control could count the same feedback as the measure: then it would have been touched by the fix as well.
import type { Measure } from '../../../act/problems/core/problem.contract.ts';

const upper = (theme: string): string => theme.split('.')[0]!;
const sameTheme = (a: string, b: string): boolean => a === b || upper(a) === b || a === upper(b);

/** True unless some filter is set on both sides and shares nothing. */
export function overlaps(a: Measure, b: Measure): boolean {
  const apart = <T>(one: readonly T[], two: readonly T[], same: (x: T, y: T) => boolean = Object.is) =>
    one.length > 0 && two.length > 0 && !one.some((x) => two.some((y) => same(x, y)));
  return !(
    apart(a.themes, b.themes, sameTheme) ||
    apart(a.products, b.products) ||
    apart(a.channels, b.channels) ||
    apart(a.sentiments, b.sentiments) ||
    apart(a.classes, b.classes)
  );
}

export function isEmptyMeasure(measure: Measure): boolean {
  return Object.values(measure).every((values) => values.length === 0);
}
