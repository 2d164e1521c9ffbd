// The weights of the engine as one compact file, and the same weights in memory.

import { FEATURE_BUCKETS, LATIN_BASE } from './features.ts';
import type { ToneWeights } from './tone-decision.ts';

/** One trained head in the sparse store: raw score = scale × Σ weights / √(active n-grams) + bias; P = 1/(1+e^-(a·raw+b)). */
export interface SparseHead {
  name: string;
  scale: number;
  bias: number;
  plattA: number;
  plattB: number;
  threshold: number;
  /** Weights of a decision that hears the word lists beside the head (aspects); `threshold` then lies on that scale. */
  blend?: number[];
}

/**
 * The sentiment head weighs each n-gram by its log ratio; `packed` holds (weight+128)<<8 | ratio. The stored weight is a
 * signed square root (small weights matter and there are many): raw = weightScale × Σ w·|w| / (ratioScale × √Σ ratio²) + bias.
 */
export interface SentimentHead extends SentimentScale {
  plattA: number;
  plattB: number;
  /** Scale of the texts of mostly Latin words; absent when they share the other. */
  latin?: SentimentScale;
}

export interface SentimentScale {
  weightScale: number;
  ratioScale: number;
  bias: number;
}

export interface ModelHeader {
  format: 1;
  name: string;
  version: string;
  sentiment: SentimentHead;
  heads: SparseHead[];
  /** Weights of the decision between for, against and neither. */
  tone?: ToneWeights;
}

export interface TextModel {
  header: ModelHeader;
  /** One cell a bucket: (weight + 128) << 8 | ratio. */
  packed: Uint16Array;
  /** Row starts by bucket, then entries headIndex << 8 | (weight + 128). */
  rows: Uint32Array;
  entries: Uint16Array;
}

export const SENTIMENT_BUCKETS = FEATURE_BUCKETS;
export const HEAD_BUCKETS = 1 << 18;
const MAGIC = 0x48595458;
/** Size of the table of earlier weights; the lower bits of a bucket do not depend on the size, so they can be read by repeating. */
const FORMER_BITS = 20;
const FORMER_BUCKETS = (1 << FORMER_BITS) + (1 << 19);

function formerBucket(bucket: number): number {
  return bucket < LATIN_BASE ? bucket & ((1 << FORMER_BITS) - 1) : bucket - LATIN_BASE + (1 << FORMER_BITS);
}

/** Bytes of a model: magic, header length, JSON header, weights, ratios, row counts, entry heads, entry weights. */
export function writeModel(model: TextModel): Uint8Array {
  const json = JSON.stringify(model.header);
  const count = model.entries.length;
  const bytes = new Uint8Array(12 + json.length + SENTIMENT_BUCKETS * 2 + HEAD_BUCKETS + count * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, json.length);
  view.setUint32(8, count);
  let at = 12;
  for (let index = 0; index < json.length; index += 1) bytes[at++] = json.charCodeAt(index) & 0x7f;
  for (let index = 0; index < SENTIMENT_BUCKETS; index += 1) bytes[at++] = model.packed[index]! >> 8;
  for (let index = 0; index < SENTIMENT_BUCKETS; index += 1) bytes[at++] = model.packed[index]! & 0xff;
  for (let index = 0; index < HEAD_BUCKETS; index += 1) bytes[at++] = model.rows[index + 1]! - model.rows[index]!;
  for (let index = 0; index < count; index += 1) bytes[at++] = model.entries[index]! >> 8;
  for (let index = 0; index < count; index += 1) bytes[at++] = model.entries[index]! & 0xff;
  return bytes;
}

/** Reads what {@link writeModel} wrote. @throws Error when the bytes are no model or are cut short. */
export function readModel(bytes: Uint8Array): TextModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== MAGIC) throw new Error('not a text model');
  const jsonLength = view.getUint32(4);
  const count = view.getUint32(8);
  const stored = (bytes.length - 12 - jsonLength - HEAD_BUCKETS - count * 2) / 2;
  if (stored !== SENTIMENT_BUCKETS && stored !== FORMER_BUCKETS) throw new Error('text model is cut short');
  let json = '';
  for (let index = 0; index < jsonLength; index += 1) json += String.fromCharCode(bytes[12 + index]!);
  const header = JSON.parse(json) as ModelHeader;
  if (header.format !== 1) throw new Error('text model of another format');
  let at = 12 + jsonLength;
  const packed = new Uint16Array(SENTIMENT_BUCKETS);
  for (let index = 0; index < SENTIMENT_BUCKETS; index += 1) {
    const place = stored === SENTIMENT_BUCKETS ? index : formerBucket(index);
    packed[index] = (bytes[at + place]! << 8) | bytes[at + stored + place]!;
  }
  at += stored * 2;
  const rows = new Uint32Array(HEAD_BUCKETS + 1);
  for (let index = 0; index < HEAD_BUCKETS; index += 1) rows[index + 1] = rows[index]! + bytes[at + index]!;
  at += HEAD_BUCKETS;
  const entries = new Uint16Array(count);
  for (let index = 0; index < count; index += 1)
    entries[index] = (bytes[at + index]! << 8) | bytes[at + count + index]!;
  return { header, packed, rows, entries };
}
