// Finds every known word of every list in one walk over the folded text.
import { foldText, isDigit, isLetter } from '../normalise.ts';

/** Term lists by tag; terms are separated by `|`, a Latin term ending in `*` matches any ending. */
export type TermLists = Readonly<Record<string, string>>;

const MAX_TERM = 40;

/** A trie over folded characters with open addressing; immutable after it is built. */
export class Matcher {
  readonly tags: string[] = [];
  private readonly tagIds = new Map<string, number>();
  private readonly terms = new Map<string, { tags: number[]; open: boolean }>();
  private keys = new Float64Array(0);
  private values = new Int32Array(0);
  private nodeTags: (readonly number[] | null)[] = [];
  private nodeOpen: boolean[] = [];
  private readonly first = new Uint8Array(0x10000);
  private mask = 0;

  /** Number of a tag, given out on first use. */
  tagId(tag: string): number {
    const known = this.tagIds.get(tag);
    if (known !== undefined) return known;
    const id = this.tags.length;
    this.tags.push(tag);
    this.tagIds.set(tag, id);
    return id;
  }

  add(tag: string, list: string): void {
    const id = this.tagId(tag);
    for (const raw of list.split('|')) {
      const open = raw.endsWith('*');
      const term = foldText(open ? raw.slice(0, -1) : raw).trim();
      if (term === '' || term.length > MAX_TERM) continue;
      const entry = this.terms.get(term) ?? { tags: [], open: false };
      if (!entry.tags.includes(id)) entry.tags.push(id);
      entry.open ||= open;
      this.terms.set(term, entry);
    }
  }

  addAll(prefix: string, lists: TermLists): void {
    for (const [name, list] of Object.entries(lists)) this.add(prefix + name, list);
  }

  /** Freezes the lists into the trie. */
  build(): this {
    let letters = 0;
    for (const term of this.terms.keys()) letters += term.length;
    let size = 1024;
    while (size < letters * 3) size *= 2;
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(-1);
    this.values = new Int32Array(size);
    this.nodeTags = [null];
    this.nodeOpen = [false];
    for (const [term, entry] of this.terms) {
      let node = 0;
      this.first[term.charCodeAt(0)] = 1;
      for (let at = 0; at < term.length; at += 1) {
        const code = term.charCodeAt(at);
        let next = this.step(node, code);
        if (next < 0) {
          next = this.nodeTags.length;
          this.nodeTags.push(null);
          this.nodeOpen.push(false);
          const key = node * 0x10000 + code;
          let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
          slot = (slot ^ (slot >>> 15)) & this.mask;
          while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask;
          this.keys[slot] = key;
          this.values[slot] = next;
        }
        node = next;
      }
      this.nodeTags[node] = entry.tags;
      this.nodeOpen[node] = entry.open;
    }
    this.terms.clear();
    return this;
  }

  private step(node: number, code: number): number {
    const key = node * 0x10000 + code;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    while (true) {
      const found = this.keys[slot]!;
      if (found === key) return this.values[slot]!;
      if (found === -1) return -1;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Appends every match to `hits`. Latin terms need word borders (a plural `s` is allowed). */
  match(codes: Uint16Array, length: number, hits: HitList): void {
    const { first, nodeTags, nodeOpen } = this;
    for (let start = 0; start < length; start += 1) {
      const head = codes[start]!;
      if (first[head] === 0) continue;
      const wordy = isLetter(head) || isDigit(head);
      if (wordy && start > 0 && (isLetter(codes[start - 1]!) || isDigit(codes[start - 1]!))) continue;
      let node = 0;
      for (let at = start; at < length; at += 1) {
        node = this.step(node, codes[at]!);
        if (node < 0) break;
        const tags = nodeTags[node];
        if (!tags) continue;
        if (isLetter(codes[at]!) && !nodeOpen[node] && !wordEnds(codes, at + 1, length)) continue;
        for (let index = 0; index < tags.length; index += 1) hits.push(tags[index]!, start, at + 1);
      }
    }
  }
}

function wordEnds(codes: Uint16Array, at: number, length: number): boolean {
  if (at >= length) return true;
  const next = codes[at]!;
  if (!isLetter(next)) return true;
  return next === 0x73 && (at + 1 >= length || !isLetter(codes[at + 1]!));
}

/** Matches of one text: parallel arrays that are reused for the next text. */
export class HitList {
  tag = new Uint16Array(256);
  from = new Uint32Array(256);
  to = new Uint32Array(256);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  push(tag: number, from: number, to: number): void {
    if (this.size === this.tag.length) this.grow();
    this.tag[this.size] = tag;
    this.from[this.size] = from;
    this.to[this.size] = to;
    this.size += 1;
  }

  private grow(): void {
    const { tag, from, to } = this;
    this.tag = new Uint16Array(tag.length * 2);
    this.from = new Uint32Array(tag.length * 2);
    this.to = new Uint32Array(tag.length * 2);
    this.tag.set(tag);
    this.from.set(from);
    this.to.set(to);
  }
}
