// Which class was taken for which: counts, accuracy and the mean F1 of the classes.

export class Confusion {
  private readonly counts = new Map<string, Map<string, number>>();
  private right = 0;
  private all = 0;

  add(truth: string, found: string, count = 1): void {
    let row = this.counts.get(truth);
    if (!row) {
      row = new Map();
      this.counts.set(truth, row);
    }
    row.set(found, (row.get(found) ?? 0) + count);
    this.all += count;
    if (truth === found) this.right += count;
  }

  merge(other: Confusion): void {
    for (const [truth, row] of other.counts) {
      for (const [found, count] of row) this.add(truth, found, count);
    }
  }

  /** The same with classes taken together by a name for them. */
  folded(nameOf: (name: string) => string): Confusion {
    const folded = new Confusion();
    for (const [truth, row] of this.counts) {
      for (const [found, count] of row) folded.add(nameOf(truth), nameOf(found), count);
    }
    return folded;
  }

  /** @param least classes with fewer true lines are left out of the mean */
  result(least = 20) {
    const found = new Map<string, number>();
    for (const row of this.counts.values())
      for (const [name, count] of row) found.set(name, (found.get(name) ?? 0) + count);
    const classes = [...this.counts.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, row]) => {
        const lines = [...row.values()].reduce((sum, one) => sum + one, 0);
        const hits = row.get(name) ?? 0;
        const precision = hits / Math.max(1, found.get(name) ?? 0);
        const recall = hits / lines;
        const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
        const taken = [...row.entries()].filter(([other]) => other !== name).sort((a, b) => b[1] - a[1]);
        return { class: name, lines, precision, recall, f1, takenFor: Object.fromEntries(taken.slice(0, 4)) };
      });
    const counted = classes.filter((one) => one.lines >= least);
    return {
      lines: this.all,
      accuracy: this.right / Math.max(1, this.all),
      macroF1: counted.reduce((sum, one) => sum + one.f1, 0) / Math.max(1, counted.length),
      classes,
    };
  }
}
