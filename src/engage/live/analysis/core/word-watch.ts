// The words of the last minute that stand out against the whole show: two sketches and the log-odds between them.
import { isDigit, isHan, isLetter } from '../../../../text/normalise.ts';
import type { HotWord } from './analysis.contract.ts';
import { hashOfKey, type SavedSaving, SpaceSaving } from './space-saving.ts';
import { stitchWords } from './stitch-words.ts';

const HALF_LIFE_MS = 60_000;
/** Forward decay counts up; before the numbers grow too large all are scaled down. */
const RESCALE = 1e9;
const RECENT = 1000;
const SHOW = 4000;
const SHOWN = 30;
const LONGEST = 4;
const MOST_UNITS = 24;
/** How strongly few words are pulled to "as usual". */
const PRIOR = 8;
const LEAST_PEOPLE = 3;
const LEAST_COUNT = 3;
/** No word begins or ends with these. */
const GLUE = new Set(
  [
    ...'的了吗呢吧啊呀哦嘛么是我你他她它们这那有在也都就还又很太好不没要会能可以和跟给把被让对从到去来说想看个一吗什怎么哪多少几点下上里面些',
  ].map((char) => char.charCodeAt(0)),
);
const EMPTY = new Set(
  'the and for you are this that with have has was but not can will just your its from what how when where who all they them she his her out get got one like too very really does did would there here now then about please been were'.split(
    ' ',
  ),
);

export interface SavedWords {
  recent: SavedSaving;
  show: SavedSaving;
  from: number;
  turnedAt: number;
  recentMass: number;
  showMass: number;
}

export class WordWatch {
  private readonly recent: SpaceSaving;
  private readonly show: SpaceSaving;
  /** Event time at which a word weighs one. */
  private from = Number.NEGATIVE_INFINITY;
  private turnedAt = Number.NEGATIVE_INFINITY;
  private recentMass = 0;
  private showMass = 0;

  constructor(recent: number = RECENT, show: number = SHOW) {
    this.recent = new SpaceSaving(recent);
    this.show = new SpaceSaving(show);
  }

  take(units: readonly string[], weight: number, person: number, at: number): void {
    if (units.length === 0 || weight <= 0) return;
    if (this.from === Number.NEGATIVE_INFINITY) {
      this.from = at;
      this.turnedAt = at;
    }
    if (at - this.turnedAt >= HALF_LIFE_MS) {
      this.turnedAt = at;
      this.recent.turn();
      this.show.turn();
    }
    let amount = 2 ** ((at - this.from) / HALF_LIFE_MS) * weight;
    if (amount > RESCALE) {
      const by = 2 ** (-(at - this.from) / HALF_LIFE_MS);
      this.recent.scale(by);
      this.recentMass *= by;
      this.from = at;
      amount = weight;
    }
    for (const unit of units) {
      const hash = hashOfKey(unit);
      this.recent.add(unit, amount, person, hash);
      this.show.add(unit, weight, person, hash);
    }
    this.recentMass += amount;
    this.showMass += weight;
  }

  /** Hot words, the most unusual first; parts of longer ones are left out. */
  hot(now: number): HotWord[] {
    if (this.showMass === 0) return [];
    const unit = 2 ** ((now - this.from) / HALF_LIFE_MS);
    const recentMass = this.recentMass / unit;
    const top = this.recent.top(240, LEAST_COUNT * unit);
    const found: { word: HotWord; score: number }[] = [];
    for (const one of top) {
      const count = (one.count - one.error) / unit;
      if (count < LEAST_COUNT || one.people < LEAST_PEOPLE) continue;
      const usual = (Math.max(0, this.show.countOf(one.key)) + 0.5) / (this.showMass + PRIOR);
      const lift = Math.log((count + PRIOR * usual) / (recentMass + PRIOR) / usual);
      found.push({
        word: { word: one.key, count: Math.round(count), people: one.people, lift: Math.round(lift * 100) / 100 },
        score: (lift + 0.4) * Math.log1p(count),
      });
    }
    found.sort((a, b) => b.score - a.score || (a.word.word < b.word.word ? -1 : 1));
    const words: HotWord[] = [];
    for (const { word } of found) {
      const twin = words.findIndex((known) => known.word.includes(word.word) || word.word.includes(known.word));
      if (twin < 0) words.push(word);
      // The longer one says more when it is said about as often.
      else if (word.word.length > words[twin]!.word.length && word.count * 1.35 >= words[twin]!.count)
        words[twin] = word;
      if (words.length >= SHOWN) break;
    }
    return stitchWords(words);
  }

  /** Most frequent of the show, for the sums of a product. */
  frequent(most: number): HotWord[] {
    const words: HotWord[] = [];
    for (const one of this.show.top(most * 6, 2)) {
      if (words.some((known) => known.word.includes(one.key) || one.key.includes(known.word))) continue;
      words.push({ word: one.key, count: Math.round(one.count - one.error), people: one.people, lift: 0 });
      if (words.length >= most) break;
    }
    return words;
  }

  save(): SavedWords {
    return {
      recent: this.recent.save(),
      show: this.show.save(),
      from: Number.isFinite(this.from) ? this.from : 0,
      turnedAt: Number.isFinite(this.turnedAt) ? this.turnedAt : 0,
      recentMass: this.recentMass,
      showMass: this.showMass,
    };
  }

  load(saved: SavedWords): void {
    this.recent.load(saved.recent);
    this.show.load(saved.show);
    if (saved.showMass > 0) {
      this.from = saved.from;
      this.turnedAt = saved.turnedAt;
    }
    this.recentMass = saved.recentMass;
    this.showMass = saved.showMass;
  }
}

/** Words and short runs of characters that may be words; each once. */
export function unitsOf(folded: string, spaced: string): string[] {
  const units = new Set<string>();
  for (let at = 0; at < folded.length && units.size < MOST_UNITS; at += 1) {
    if (!isHan(folded.charCodeAt(at)) || GLUE.has(folded.charCodeAt(at))) continue;
    for (let size = 2; size <= LONGEST; size += 1) {
      const last = at + size - 1;
      if (last >= folded.length || !isHan(folded.charCodeAt(last))) break;
      if (!GLUE.has(folded.charCodeAt(last)) && !isRun(folded, at, size)) units.add(folded.slice(at, at + size));
    }
  }
  let from = -1;
  for (let at = 0; at <= spaced.length && units.size < MOST_UNITS; at += 1) {
    const code = at < spaced.length ? spaced.charCodeAt(at) : 0;
    const isPart = isLetter(code) || (from >= 0 && isDigit(code));
    if (isPart && from < 0) from = at;
    else if (!isPart && from >= 0) {
      const word = spaced.slice(from, at);
      if (word.length >= 3 && !EMPTY.has(word)) units.add(word);
      from = -1;
    }
  }
  return [...units];
}

/** The same character over and over is a sound, not a word. */
function isRun(text: string, at: number, size: number): boolean {
  for (let next = 1; next < size; next += 1) if (text[at + next] !== text[at]) return false;
  return true;
}
