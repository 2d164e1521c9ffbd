// One 64-bit number for a text, as two halves: enough to tell a million people or events apart without keeping their names.

/** The last hash; unsigned halves. */
export const hashed = { high: 0, low: 0 };

/** Fills {@link hashed}; texts that differ have different hashes for all practical numbers of texts. */
export function hashText(text: string, seed: number = 0): void {
  let high = 0x811c9dc5 ^ seed;
  let low = 0x9747b28c ^ Math.imul(seed, 0x85ebca6b);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  high ^= high >>> 16;
  high = Math.imul(high ^ text.length, 0x7feb352d);
  hashed.high = (high ^ (high >>> 15)) >>> 0;
  hashed.low = Math.imul(low ^ (low >>> 13), 0x846ca68b) >>> 0;
}
