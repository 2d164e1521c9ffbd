// Remembers how faults were worded in the last minute, so that a slip of the finger or a turn of words does not cost a witness.
import { isHan, isLetter } from '../../../../text/normalise.ts';
import type { LiveClass } from './analysis.contract.ts';

const LIVES_MS = 60_000;
const MOST = 64;
/** Share of the pairs of characters that must be the same. */
const ALIKE = 0.5;
const LEAST_PAIRS = 3;
const MOST_PAIRS = 60;

export interface Kin {
  class: LiveClass;
  matter: string;
}

interface Told extends Kin {
  at: number;
  pairs: readonly number[];
}

export type SavedKin = Told[];

/** Pairs of neighbouring letters and Han characters of a folded text, each once. */
export function pairsOf(folded: string): readonly number[] {
  const pairs = new Set<number>();
  let before = 0;
  for (let at = 0; at < folded.length && pairs.size < MOST_PAIRS; at += 1) {
    const code = folded.charCodeAt(at);
    if (!isHan(code) && !isLetter(code)) continue;
    if (before !== 0) pairs.add(before * 0x10000 + code);
    before = code;
  }
  return [...pairs];
}

export class KinBook {
  private told: Told[] = [];

  /** A fault that was read. */
  add(kin: Kin, folded: string, at: number): void {
    const pairs = pairsOf(folded);
    if (pairs.length < LEAST_PAIRS) return;
    // The same words again only keep the memory fresh.
    const known = this.told.findIndex((one) => one.class === kin.class && isSame(one.pairs, pairs));
    if (known >= 0) this.told.splice(known, 1);
    this.told.push({ class: kin.class, matter: kin.matter, at, pairs });
    if (this.told.length > MOST) this.told.shift();
  }

  /** The fault of the last minute whose wording these words nearly are, null when there is none. */
  find(folded: string, at: number): Kin | null {
    if (this.told.length === 0 || this.told[this.told.length - 1]!.at < at - LIVES_MS) return null;
    const pairs = pairsOf(folded);
    if (pairs.length < LEAST_PAIRS) return null;
    const own = new Set(pairs);
    let best: Told | null = null;
    let most = ALIKE;
    for (const one of this.told) {
      if (one.at < at - LIVES_MS) continue;
      const least = Math.min(one.pairs.length, own.size);
      if (least / (one.pairs.length + own.size - least) < most) continue;
      let shared = 0;
      for (const pair of one.pairs) if (own.has(pair)) shared += 1;
      const alike = shared / (one.pairs.length + own.size - shared);
      if (alike < most) continue;
      most = alike;
      best = one;
    }
    return best === null ? null : { class: best.class, matter: best.matter };
  }

  save(): SavedKin {
    return this.told;
  }

  load(saved: SavedKin): void {
    this.told = saved;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((pair, at) => pair === b[at]);
}
