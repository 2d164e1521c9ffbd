// How far to trust what was learned, decided by lessons it has not seen.

/** One lesson as seen by a fit that did not know it. */
export interface Witness {
  /** Logit before. */
  offset: number;
  /** What the fit adds, before its worth is known. */
  added: number;
  y: 1 | -1;
}

/**
 * The worth `a` of what was learned and the shift `b` that make the lessons likeliest under offset + a·added + b, drawn
 * towards `expected` and 0; Newton steps on the logistic loss.
 */
export function stack(
  witnesses: readonly Witness[],
  expected: { worth: number; worthSpread: number; shiftSpread: number },
): { worth: number; shift: number } {
  const pullWorth = 1 / expected.worthSpread ** 2;
  const pullShift = 1 / expected.shiftSpread ** 2;
  let worth = expected.worth;
  let shift = 0;
  for (let step = 0; step < 25; step += 1) {
    let gradWorth = -pullWorth * (worth - expected.worth);
    let gradShift = -pullShift * shift;
    let worthWorth = pullWorth;
    let worthShift = 0;
    let shiftShift = pullShift;
    for (const { offset, added, y } of witnesses) {
      const p = 1 / (1 + Math.exp(-(offset + worth * added + shift)));
      const miss = (y > 0 ? 1 : 0) - p;
      const spread = p * (1 - p);
      gradWorth += miss * added;
      gradShift += miss;
      worthWorth += spread * added * added;
      worthShift += spread * added;
      shiftShift += spread;
    }
    const det = worthWorth * shiftShift - worthShift * worthShift;
    if (!(det > 1e-12)) break;
    const moveWorth = (shiftShift * gradWorth - worthShift * gradShift) / det;
    const moveShift = (worthWorth * gradShift - worthShift * gradWorth) / det;
    worth += Math.max(-1, Math.min(1, moveWorth));
    shift += Math.max(-1, Math.min(1, moveShift));
    if (Math.abs(moveWorth) + Math.abs(moveShift) < 1e-5) break;
  }
  return { worth: Math.max(0, worth), shift };
}
