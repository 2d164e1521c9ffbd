// Draws places out of a list from a seed: the same seed and list give the same places to anybody, and nothing else decides.
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from './canonical-json.ts';
import { fromHex, toHex, toUtf8 } from './draw-hash.ts';

/** HMAC-SHA256; the machine's own where there is one. */
export type HmacSha256 = (key: Uint8Array, data: Uint8Array) => Uint8Array;
export const portableHmac: HmacSha256 = (key, data) => hmac(sha256, key, data);

/** Numbers of the stream lie below this: 48 bits, exact in every language. */
const RANGE = 2 ** 48;

/**
 * HKDF-SHA256 (RFC 5869) of 32 bytes: key = serverSeed; salt = SHA-256 of the canonical text of
 * `{"beacon": signature or null, "client": text or null}`; info = `huiyin-draw/1 ⏎ root ⏎ drawId`.
 */
export function seedOf(from: {
  serverSeed: string;
  beacon: string | null;
  client: string | null;
  root: string;
  drawId: string;
}): string {
  const salt = sha256(toUtf8(canonicalJson({ beacon: from.beacon, client: from.client })));
  const info = toUtf8(`huiyin-draw/1\n${from.root}\n${from.drawId}`);
  return toHex(hkdf(sha256, fromHex(from.serverSeed), salt, info, 32));
}

/**
 * Even numbers in [0, n): HMAC-SHA256(seed, counter as 8 bytes), its first 6 bytes as a number; numbers at or above the
 * greatest multiple of n are thrown away, so that no remainder is likelier than another.
 */
export function streamOf(seed: string, mac: HmacSha256 = portableHmac): (n: number) => number {
  const key = fromHex(seed);
  const counter = new Uint8Array(8);
  const view = new DataView(counter.buffer);
  let next = 0;
  return (n) => {
    const most = RANGE - (RANGE % n);
    for (;;) {
      view.setUint32(0, Math.floor(next / 2 ** 32));
      view.setUint32(4, next % 2 ** 32);
      next += 1;
      const block = mac(key, counter);
      let number = 0;
      for (let at = 0; at < 6; at += 1) number = number * 256 + block[at]!;
      if (number < most) return number % n;
    }
  };
}

/**
 * Places in the order they are drawn, without putting back: a number below the tickets that are left, counted along the list.
 * @param tickets of each place; 0 leaves it out
 * @param wanted how many; fewer come when the list is shorter
 */
export function pickPlaces(
  seed: string,
  tickets: ArrayLike<number>,
  wanted: number,
  mac: HmacSha256 = portableHmac,
): number[] {
  // A Fenwick tree of the tickets: finding and taking out a place costs the logarithm of the list.
  const size = tickets.length;
  const sums = new Float64Array(size + 1);
  let left = 0;
  for (let at = 1; at <= size; at += 1) {
    const own = tickets[at - 1]!;
    left += own;
    sums[at] = sums[at]! + own;
    const above = at + (at & -at);
    if (above <= size) sums[above] = sums[above]! + sums[at]!;
  }
  let top = 1;
  while (top * 2 <= size) top *= 2;
  const numbers = streamOf(seed, mac);
  const picks: number[] = [];
  while (picks.length < wanted && left > 0) {
    let rest = numbers(left);
    let place = 0;
    for (let step = top; step > 0; step = Math.floor(step / 2)) {
      if (place + step <= size && sums[place + step]! <= rest) {
        place += step;
        rest -= sums[place]!;
      }
    }
    picks.push(place);
    const own = tickets[place]!;
    left -= own;
    for (let at = place + 1; at <= size; at += at & -at) sums[at] = sums[at]! - own;
  }
  return picks;
}
