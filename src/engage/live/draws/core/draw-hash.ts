// The hashes of the draw protocol, over a SHA-256 that is handed in: the machine's own where there is one.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of the canonical text of a record, in hex. */
export function hashOfRecord(record: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(record))));
}

/** C = SHA-256(serverSeed ‖ drawId ‖ rulesHash), hex; published before the first entry. */
export function commitmentOf(serverSeed: Uint8Array, drawId: string, rulesHash: string): string {
  return bytesToHex(sha256(concatBytes(serverSeed, utf8ToBytes(drawId), hexToBytes(rulesHash))));
}

/**
 * The four hashes of the list. They are handed in, because a list of 100,000 needs 400,000 of them and a machine's own are many
 * times faster; every implementation must give the same bytes.
 */
export interface ListHashes {
  /** entryHash = SHA-256 of `drawId ⏎ pid ⏎ nonce`, hex: what the receipt of a person shows. */
  entry(drawId: string, pid: string, nonce: string): string;
  /** SHA-256(0x00 ‖ `index ⏎ entryHash ⏎ at ⏎ tickets`): the entry's leaf in the list. */
  leaf(index: number, entryHash: string, at: number, tickets: number): Uint8Array;
  /** SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
  /** SHA-256(0x02 ‖ link before ‖ leaf): each entry stands on all before it. */
  link(before: Uint8Array, leaf: Uint8Array): Uint8Array;
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const LINK = Uint8Array.of(2);

/** Runs everywhere. */
export const portableHashes: ListHashes = {
  entry: (drawId, pid, nonce) => bytesToHex(sha256(utf8ToBytes(`${drawId}\n${pid}\n${nonce}`))),
  leaf: (index, entryHash, at, tickets) =>
    sha256(concatBytes(LEAF, utf8ToBytes(`${index}\n${entryHash}\n${at}\n${tickets}`))),
  node: (left, right) => sha256(concatBytes(NODE, left, right)),
  link: (before, leaf) => sha256(concatBytes(LINK, before, leaf)),
};

/** The chain before the first entry: SHA-256 of the commitment's bytes. */
export function firstLink(commitment: string): Uint8Array {
  return sha256(hexToBytes(commitment));
}

/** The root of an empty list: SHA-256 of nothing. */
export function emptyRoot(): string {
  return bytesToHex(sha256(new Uint8Array()));
}

export { bytesToHex as toHex, hexToBytes as fromHex, utf8ToBytes as toUtf8 };
