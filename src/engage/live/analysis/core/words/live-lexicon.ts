// Joins the word lists of the live room into one matcher and remembers what each tag stands for.
import { Matcher } from '../../../../../text/lexicon/matcher.ts';
import { ASK_WORDS } from '../../../../../text/short/ask-words.ts';
import { COMPLAINT_WORDS, RISK_WORDS } from '../../../../../text/short/complaint-words.ts';
import type { LiveClass } from '../analysis.contract.ts';
import { CUE_WORDS } from './cue-words.ts';
import { LeanReader } from './lean.ts';

export const ASK = 1;
export const BAD = 2;
export const RISK = 4;
export const NOT = 8;
export const MAYBE = 16;
export const WHY = 32;
export const SETTLED = 64;
export const MINE = 128;
export const FIGURE = 256;
export const BUY = 512;
export const DONE = 1024;
export const UNBOUGHT = 2048;
export const CLAIM = 4096;
export const PRAISE = 8192;
export const BLAME = 16_384;
export const GOODS = 32_768;
export const GREETING = 65_536;
export const STOP = 131_072;
export const DEVICE = 262_144;
/** Hazard words that also stand in talk and need the goods beside them. */
export const WEAK = 524_288;
export const ELSEWHERE = 1_048_576;
export const RUMOUR = 2_097_152;

const CUE_BITS: Readonly<Record<string, number>> = {
  not: NOT,
  maybe: MAYBE,
  why: WHY,
  settled: SETTLED,
  mine: MINE,
  figure: FIGURE,
  buy: BUY,
  done: DONE,
  unbought: UNBOUGHT,
  claim: CLAIM,
  praise: PRAISE,
  blame: BLAME,
  goods: GOODS,
  greeting: GREETING,
  stop: STOP,
  device: DEVICE,
  elsewhere: ELSEWHERE,
  rumour: RUMOUR,
};

export interface LiveLexicon {
  matcher: Matcher;
  /** By tag number: what kind of words. */
  bits: Int32Array;
  /** By tag number: the class of the matter, null for cues. */
  classes: (LiveClass | null)[];
  /** By tag number: the matter, for example `price/amount`. */
  matters: string[];
  /** Guesses at what no list reads. */
  lean: LeanReader;
}

/** Which class wins when a question names several matters; larger is stronger. */
export const ASK_RANK: Readonly<Record<string, number>> = {
  'ask.aftersale': 8,
  'ask.size': 7,
  'ask.shipping': 6,
  'ask.usage': 5,
  'ask.stock': 4,
  'ask.price': 3,
  'ask.link': 2,
  'ask.other': 1,
};

export function buildLiveLexicon(): LiveLexicon {
  const matcher = new Matcher();
  const bits: number[] = [];
  const classes: (LiveClass | null)[] = [];
  const matters: string[] = [];
  const add = (tag: string, bit: number, list: string) => {
    const id = matcher.tagId(tag);
    matcher.add(tag, bit === BAD ? `${list}${otherForms(list)}` : list);
    bits[id] = bit;
    const [head, tail] = tag.split('/');
    classes[id] = bit === ASK || bit === BAD || bit === RISK || bit === WEAK ? (head as LiveClass) : null;
    matters[id] = `${head!.slice(head!.indexOf('.') + 1)}/${tail ?? ''}`;
  };
  for (const [tag, list] of Object.entries(ASK_WORDS)) add(tag, ASK, list);
  for (const [tag, list] of Object.entries(COMPLAINT_WORDS)) add(tag, BAD, list);
  for (const [tag, list] of Object.entries(RISK_WORDS)) add(tag, tag.endsWith('/weak') ? WEAK : RISK, list);
  for (const [name, list] of Object.entries(CUE_WORDS)) add(`cue.${name}`, CUE_BITS[name]!, list);
  return { matcher: matcher.build(), bits: Int32Array.from(bits), classes, matters, lean: new LeanReader() };
}

/** Matters of the whole shop: the same question whatever is on air. */
const SHOP_WIDE: ReadonlySet<string> = new Set([
  'price/coupon',
  'price/until',
  'shipping/when',
  'shipping/arrive',
  'shipping/from',
  'shipping/cost',
  'shipping/courier',
  'shipping/region',
  'shipping/where',
  'aftersale/return',
  'aftersale/exchange',
  'aftersale/freight',
  'aftersale/invoice',
  'aftersale/change',
  'aftersale/protect',
  'other/lottery',
  'other/schedule',
  'other/next',
  'other/music',
  'link/how',
]);

export function isShopWide(matter: string): boolean {
  return SHOP_WIDE.has(matter);
}

/** "leaks" is listed: "leaked" and "leaking" mean the same fault. */
function otherForms(list: string): string {
  const known = new Set(list.split('|'));
  let more = '';
  for (const word of known) {
    if (!/^[a-z]{3,}[^s]s$/.test(word)) continue;
    const root = word.slice(0, -1);
    for (const form of [root.endsWith('e') ? `${root}d` : `${root}ed`, `${root.replace(/e$/, '')}ing`])
      if (!known.has(form)) more += `|${form}`;
  }
  return more;
}
