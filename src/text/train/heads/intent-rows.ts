// Rows of the intent heads: texts labelled by reading, and far more texts whose set already says something of the speaker's wish.
import { INTENT_HEADS, type IntentHead } from '../../intent-evidence.ts';
import type { Intent } from '../../judge.contract.ts';
import { readIntents } from '../labels/intents/read-intents.ts';
import type { LabelPart } from '../labels/labels.contract.ts';
import { readLabels } from '../labels/read-labels.ts';
import { copyKey, foldOf, readSet } from '../read-sets.ts';
import type { LinearRow } from './aspect-fit.ts';
import { spokenPhrases } from './intent-phrases.ts';

/** How much a text labelled by reading counts beside one whose label follows from its set. */
const READ_WEIGHT = 4;
/** A phrase with several goods in it stands for all others. */
const PHRASE_WEIGHT = 3;
const PHRASE_GOODS = 2;
const LONGEST = 400;

type Says = Partial<Record<IntentHead, boolean>>;

/** Sets whose own label tells something, every n-th row of them. */
interface WeakSet {
  set: string;
  step: number;
  weight: number;
  says(y: string, text: string, sides: readonly number[]): Says | null;
}

/** Words after which a review may hold a wish; such reviews say nothing about suggest and buy. */
const WISHES = /建议|希望|应该|最好|改进|能不能|要是|如果|再买|还会|下次|回购|想买|准备|should|wish|buy|order/iu;
const ASKS = /[?？]|吗|怎么|为什么|什么|how|why|what/iu;

const review =
  (isPositive: (y: string, sides: readonly number[]) => boolean | null) =>
  (y: string, text: string, sides: readonly number[]) => {
    const positive = isPositive(y, sides);
    if (positive === null) return null;
    return {
      praise: positive,
      complain: !positive,
      none: false,
      live: false,
      service: false,
      ...(WISHES.test(text) ? {} : { suggest: false, buy: false }),
      ...(ASKS.test(text) ? {} : { ask: false }),
    };
  };
const ofBinary = (y: string) => (y === '1' ? true : y === '0' ? false : null);
/** All sides of one kind; mixed voices say nothing. */
const ofSides = (_: string, sides: readonly number[]) =>
  sides.length === 0 || sides.some((side) => side !== sides[0]) || sides[0] === 0 ? null : sides[0] === 1;
const questions = (): Says => ({ ask: true, praise: false, suggest: false, buy: false, none: false });

const WEAK_SETS: readonly WeakSet[] = [
  { set: 'online_shopping_10_cats', step: 9, weight: 0.7, says: review(ofBinary) },
  { set: 'waimai_10k', step: 5, weight: 0.5, says: review(ofBinary) },
  { set: 'chnsenticorp_htl_all', step: 10, weight: 0.4, says: review(ofBinary) },
  { set: 'weibo2018', step: 6, weight: 0.2, says: review(ofBinary) },
  { set: 'amazon_polarity10k', step: 2, weight: 1, says: review(ofBinary) },
  { set: 'acos_en', step: 2, weight: 0.7, says: review(ofSides) },
  { set: 'mams_acsa_en', step: 2, weight: 0.5, says: review(ofSides) },
  { set: 'eprstmt', step: 1, weight: 0.7, says: review(ofBinary) },
  { set: 'banking77', step: 10, weight: 0.4, says: questions },
  { set: 'clinc150', step: 24, weight: 0.3, says: questions },
];

/** A text with all its intents, for the heads and for the decision above them. */
export interface IntentText {
  text: string;
  part: LabelPart | 'phrase';
  intents: readonly Intent[];
  /** Chosen because an earlier engine was unsure of it, so its kind says nothing of how often a wish occurs. */
  isDoubtful?: boolean;
}

/** What was read, and the phrases written by us. */
export function intentTexts(): IntentText[] {
  const phrases = spokenPhrases(PHRASE_GOODS).map(({ text, intents }) => ({ text, part: 'phrase' as const, intents }));
  return [...readLabels(), ...readIntents().map((row) => ({ ...row, isDoubtful: true })), ...phrases];
}

/** Null where a text says nothing: a phrase was written for no place, and English ones are not told apart by place. */
function saysOf({ part, intents }: IntentText, head: IntentHead): boolean | null {
  if (head === 'live' || head === 'service') return part === 'phrase' || part === 'english' ? null : part === head;
  return head === 'none' ? intents.length === 0 : intents.includes(head);
}

export function labelRows(texts: readonly IntentText[]): LinearRow[] {
  return texts.map((text) => ({
    text: text.text.slice(0, LONGEST),
    fold: foldOf(text.text),
    weight: text.part === 'phrase' ? PHRASE_WEIGHT : READ_WEIGHT,
    says: new Map(
      INTENT_HEADS.flatMap((head) => {
        const holds = saysOf(text, head);
        return holds === null ? [] : [[head, holds ? 1 : -1] as const];
      }),
    ),
  }));
}

/** Rows whose labels follow from their sets; no text that was read. */
export function weakRows(texts: readonly IntentText[]): LinearRow[] {
  const read = new Set(texts.map((text) => copyKey(text.text)));
  const rows: LinearRow[] = [];
  const add = (text: string, says: Says, weight: number) => {
    rows.push({
      text: text.slice(0, LONGEST),
      fold: foldOf(text),
      weight,
      says: new Map(Object.entries(says).map(([head, yes]) => [head, yes ? 1 : -1])),
    });
  };
  for (const { set, step, weight, says } of WEAK_SETS) {
    readSet(set).forEach((row, index) => {
      if (index % step !== 0 || foldOf(row.t) >= 8 || read.has(copyKey(row.t))) return;
      const said = says(
        String(row.y),
        row.t,
        (row.a ?? []).map((tuple) => tuple[1]),
      );
      if (said !== null) add(row.t, said, weight);
    });
  }
  return rows;
}
