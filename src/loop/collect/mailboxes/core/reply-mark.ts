// The signed mark our letters carry, in the address they ask to be answered at and in their own id, and where it is found again.

/** 32 hex characters: enough that nobody guesses one, and safe where a mail server lowers all letters. */
export const MARK = /^[0-9a-f]{32}$/;

/** `service@shop.com` → `service+r-<mark>@shop.com`. */
export function markedAddress(address: string, mark: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+r-${mark}${address.slice(at)}`;
}

/** An address without what stands behind the plus sign, lower case. */
export function baseAddress(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at < 0) return lower;
  const plus = lower.indexOf('+');
  return plus > 0 && plus < at ? lower.slice(0, plus) + lower.slice(at) : lower;
}

/**
 * Every mark a letter carries, in the order it should be believed: addresses it was sent to, then the letters it names.
 * @param input.addresses envelope and header recipients
 * @param input.ids Message-IDs of In-Reply-To and References, the nearest first
 */
export function marksOf(input: { addresses: readonly string[]; ids: readonly string[] }): string[] {
  const found = new Set<string>();
  for (const address of input.addresses) {
    const mark = /\+r-([0-9a-f]{32})@/.exec(address.toLowerCase())?.[1];
    if (mark) found.add(mark);
  }
  for (const id of input.ids) {
    const mark = /\.([0-9a-f]{32})@/.exec(id.toLowerCase())?.[1];
    if (mark) found.add(mark);
  }
  return [...found].slice(0, 20);
}

/** Message-IDs in a header, each with its angle brackets. */
export function messageIds(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<[^<>\s]{3,300}>/g)].map((match) => match[0]).slice(-20);
}
