// Holds what has come of a line whose end has not, in time linear in its length and in bounded memory.

export interface UnreadableLine {
  fault: 'not_utf8' | 'line_too_long';
}

export const UNREADABLE: { readonly [fault in UnreadableLine['fault']]: UnreadableLine } = {
  not_utf8: { fault: 'not_utf8' },
  line_too_long: { fault: 'line_too_long' },
};

/** A line of more bytes than this is not kept, since no text of a person is so long. */
export const LONGEST_LINE = 64 * 1024 * 1024;

export class LongLine {
  private bytes = Buffer.alloc(0);
  private size = 0;
  private isTooLong = false;

  get isEmpty(): boolean {
    return this.size === 0 && !this.isTooLong;
  }

  add(part: Buffer): void {
    if (this.isTooLong) return;
    const size = this.size + part.length;
    if (size > LONGEST_LINE) {
      this.bytes = Buffer.alloc(0);
      this.isTooLong = true;
      return;
    }
    if (size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(LONGEST_LINE, size * 2));
      this.bytes.copy(larger, 0, 0, this.size);
      this.bytes = larger;
    }
    part.copy(this.bytes, this.size);
    this.size = size;
  }

  /** The whole line, to be read before anything is added; null when it was too long. The next line begins. */
  take(): Buffer | null {
    const line = this.isTooLong ? null : this.bytes.subarray(0, this.size);
    // What one long line needed is not kept for the short ones after it.
    if (this.bytes.length > 1024 * 1024) this.bytes = Buffer.alloc(0);
    this.size = 0;
    this.isTooLong = false;
    return line;
  }
}
