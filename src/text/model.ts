// The weights of the engine as one compact file, and the same weights in memory.

import { FEATURE_BUCKETS, LATIN_BASE, PAIR_BASE } from './features.ts';
import { type LiveHeader, type LiveWeights, readLive, writeLive } from './short/live-weights.ts';
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
  /** The live head, whose `bytes` stand behind all other weights; absent in older models. */
  live?: LiveHeader & { bytes: number };
}

export interface TextModel {
  header: ModelHeader;
  /** One cell a bucket: (weight + 128) << 8 | ratio. */
  packed: Uint16Array;
  /** Row starts by bucket, then entries headIndex << 8 | (weight + 128). */
  rows: Uint32Array;
  entries: Uint16Array;
  /** Read by live rooms alone; absent in older models. */
  live?: LiveWeights;
}

export const SENTIMENT_BUCKETS = FEATURE_BUCKETS;
export const HEAD_BUCKETS = 1 << 18;
const MAGIC = 0x48595458;
/** Weight and ratio of an n-gram that says nothing. */
const EMPTY_CELL = 128 << 8;
/**
 * Bits of the tables of earlier weights, by the number of their buckets: those of mostly Latin texts had 19 and no wider pairs. The
 * lower bits of a bucket do not depend on the size, so such weights can be read by repeating.
 */
const FORMER_LATIN = 1 << 19;
const FORMER_BITS: ReadonlyMap<number, number> = new Map([20, 22].map((bits) => [(1 << bits) + FORMER_LATIN, bits]));

function formerBucket(bucket: number, bits: number): number {
  return bucket < LATIN_BASE ? bucket & ((1 << bits) - 1) : (1 << bits) + ((bucket - LATIN_BASE) & (FORMER_LATIN - 1));
}

/** Bytes of a model: magic, header length, JSON header, weights, ratios, row counts, entry heads, entry weights, live head. */
export function writeModel(model: TextModel): Uint8Array {
  const live = model.live === undefined ? null : writeLive(model.live);
  const header: ModelHeader = {
    ...model.header,
    live: live === null ? undefined : { ...model.live!.header, bytes: live.length },
  };
  const json = JSON.stringify(header);
  const count = model.entries.length;
  const fixed = 12 + json.length + SENTIMENT_BUCKETS * 2 + HEAD_BUCKETS + count * 2;
  const bytes = new Uint8Array(fixed + (live?.length ?? 0));
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
  if (live !== null) bytes.set(live, at);
  return bytes;
}

/**
 * Reads the bytes of a model as they come out of the file, so that the whole of them, larger than the weights themselves, never
 * lies in memory.
 */
export class ModelReader {
  private readonly length: number;
  private at = 0;
  private head: Uint8Array | null = new Uint8Array(12);
  private header: ModelHeader | null = null;
  private cells = new Uint16Array(0);
  private readonly rows = new Uint32Array(HEAD_BUCKETS + 1);
  private entries = new Uint16Array(0);
  private live = new Uint8Array(0);
  /** Where each part of the file begins: weights, ratios, row counts, entry heads, entry weights, live head, and the end. */
  private readonly begins: number[] = [];

  /** @param length of all bytes together. */
  constructor(length: number) {
    this.length = length;
  }

  /** Takes the next bytes. @throws Error when they are no model. */
  push(bytes: Uint8Array): void {
    let from = 0;
    while (from < bytes.length) {
      if (this.head !== null) from += this.pushHead(this.head, bytes, from);
      else if (this.at < this.length) from += this.pushPart(bytes, from);
      else throw new Error('text model is cut short');
    }
  }

  /** The model. @throws Error when bytes are missing. */
  end(): TextModel {
    if (this.at !== this.length || this.header === null)
      throw new Error(this.at < 12 ? 'not a text model' : 'text model is cut short');
    const { header, rows, entries } = this;
    for (let index = 0; index < HEAD_BUCKETS; index += 1) rows[index + 1]! += rows[index]!;
    const bits = FORMER_BITS.get(this.cells.length);
    const packed = bits === undefined ? this.cells : spread(this.cells, bits);
    const live = header.live === undefined ? undefined : readLive(header.live, this.live);
    return { header, packed, rows, entries, live };
  }

  /** The first twelve bytes, then the header they announce. */
  private pushHead(head: Uint8Array, bytes: Uint8Array, from: number): number {
    const count = Math.min(head.length - this.at, bytes.length - from);
    head.set(bytes.subarray(from, from + count), this.at);
    this.at += count;
    if (this.at < head.length) return count;
    const view = new DataView(head.buffer);
    if (view.getUint32(0) !== MAGIC) throw new Error('not a text model');
    const jsonLength = view.getUint32(4);
    const entries = view.getUint32(8);
    if (head.length === 12) {
      if (jsonLength === 0 || jsonLength > this.length - 12) throw new Error('text model is cut short');
      this.head = new Uint8Array(12 + jsonLength);
      this.head.set(head);
      return count;
    }
    let json = '';
    for (let index = 12; index < head.length; index += 1) json += String.fromCharCode(head[index]!);
    const header = JSON.parse(json) as ModelHeader;
    if (header.format !== 1) throw new Error('text model of another format');
    const live = header.live?.bytes ?? 0;
    const stored = (this.length - head.length - HEAD_BUCKETS - entries * 2 - live) / 2;
    if (stored !== SENTIMENT_BUCKETS && !FORMER_BITS.has(stored)) throw new Error('text model is cut short');
    this.cells = new Uint16Array(stored);
    this.entries = new Uint16Array(entries);
    this.live = new Uint8Array(live);
    let at = head.length;
    for (const size of [stored, stored, HEAD_BUCKETS, entries, entries, live, 0]) {
      this.begins.push(at);
      at += size;
    }
    this.header = header;
    this.head = null;
    return count;
  }

  /** As much of `bytes` as belongs to the part at hand. */
  private pushPart(bytes: Uint8Array, from: number): number {
    const { begins, cells, rows, entries, live } = this;
    let part = 0;
    while (this.at >= begins[part + 1]!) part += 1;
    const place = this.at - begins[part]!;
    const count = Math.min(begins[part + 1]! - this.at, bytes.length - from);
    if (part === 0) for (let i = 0; i < count; i += 1) cells[place + i] = bytes[from + i]! << 8;
    else if (part === 1) for (let i = 0; i < count; i += 1) cells[place + i]! |= bytes[from + i]!;
    else if (part === 2) for (let i = 0; i < count; i += 1) rows[place + i + 1] = bytes[from + i]!;
    else if (part === 3) for (let i = 0; i < count; i += 1) entries[place + i] = bytes[from + i]! << 8;
    else if (part === 4) for (let i = 0; i < count; i += 1) entries[place + i]! |= bytes[from + i]!;
    else live.set(bytes.subarray(from, from + count), place);
    this.at += count;
    return count;
  }
}

/** Reads what {@link writeModel} wrote. @throws Error when the bytes are no model or are cut short. */
export function readModel(bytes: Uint8Array): TextModel {
  const reader = new ModelReader(bytes.length);
  reader.push(bytes);
  return reader.end();
}

/** Cells of an earlier table in the places of today's; it says nothing of wider pairs. */
function spread(former: Uint16Array, bits: number): Uint16Array {
  const cells = new Uint16Array(SENTIMENT_BUCKETS).fill(EMPTY_CELL);
  for (let bucket = 0; bucket < PAIR_BASE; bucket += 1) cells[bucket] = former[formerBucket(bucket, bits)]!;
  return cells;
}
