// The arithmetic of a draw for the browser: portable hashing, a tree grown leaf by leaf, a list that shrinks; shares nothing with the code that draws.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../core/canonical-json.ts';

export const shaHex = (data: Uint8Array): string => bytesToHex(sha256(data));
export const hashOf = (record: unknown): string => shaHex(utf8ToBytes(canonicalJson(record)));

export function promiseOf(serverSeed: string, drawId: string, rulesHash: string): string {
  return shaHex(concatBytes(hexToBytes(serverSeed), utf8ToBytes(drawId), hexToBytes(rulesHash)));
}

const MARK_LEAF = Uint8Array.of(0);
const MARK_NODE = Uint8Array.of(1);
const MARK_LINK = Uint8Array.of(2);

export function personHash(drawId: string, pid: string, nonce: string): string {
  return shaHex(utf8ToBytes([drawId, pid, nonce].join('\n')));
}

/** Takes leaves one by one: keeps the roots of the complete trees so far, as a binary counter does, and the chain. */
export function createCounter(commitment: string) {
  const peaks: { size: number; hash: Uint8Array }[] = [];
  let link = sha256(hexToBytes(commitment));
  return {
    add(index: number, entryHash: string, at: number, tickets: number): string {
      const leaf = sha256(concatBytes(MARK_LEAF, utf8ToBytes([index, entryHash, at, tickets].join('\n'))));
      link = sha256(concatBytes(MARK_LINK, link, leaf));
      let grown = { size: 1, hash: leaf };
      while (peaks.at(-1)?.size === grown.size) {
        const left = peaks.pop()!;
        grown = { size: left.size * 2, hash: sha256(concatBytes(MARK_NODE, left.hash, grown.hash)) };
      }
      peaks.push(grown);
      return bytesToHex(link);
    },
    link: () => bytesToHex(link),
    root(): string {
      if (peaks.length === 0) return shaHex(new Uint8Array());
      const folded = peaks
        .map((peak) => peak.hash)
        .reduceRight((right, left) => sha256(concatBytes(MARK_NODE, left, right)));
      return bytesToHex(folded);
    },
  };
}

export function seedFrom(serverSeed: string, beacon: string | null, client: string | null, root: string, id: string) {
  const salt = sha256(utf8ToBytes(canonicalJson({ beacon, client })));
  return hkdf(sha256, hexToBytes(serverSeed), salt, utf8ToBytes(['huiyin-draw/1', root, id].join('\n')), 32);
}

/** Draws from a list out of which each drawn place is really taken; sums of blocks of it tell where to look. */
export function drawFrom(seed: Uint8Array, tickets: readonly number[], wanted: number): number[] {
  const BLOCK = 512;
  const blocks: { place: number; tickets: number }[][] = [];
  tickets.forEach((own, place) => {
    if (place % BLOCK === 0) blocks.push([]);
    if (own > 0) blocks.at(-1)!.push({ place, tickets: own });
  });
  const sums = blocks.map((block) => block.reduce((sum, one) => sum + one.tickets, 0));
  let total = sums.reduce((sum, own) => sum + own, 0);
  const drawn: number[] = [];
  for (let counter = 0; drawn.length < wanted && total > 0; counter += 1) {
    const message = new Uint8Array(8);
    new DataView(message.buffer).setBigUint64(0, BigInt(counter));
    const number = Number.parseInt(bytesToHex(hmac(sha256, seed, message)).slice(0, 12), 16);
    const fair = 2 ** 48 - (2 ** 48 % total);
    if (number >= fair) continue;
    let rest = number % total;
    const at = sums.findIndex((sum) => {
      if (rest < sum) return true;
      rest -= sum;
      return false;
    });
    const block = blocks[at]!;
    const where = block.findIndex((one) => {
      if (rest < one.tickets) return true;
      rest -= one.tickets;
      return false;
    });
    const [hit] = block.splice(where, 1);
    drawn.push(hit!.place);
    sums[at] = sums[at]! - hit!.tickets;
    total -= hit!.tickets;
  }
  return drawn;
}

/** Ed25519 by the browser where it can (about a hundred times faster), else by the library. */
export async function signedBy(publicKey: string, record: unknown, signature: string | null): Promise<boolean> {
  if (!signature) return false;
  const bytes = utf8ToBytes(canonicalJson(record));
  const subtle = globalThis.crypto?.subtle;
  if (subtle) {
    try {
      const raw = hexToBytes(publicKey) as Uint8Array<ArrayBuffer>;
      const key = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
      const given = hexToBytes(signature) as Uint8Array<ArrayBuffer>;
      return await subtle.verify('Ed25519', key, given, bytes as Uint8Array<ArrayBuffer>);
    } catch {
      // Older browsers have no Ed25519.
    }
  }
  try {
    return ed25519.verify(hexToBytes(signature), bytes, hexToBytes(publicKey));
  } catch {
    return false;
  }
}
