// Counts the rows a command could not use, and says at its end how many there were of each kind and what helps.

/** How many rows could not be used, by kind. */
export class FaultTally {
  private readonly counts = new Map<string, number>();
  count = 0;

  add(error: string): void {
    this.count += 1;
    this.counts.set(error, (this.counts.get(error) ?? 0) + 1);
  }

  /** `3 not readable (2 not_utf8, 1 no_text)`. */
  words(): string {
    const kinds = [...this.counts].map(([error, count]) => `${count} ${error}`).join(', ');
    return `${this.count} not readable${kinds === '' ? '' : ` (${kinds})`}`;
  }

  /** What helps with lines in another encoding, as a line of its own; nothing where there are none. */
  advice(file: string): string {
    if (!this.counts.has('not_utf8')) return '';
    return `${file} is not all UTF-8, perhaps GBK: save it as UTF-8 文件含有不是 UTF-8 的行，可能是 GBK 编码，请另存为 UTF-8\n`;
  }
}
