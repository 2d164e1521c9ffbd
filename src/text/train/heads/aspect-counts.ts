// Counts what a threshold gets right, and finds the threshold that gets most right.

/** The score above which the positive answer has the best F1; drawn to even odds when there are few positives. */
export function bestCut(scores: readonly number[], y: readonly number[]): number {
  const order = scores.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]!);
  const positives = y.reduce((sum, label) => sum + (label > 0 ? 1 : 0), 0);
  let hits = 0;
  let best = -1;
  let cut = 0;
  order.forEach((row, index) => {
    if (y[row]! > 0) hits += 1;
    const f1 = (2 * hits) / (index + 1 + positives);
    const next = order[index + 1];
    if (f1 <= best || next === undefined) return;
    best = f1;
    cut = (scores[row]! + scores[next]!) / 2;
  });
  const trust = positives / (positives + 20);
  // A find that is likelier wrong than right by far is of no use to a reader, whatever it does for F1.
  return Math.max(-1.1, trust * cut + (1 - trust) * -0.4);
}

/** Precision, recall and F1 of the scores above a threshold. */
export function count(scores: readonly number[], y: readonly number[], threshold: number) {
  let hits = 0;
  let given = 0;
  let positives = 0;
  scores.forEach((score, row) => {
    if (score > threshold) given += 1;
    if (y[row]! > 0) positives += 1;
    if (score > threshold && y[row]! > 0) hits += 1;
  });
  const precision = given > 0 ? hits / given : 0;
  const recall = positives > 0 ? hits / positives : 0;
  const f1 = given + positives > 0 ? (2 * hits) / (given + positives) : 0;
  return { rows: y.length, hits, given, positives, precision, recall, f1 };
}

export function pct(value: number): string {
  return (value * 100).toFixed(1);
}
