// Cuts a text into the units of phrases, and walks the phrases it holds: runs of Han characters, and Latin words in a row.
import { FOLD, isDigit, isHan, isLetter } from '../normalise.ts';

/** Longest phrases: Han characters, and Latin words. */
const MOST_HAN = 6;
const MOST_WORDS = 3;
const READ_LIMIT = 2000;
/** Characters no phrase begins or ends with: they only hold others together. */
const GLUE = new Set('的了是在我你他她它们这那就都也还很太有和与跟被把给让吗呢吧啊呀哦嘛个一不没着过得地之与或但而为');
const START_ONLY = new Set('不没太很有');
const STOP_WORDS = new Set(
  'the a an and or but of to in on at it its is was were be been am are i my me we our you your he she they them this that these those for with as so if not no do did does have has had just very too from by than then there what which who when all one'.split(
    ' ',
  ),
);

/** A phrase and where it stands in the text. */
export type SeePhrase = (phrase: string, start: number, end: number) => void;

interface Stretch {
  units: string[];
  starts: number[];
  ends: number[];
  isHan: boolean;
}

/** Calls `see` for every phrase of a text, in order, with repeats. At most 2,000 characters are read. */
export function eachPhrase(text: string, see: SeePhrase): void {
  for (const stretch of stretchesOf(text)) {
    const { units, starts, ends } = stretch;
    const most = stretch.isHan ? MOST_HAN : MOST_WORDS;
    for (let from = 0; from < units.length; from += 1) {
      if (isPoor(units[from]!, stretch.isHan, true)) continue;
      let phrase = '';
      for (let to = from; to < units.length && to - from < most; to += 1) {
        phrase += stretch.isHan || phrase === '' ? units[to]! : ` ${units[to]!}`;
        if ((stretch.isHan && to === from) || isPoor(units[to]!, stretch.isHan, false)) continue;
        see(phrase, starts[from]!, ends[to]!);
      }
    }
  }
}

function isPoor(unit: string, han: boolean, first: boolean): boolean {
  if (!han) return STOP_WORDS.has(unit) || unit.length < 2;
  return GLUE.has(unit) && !(first && START_ONLY.has(unit));
}

function stretchesOf(text: string): Stretch[] {
  const out: Stretch[] = [];
  let open: Stretch | null = null;
  let word = false;
  const limit = Math.min(text.length, READ_LIMIT);
  for (let at = 0; at < limit; at += 1) {
    const code = FOLD[text.charCodeAt(at)]!;
    if (code === 0) continue;
    const han = isHan(code);
    const latin = isLetter(code) || isDigit(code);
    if (!han && !latin) {
      // Words of one phrase are parted by spaces alone.
      if (code !== 0x20 || open?.isHan === true) open = null;
      word = false;
      continue;
    }
    if (open === null || open.isHan !== han) {
      open = { units: [], starts: [], ends: [], isHan: han };
      out.push(open);
      word = false;
    }
    const last = open.units.length - 1;
    if (latin && word) {
      open.units[last] += String.fromCharCode(code);
      open.ends[last] = at + 1;
    } else {
      open.units.push(String.fromCharCode(code));
      open.starts.push(at);
      open.ends.push(at + 1);
    }
    word = latin;
  }
  return out;
}
