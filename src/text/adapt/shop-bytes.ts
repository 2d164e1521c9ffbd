// A shop's weights as one compact, checked run of bytes: what the store keeps and the command line writes.
import type { ShopHead, ShopPart, ShopWeights } from './adapt.contract.ts';
import { sha256 } from './sha256.ts';

const MAGIC = 0x48595348;
const VERSION = 1;
const CHECK_BYTES = 8;
const ENTRY_LIMIT = 65_536;
const BUCKET_LIMIT = 1 << 24;

/** Everything but the name: what `writeShop` turns into bytes and thereby into a name. */
export type UnnamedShop = Omit<ShopWeights, 'id' | 'format'>;

/**
 * The bytes of a shop's weights: magic, version, base, doubt bar, the sentiment's part, the label-free part, the heads,
 * and at the end eight bytes of the SHA-256 of all before. A weight is one signed byte, squared with its sign, times the
 * part's scale (small weights matter and there are many), so only weights made by {@link roundPart} come back exactly.
 */
export function writeShop(shop: UnnamedShop): Uint8Array {
  const out = new Writer();
  out.u32(MAGIC);
  out.u32(VERSION);
  out.text(shop.base);
  out.f32(shop.doubtBar ?? -1);
  writePart(out, shop);
  out.u32(shop.selfTrained === null ? 0 : 1);
  if (shop.selfTrained !== null) writePart(out, shop.selfTrained);
  out.u32(shop.heads.length);
  for (const head of shop.heads) {
    out.text(head.name);
    writePart(out, head);
  }
  const body = out.done();
  const bytes = new Uint8Array(body.length + CHECK_BYTES);
  bytes.set(body);
  bytes.set(sha256(body).subarray(0, CHECK_BYTES), body.length);
  return bytes;
}

/** Reads what {@link writeShop} wrote. @throws Error when the bytes are no shop weights, changed or cut short. */
export function readShop(bytes: Uint8Array): ShopWeights {
  const end = bytes.length - CHECK_BYTES;
  if (end < 12) throw new Error('not the weights of a shop');
  const body = bytes.subarray(0, end);
  const input = new Reader(body);
  if (input.u32() !== MAGIC) throw new Error('not the weights of a shop');
  const check = sha256(body);
  for (let at = 0; at < CHECK_BYTES; at += 1) {
    if (bytes[end + at] !== check[at]) throw new Error('the weights of the shop are damaged');
  }
  if (input.u32() !== VERSION) throw new Error('weights of a shop in another format');
  const base = input.text();
  const doubtBar = input.f32();
  const sentiment = readPart(input);
  const selfTrained = input.u32() === 0 ? null : readPart(input);
  const heads: ShopHead[] = [];
  for (let left = input.u32(); left > 0; left -= 1) heads.push({ name: input.text(), ...readPart(input) });
  input.end();
  return {
    format: 1,
    base,
    id: nameOf(check),
    ...sentiment,
    doubtBar: doubtBar < 0 ? null : doubtBar,
    heads,
    selfTrained,
  };
}

/** Gives weights their name: the first eight hex digits of the SHA-256 of their bytes. */
export function nameShop(shop: UnnamedShop): ShopWeights {
  const bytes = writeShop(shop);
  return { format: 1, ...shop, id: nameOf(bytes.subarray(bytes.length - CHECK_BYTES)) };
}

function nameOf(hash: Uint8Array): string {
  return Array.from(hash.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The `limit` largest weights, ascending by bucket, rounded to what a byte can say; so bytes and memory agree. */
export function roundPart(part: ShopPart, limit: number): ShopPart {
  const order = Array.from(part.buckets.keys()).filter((at) => part.weights[at] !== 0);
  if (order.length > limit) {
    order.sort(
      (a, b) => Math.abs(part.weights[b]!) - Math.abs(part.weights[a]!) || part.buckets[a]! - part.buckets[b]!,
    );
    order.length = limit;
  }
  const scale = scaleOf(order.map((at) => part.weights[at]!));
  const kept = order.filter((at) => step(part.weights[at]!, scale) !== 0);
  kept.sort((a, b) => part.buckets[a]! - part.buckets[b]!);
  return {
    shift: Math.fround(part.shift),
    buckets: Uint32Array.from(kept, (at) => part.buckets[at]!),
    weights: Float32Array.from(kept, (at) => weightOf(step(part.weights[at]!, scale), scale)),
  };
}

function scaleOf(weights: ArrayLike<number>): number {
  let largest = 0;
  for (let at = 0; at < weights.length; at += 1) largest = Math.max(largest, Math.abs(weights[at]!));
  // A power of two, so that a rounded weight is a rounded weight again.
  return largest === 0 ? 1 : 2 ** Math.ceil(Math.log2(largest / (127 * 127)));
}

function step(weight: number, scale: number): number {
  return Math.sign(weight) * Math.min(127, Math.round(Math.sqrt(Math.abs(weight) / scale)));
}

function weightOf(signed: number, scale: number): number {
  return signed * Math.abs(signed) * scale;
}

function writePart(out: Writer, part: ShopPart): void {
  const scale = scaleOf(part.weights);
  out.f32(part.shift);
  out.f32(scale);
  out.u32(part.buckets.length);
  let before = -1;
  for (let at = 0; at < part.buckets.length; at += 1) {
    out.varint(part.buckets[at]! - before - 1);
    before = part.buckets[at]!;
  }
  for (let at = 0; at < part.weights.length; at += 1) out.byte(step(part.weights[at]!, scale) & 0xff);
}

function readPart(input: Reader): ShopPart {
  const shift = input.f32();
  const scale = input.f32();
  const count = input.u32();
  if (count > ENTRY_LIMIT || !Number.isFinite(shift) || !(scale > 0) || !Number.isFinite(scale)) {
    throw new Error('the weights of the shop make no sense');
  }
  const buckets = new Uint32Array(count);
  let before = -1;
  for (let at = 0; at < count; at += 1) {
    before += input.varint() + 1;
    if (before >= BUCKET_LIMIT) throw new Error('the weights of the shop make no sense');
    buckets[at] = before;
  }
  const weights = new Float32Array(count);
  for (let at = 0; at < count; at += 1) weights[at] = weightOf((input.byte() << 24) >> 24, scale);
  return { shift, buckets, weights };
}

class Writer {
  private bytes = new Uint8Array(4096);
  private size = 0;

  byte(value: number): void {
    if (this.size === this.bytes.length) {
      const larger = new Uint8Array(this.size * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.size++] = value;
  }

  u32(value: number): void {
    for (let shift = 24; shift >= 0; shift -= 8) this.byte((value >>> shift) & 0xff);
  }

  f32(value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value);
    this.u32(view.getUint32(0));
  }

  varint(value: number): void {
    let left = value;
    while (left > 0x7f) {
      this.byte((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    this.byte(left);
  }

  text(value: string): void {
    this.byte(Math.min(255, value.length));
    for (let at = 0; at < Math.min(255, value.length); at += 1) this.byte(value.charCodeAt(at) & 0x7f);
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.size);
  }
}

class Reader {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Error('the weights of the shop are cut short');
    this.at += 1;
    return value;
  }

  u32(): number {
    return ((this.byte() << 24) | (this.byte() << 16) | (this.byte() << 8) | this.byte()) >>> 0;
  }

  f32(): number {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, this.u32());
    return view.getFloat32(0);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new Error('the weights of the shop make no sense');
  }

  text(): string {
    let out = '';
    for (let left = this.byte(); left > 0; left -= 1) out += String.fromCharCode(this.byte());
    return out;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new Error('the weights of the shop make no sense');
  }
}
