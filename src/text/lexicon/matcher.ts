// Finds every known word of every list in one walk over the folded text.
import { foldText, isDigit, isLetter } from '../normalise.ts';

/** Term lists by tag; terms are separated by `|`, a Latin term ending in `*` matches any ending. */
export type TermLists = Readonly<Record<string, string>>;

const MAX_TERM = 40;
const LEAST_SLOTS = 1024;

/** A trie over folded characters with open addressing; immutable after it is built. */
export class Matcher {
  readonly tags: string[] = [];
  private readonly tagIds = new Map<string, number>();
  private readonly terms = new Map<string, { tags: number[]; open: boolean }>();
  /** Slots of steps: node << 16 | code, then the next node; a free slot has next node 0, since no step leads to the root. */
  private slots = new Uint32Array(0);
  /** Where the tags of a node begin in `listed`, one more than there are nodes. */
  private firstTag = new Uint32Array(0);
  private listed = new Uint16Array(0);
  private nodeOpen = new Uint8Array(0);
  /** Node of the first character, 0 when no term begins with it. */
  private readonly roots = new Uint16Array(0x10000);
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

  /** Freezes the lists into the trie. @throws Error beyond 65,535 nodes. */
  build(): this {
    this.mask = LEAST_SLOTS - 1;
    this.slots = new Uint32Array(LEAST_SLOTS * 2);
    const entries: ({ tags: number[]; open: boolean } | null)[] = [null];
    for (const [term, entry] of this.terms) {
      let node = 0;
      for (let at = 0; at < term.length; at += 1) {
        const code = term.charCodeAt(at);
        let next = at === 0 ? this.roots[code]! : this.step(node, code);
        if (next === 0) {
          next = entries.length;
          entries.push(null);
          // Under half of the slots are taken: the walk is short, and the table small enough to stay near the processor.
          if (next > this.mask >> 1) this.growSlots();
          if (at === 0) this.roots[code] = next;
          else this.addStep(node, code, next);
        }
        node = next;
      }
      entries[node] = entry;
    }
    if (entries.length > 0xffff) throw new Error('the word lists are too long for one trie');
    this.freezeTags(entries);
    this.terms.clear();
    return this;
  }

  private freezeTags(entries: readonly ({ tags: number[]; open: boolean } | null)[]): void {
    this.firstTag = new Uint32Array(entries.length + 1);
    this.nodeOpen = Uint8Array.from(entries, (entry) => (entry?.open ? 1 : 0));
    const listed: number[] = [];
    entries.forEach((entry, node) => {
      if (entry) listed.push(...entry.tags);
      this.firstTag[node + 1] = listed.length;
    });
    this.listed = Uint16Array.from(listed);
  }

  private growSlots(): void {
    const { slots } = this;
    this.mask = this.mask * 2 + 1;
    this.slots = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 2) {
      const step = slots[at]!;
      if (slots[at + 1] !== 0) this.addStep(step >>> 16, step & 0xffff, slots[at + 1]!);
    }
  }

  private addStep(node: number, code: number, next: number): void {
    let slot = slotOf(node, code) & this.mask;
    while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
    this.slots[2 * slot] = ((node << 16) | code) >>> 0;
    this.slots[2 * slot + 1] = next;
  }

  /** The node after `code`, 0 when the trie has none. */
  private step(node: number, code: number): number {
    const key = ((node << 16) | code) >>> 0;
    let slot = slotOf(node, code) & this.mask;
    while (true) {
      const next = this.slots[2 * slot + 1]!;
      if (next === 0 || this.slots[2 * slot] === key) return next;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Appends every match to `hits`. Latin terms need word borders (a plural `s` is allowed). */
  match(codes: Uint16Array, length: number, hits: HitList): void {
    const { roots, firstTag, listed, nodeOpen } = this;
    for (let start = 0; start < length; start += 1) {
      const head = codes[start]!;
      let node = roots[head]!;
      if (node === 0) continue;
      const wordy = isLetter(head) || isDigit(head);
      if (wordy && start > 0 && (isLetter(codes[start - 1]!) || isDigit(codes[start - 1]!))) continue;
      for (let at = start; ; ) {
        const end = firstTag[node + 1]!;
        let tag = firstTag[node]!;
        if (tag < end && (!isLetter(codes[at]!) || nodeOpen[node] === 1 || wordEnds(codes, at + 1, length))) {
          for (; tag < end; tag += 1) hits.push(listed[tag]!, start, at + 1);
        }
        at += 1;
        if (at >= length) break;
        node = this.step(node, codes[at]!);
        if (node === 0) break;
      }
    }
  }
}

/** The letters that may follow a node lie near each other in memory. */
function slotOf(node: number, code: number): number {
  return (Math.imul(node, 0x9e3779b1) >>> 12) + code;
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
