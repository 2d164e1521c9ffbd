// Puts fitted heads into the rows of the shared store, and takes them out again.
import { HEAD_BUCKETS, type SparseHead, type TextModel } from '../model.ts';

/** A head beside its weights by bucket, before it is packed. */
export interface PackedHead {
  head: SparseHead;
  weights: Int8Array;
}

/** Rows of all heads; a head's number is its place in the list. */
export function packHeads(heads: readonly PackedHead[]): { rows: Uint32Array; entries: Uint16Array } {
  const rows = new Uint32Array(HEAD_BUCKETS + 1);
  const entries: number[] = [];
  for (let bucket = 0; bucket < HEAD_BUCKETS; bucket += 1) {
    for (let index = 0; index < heads.length; index += 1) {
      const weight = heads[index]!.weights[bucket]!;
      if (weight !== 0) entries.push((index << 8) | (weight + 128));
    }
    rows[bucket + 1] = entries.length;
  }
  return { rows, entries: Uint16Array.from(entries) };
}

/** The heads of a model with their weights by bucket. */
export function unpackHeads(model: TextModel): PackedHead[] {
  const out = model.header.heads.map((head) => ({ head, weights: new Int8Array(HEAD_BUCKETS) }));
  for (let bucket = 0; bucket < HEAD_BUCKETS; bucket += 1) {
    for (let at = model.rows[bucket]!; at < model.rows[bucket + 1]!; at += 1) {
      const entry = model.entries[at]!;
      out[entry >> 8]!.weights[bucket] = (entry & 0xff) - 128;
    }
  }
  return out;
}
