// The hashes of the draw protocol, over a SHA-256 that is handed in: the machine's own where there is one.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Runs everywhere. */
export const portableSha256: Sha256 = sha256;

const LEAF = 0;
const NODE = 1;
const LINK = 2;

/** SHA-256 of the canonical text of a record, in hex. */
export function hashOfRecord(record: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(record))));
}

/** C = SHA-256(serverSeed ‖ drawId ‖ rulesHash), hex; published before the first entry. */
export function commitmentOf(serverSeed: Uint8Array, drawId: string, rulesHash: string): string {
  return bytesToHex(sha256(concatBytes(serverSeed, utf8ToBytes(drawId), hexToBytes(rulesHash))));
}

/** entryHash = SHA-256 of `drawId ⏎ pid ⏎ nonce`: what the receipt of a person shows. */
export function entryHashOf(drawId: string, pid: string, nonce: string, sha: Sha256 = sha256): Uint8Array {
  return sha(utf8ToBytes(`${drawId}\n${pid}\n${nonce}`));
}

/** SHA-256(0x00 ‖ `index ⏎ entryHash ⏎ at ⏎ tickets`): the entry's leaf in the list. */
export function leafOf(
  entry: { index: number; entryHash: Uint8Array; at: number; tickets: number },
  sha: Sha256 = sha256,
): Uint8Array {
  const text = utf8ToBytes(`${entry.index}\n${bytesToHex(entry.entryHash)}\n${entry.at}\n${entry.tickets}`);
  const data = new Uint8Array(1 + text.length);
  data[0] = LEAF;
  data.set(text, 1);
  return sha(data);
}

/** SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
export function nodeOf(left: Uint8Array, right: Uint8Array, sha: Sha256 = sha256): Uint8Array {
  return sha(joined(NODE, left, right));
}

/** The chain before the first entry: SHA-256 of the commitment's bytes. */
export function firstLink(commitment: string, sha: Sha256 = sha256): Uint8Array {
  return sha(hexToBytes(commitment));
}

/** SHA-256(0x02 ‖ link before ‖ leaf): each entry stands on all before it. */
export function nextLink(before: Uint8Array, leaf: Uint8Array, sha: Sha256 = sha256): Uint8Array {
  return sha(joined(LINK, before, leaf));
}

function joined(mark: number, one: Uint8Array, other: Uint8Array): Uint8Array {
  const data = new Uint8Array(1 + one.length + other.length);
  data[0] = mark;
  data.set(one, 1);
  data.set(other, 1 + one.length);
  return data;
}

export { bytesToHex as toHex, hexToBytes as fromHex, utf8ToBytes as toUtf8 };
